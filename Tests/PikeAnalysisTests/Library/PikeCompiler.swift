import Foundation
import TestSupport

/// What pike's compiler says of texts: all of them in one process.
struct PikeCompiler {
  struct Verdict: Equatable {
    var compiles: Bool
    var errors: [String]
  }

  static var isInstalled: Bool { Tool.find("pike8.0") != nil }

  /// One verdict a text, in their order. Each is compiled as if it stood at its path, and nothing of it is run.
  static func verdicts(on texts: [(path: String, bytes: [UInt8])]) throws -> [Verdict] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("pike-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var list = ""
    for (index, text) in texts.enumerated() {
      try Data(text.bytes).write(to: folder.appendingPathComponent("\(index)"))
      list += "\(text.path)\t\(folder.path)/\(index)\n"
    }
    try Data(list.utf8).write(to: folder.appendingPathComponent("list"))
    try Data(program.utf8).write(to: folder.appendingPathComponent("check.pike"))
    let output = folder.appendingPathComponent("verdicts")
    system("pike8.0 '\(folder.path)/check.pike' < '\(folder.path)/list' > '\(output.path)' 2> /dev/null")
    return read(String(decoding: try Data(contentsOf: output), as: UTF8.self))
  }

  private static func read(_ output: String) -> [Verdict] {
    var verdicts: [Verdict] = []
    var errors: [String] = []
    for line in output.split(separator: "\n") {
      switch line.first {
      case "E": errors.append(String(line.dropFirst(2)))
      default:
        verdicts.append(Verdict(compiles: line.first == "O" && errors.isEmpty, errors: errors))
        errors = []
      }
    }
    return verdicts
  }

  /// `O` or `N` for each text, and before it an `E` line for each error.
  private static let program = """
    class Handler {
      void compile_error(string file, int line, string text) { write("E %s\\n", replace(text, "\\n", " ")); }
      void compile_warning(string file, int line, string text) { }
      int compile_exception(mixed thrown) { return 1; }
    }
    int main() {
      foreach ((Stdio.stdin.read() / "\\n") - ({ "" }), string line) {
        [string path, string source] = line / "\\t";
        mixed thrown = catch { compile_string(Stdio.read_file(source), path, Handler()); };
        write(thrown ? "N\\n" : "O\\n");
      }
      return 0;
    }
    """
}
