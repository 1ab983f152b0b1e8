import Simulation
import Transcript

/// One way to break a text.
struct Damage: Sendable {
  typealias Language = SampleWorkspace.Language

  let replacements: @Sendable ([UInt8], Language, inout Choices) -> [Replacement]

  static func all(depth: Int, lineLength: Int) -> [Damage] {
    [
      insertion { _, choices in choices.pick("damage.bracket", ["{", "}", "(", ")", "[", "]", "({", "})", "([", "(<"])
      },
      insertion { _, choices in choices.pick("damage.quote", ["\"", "'", "/*", "*/", "//", "#\"", "\"\"\"", "\\", "`"])
      },
      insertion { _, choices in
        choices.pick(
          "damage.rest", ["if (", "return", "class ", "->", "::", "inherit ", "foreach (", "= =", ";;", "@", "0x"])
      },
      insertion { language, choices in preprocessor(language, &choices) },
      insertion { language, choices in control(language, &choices) },
      insertion { _, choices in
        let bracket = choices.pick("damage.nest", ["(", "[", "{", "({", "((", "f("])
        return String(repeating: bracket, count: choices.draw("damage.depth", in: 1...depth))
      },
      insertion { _, choices in
        let piece = choices.pick("damage.long", ["x", "1+", "a b ", "\"é\" ", "🛶", "f(x) "])
        return String(repeating: piece, count: choices.draw("damage.length", in: 1...max(1, lineLength / piece.count)))
      },
      Damage { text, _, choices in tokens(text, &choices) },
      Damage { text, _, choices in bracket(text, &choices) },
      Damage { text, _, choices in doubledLine(text, &choices) },
      Damage { text, _, choices in joinedLines(text, &choices) },
      Damage { text, _, choices in region(text, &choices) },
      Damage { text, _, choices in twoAtOnce(text, &choices) },
    ]
  }

  // MARK: What is put in

  private static func insertion(_ text: @escaping @Sendable (Language, inout Choices) -> String) -> Damage {
    Damage { bytes, language, choices in
      let offset = place(in: bytes, &choices)
      return [Replacement(offset..<offset, text(language, &choices))]
    }
  }

  private static func preprocessor(_ language: Language, _ choices: inout Choices) -> String {
    switch language {
    case .pike, .c:
      choices.pick(
        "damage.preprocessor",
        [
          "\n#if 1\n", "\n#else\n", "\n#endif\n", "\n#define HALF(\n", "\n#include \"\n", "\n#elif\n", "\n#if (\n",
          "\n#undef\n", "#",
        ])
    case .python: choices.pick("damage.preprocessor", ["\n  \t", "\ndef :\n", "\n@\n", "\nf\"{\n", "\nlambda\n"])
    case .swift: choices.pick("damage.preprocessor", ["\n#if os(\n", "\n#endif\n", "\n#else\n", "\n@\n", "\n\"\\(\n"])
    }
  }

  /// A carriage return by itself is a line's end for LSP, but not for every server: only ours gets it.
  private static func control(_ language: Language, _ choices: inout Choices) -> String {
    let all = ["\0", "\u{1}", "\u{7F}", "\u{FEFF}", "\u{200D}", "\u{301}", "\u{202E}", "\u{FFFD}", "\u{10FFFF}", "\t"]
    return choices.pick(
      "damage.control", language == .pike ? all + ["\r", "\u{B}", "\u{C}", "\u{2028}", "\u{85}"] : all)
  }

  // MARK: What is taken away

  private static func place(in bytes: [UInt8], _ choices: inout Choices) -> Int {
    DocumentText.boundary(in: bytes, atOrBefore: choices.draw("damage.place", below: bytes.count + 1))
  }

  /// A token, or a few.
  private static func tokens(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    guard !bytes.isEmpty else { return [] }
    func isWord(_ byte: UInt8) -> Bool { byte >= 0x80 || byte == 0x5F || Character(UnicodeScalar(byte)).isLetter }
    let start = place(in: bytes, &choices)
    var end = start
    for _ in 0..<choices.draw("damage.tokens", in: 1...4) where end < bytes.count {
      let isInWord = isWord(bytes[end])
      repeat { end += 1 } while end < bytes.count && isInWord && isWord(bytes[end])
    }
    return removal(start..<end, in: bytes)
  }

  private static func removal(_ range: Range<Int>, in bytes: [UInt8]) -> [Replacement] {
    let start = DocumentText.boundary(in: bytes, atOrBefore: range.lowerBound)
    let end = DocumentText.boundary(in: bytes, atOrBefore: range.upperBound)
    return start < end ? [Replacement(start..<end, "")] : []
  }

  private static func bracket(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    let brackets = Array("(){}[]\"".utf8)
    let all = bytes.indices.filter { brackets.contains(bytes[$0]) }
    guard !all.isEmpty else { return [] }
    let offset = choices.pick("damage.removed-bracket", all)
    return [Replacement(offset..<(offset + 1), "")]
  }

  // MARK: Lines

  /// A line with its end.
  private static func line(in bytes: [UInt8], _ choices: inout Choices) -> Range<Int> {
    let offset = place(in: bytes, &choices)
    let start = bytes[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let end = bytes[offset...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
    return start..<end
  }

  private static func doubledLine(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    let line = line(in: bytes, &choices)
    return [Replacement(line.lowerBound..<line.lowerBound, String(decoding: bytes[line], as: UTF8.self))]
  }

  private static func joinedLines(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    let line = line(in: bytes, &choices)
    guard line.count > 1, bytes[line.upperBound - 1] == 0x0A else { return [] }
    let start = bytes[line.upperBound - 2] == 0x0D ? line.upperBound - 2 : line.upperBound - 1
    return [Replacement(start..<line.upperBound, "")]
  }

  /// Some lines are gone, or the whole text.
  private static func region(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    if choices.chance("damage.everything", percent: 10) { return [Replacement(0..<bytes.count, "")] }
    let start = place(in: bytes, &choices)
    return removal(start..<min(bytes.count, start + choices.draw("damage.region", in: 1...200)), in: bytes)
  }

  /// Something is moved to somewhere before it: two changes in one message.
  private static func twoAtOnce(_ bytes: [UInt8], _ choices: inout Choices) -> [Replacement] {
    let line = line(in: bytes, &choices)
    let target = DocumentText.boundary(in: bytes, atOrBefore: choices.draw("damage.target", below: line.lowerBound + 1))
    let text = String(decoding: bytes[line], as: UTF8.self)
    // What stands around the line may make one line's end of two halves.
    let joins = line.lowerBound > 0 && bytes[line.lowerBound - 1] == 0x0D
    return joins ? [] : [Replacement(line, ""), Replacement(target..<target, text)]
  }
}
