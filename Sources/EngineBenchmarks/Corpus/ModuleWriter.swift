import Measurement

/// The modules of a workspace, which call each other and the library, and the program that uses them.
struct ModuleWriter {
  let corpus: PikeCorpus

  func module(_ number: Int) -> String {
    var stream = RandomStream(seed: corpus.seed, name: "module \(number)")
    var lines = ["//! Module number \(number).", "constant module\(number)_limit = \(stream.below(900));", ""]
    for function in 0..<corpus.functions { lines += self.function(function, of: number, &stream) }
    lines += [
      "class Record\(number) {", "  int amount = \(stream.below(50));", "  string title = \"\(Words.noun(&stream))\";",
      "  int total(int more) { return amount + more; }", "}",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private func function(_ function: Int, of number: Int, _ stream: inout RandomStream) -> [String] {
    let other = stream.below(corpus.modules)
    let tool = stream.below(corpus.libraryModules)
    return [
      "//! Adds up the \(Words.noun(&stream)) of each \(Words.noun(&stream)).",
      "int function\(number)_\(function)(int counter, string|void name) {",
      "  int sum = counter + \(stream.below(100));",
      "  for (int i = 0; i < counter; i++)",
      "    sum += Module\(other).function\(other)_\(function)(i - 1, name);",
      "  return sum + Toolbox.Tool\(tool).measure_\(stream.below(4))(sum, name);",
      "}", "",
    ]
  }

  /// Lines that paths look for are written once, near the beginning; the rest is what a program of some length has.
  func program() -> String {
    var stream = RandomStream(seed: corpus.seed, name: "program")
    var lines = [
      "//! The program.", "int start(int amount) {",
      "  int tool = \(LibraryWriter.direct).measure_0(amount, \"start\");",
      "  int deep = \(LibraryWriter.nested).measure_1(tool);", "  int own = Module3.function3_1(deep, \"own\");",
      "  return own + tool;", "}", "",
    ]
    for number in 0..<Self.programFunctions {
      let module = stream.below(corpus.modules)
      let function = stream.below(corpus.functions)
      lines += [
        "int step_\(number)(int amount, mapping(string:int) seen) {",
        "  int here = Module\(module).function\(module)_\(function)(amount, \"\(Words.noun(&stream))\");",
        "  if (seen[\"\(Words.noun(&stream))\"] > here)",
        "    here += step_\(stream.below(Self.programFunctions))(amount - 1, seen);",
        "  foreach (({ 1, 2, \(stream.below(30)) }), int each)",
        "    here += each * \(stream.below(9) + 1);", "  return here;", "}", "",
      ]
    }
    lines += ["int main(int argc, array(string) argv) {", "  return start(argc) + step_0(argc, ([]));", "}"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static let programFunctions = 110
}
