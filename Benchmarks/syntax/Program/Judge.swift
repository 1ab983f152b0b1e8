import ArgumentParser
import Foundation
import PikeSyntax

/// Says of each text whether it has a mistake of syntax: JSON objects on standard input, one a line, and on standard output.
struct Judge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Judge texts as files of the library: {\"path\": …, \"text\": base64, \"constants\": {…}} → {\"wrong\": …}.")

  @OptionGroup var options: LibraryOptions

  private struct Request: Decodable {
    var path: String
    var text: String
    /// Which `#if constant(X)` hold.
    var constants: [String: Bool]?
  }

  private struct Answer: Encodable {
    var wrong: Bool
    var first: String?
  }

  func run() throws {
    var library = Library(root: options.library, only: "no file: texts come from standard input")
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()
    while let line = readLine() {
      let request = try decoder.decode(Request.self, from: Data(line.utf8))
      guard let bytes = Data(base64Encoded: request.text) else {
        throw ValidationError("the text is not base64: \(line.prefix(80))")
      }
      let source = library.source(SourceText(Array(bytes)), at: request.path, constants: request.constants ?? [:])
      let tree = source.parse()
      let answer = Answer(wrong: tree.hasDiagnostics, first: describe(tree, source).first)
      // Not `print`, which would keep the answer in its buffer while the other side waits for it.
      try FileHandle.standardOutput.write(contentsOf: try encoder.encode(answer) + Data("\n".utf8))
    }
  }
}
