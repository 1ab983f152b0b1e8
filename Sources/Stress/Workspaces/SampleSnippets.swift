import Simulation

// Code to be written into a project's files.
extension SampleWorkspace.Language {
  /// A statement, without the line's end.
  func statement(using names: [String], _ choices: inout Choices) -> String {
    let name = names.isEmpty ? "total" : choices.pick("snippet.name", names)
    let other = names.isEmpty ? "total" : choices.pick("snippet.name", names)
    let number = choices.draw("snippet.number", in: 2...99)
    let local = "fresh_\(choices.draw("snippet.local", below: 1000))"
    switch (self, choices.draw("snippet.statement", below: 4)) {
    case (.pike, 0): return "int \(local) = sizeof(\"\(SampleProse.word(&choices))\") + \(number);"
    case (.pike, 1): return "if (\(name) > \(number)) write(\"%O\\n\", \(other));"
    case (.pike, 2): return "int \(local) = \(number) * (\(number) - 1);  // \(SampleProse.word(&choices))"
    case (.pike, _): return "mixed \(local) = \(name)->\(other)(\(number));"
    case (.c, 0): return "const char *\(local) = \"\(SampleProse.word(&choices))\";"
    case (.c, 1): return "if (\(number) > 3) (void)\(number);"
    case (.c, _): return "int \(local) = \(number) * (\(number) - 1);  /* \(SampleProse.word(&choices)) */"
    case (.python, 0): return "\(local) = len(\"\(SampleProse.word(&choices))\") + \(number)"
    case (.python, 1): return "print(f\"{\(number)} \(SampleProse.word(&choices))\")"
    case (.python, _): return "\(local) = [step * \(number) for step in range(\(number))]"
    case (.swift, 0): return "let \(local) = \"\(SampleProse.word(&choices))\".count + \(number)"
    case (.swift, 1): return "print(\"\(SampleProse.word(&choices))\", \(number))"
    case (.swift, _): return "let \(local) = (0..<\(number)).map { $0 * \(number) }"
    }
  }

  /// A function to be put at a file's end.
  func function(named name: String, _ choices: inout Choices) -> String {
    let number = choices.draw("snippet.number", in: 2...99)
    let comment = SampleProse.sentence(&choices)
    return switch self {
    case .pike: "\n//! \(comment)\nint \(name)(int given) {\n  int twice = given * \(number);\n  return twice - 1;\n}\n"
    case .c: "\n/* \(comment) */\nint \(name)(int given) {\n  int twice = given * \(number);\n  return twice - 1;\n}\n"
    case .python: "\n\ndef \(name)(given: int) -> int:\n    \"\"\"\(comment)\"\"\"\n    return given * \(number) - 1\n"
    case .swift:
      "\n/// \(comment)\nfunc \(name)(_ given: Int) -> Int {\n  let twice = given * \(number)\n  return twice - 1\n}\n"
    }
  }
}
