import ArgumentParser
import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Synchronization

/// What an edit in a body makes the other files compute: nothing.
struct Firewall: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "What is computed again in a workspace of 500 files after an edit in one body.")

  func run() async throws {
    let workspace = SyntheticWorkspace(files: 500, functions: 20)
    let executed = Executed()
    let subject = try EngineUnderTest(files: workspace, root: SyntheticWorkspace.root) { options in
      options.observer = { event in
        if case .executed(let query, let key) = event { executed.add("\(query)(\(key))") }
      }
    }
    let file = FileID(SyntheticWorkspace.path(3))
    _ = try subject.engine.openDocument(file, version: 1, text: SourceText(workspace.text(3)))
    _ = await subject.ask(.workspaceDiagnostics)
    let cold = executed.take().count
    // The digit in `int sum = counter + 0;`
    let start = TextPosition(line: 3, column: 22)
    let end = TextPosition(line: 3, column: 23)
    _ = try subject.engine.changeDocument(
      file, version: 2, changes: [.ranged(start: start, end: end, text: Array("17".utf8))], encoding: .utf16)
    _ = await subject.ask(.workspaceDiagnostics)
    let warm = executed.take()
    let elsewhere = warm.filter { !$0.contains(file.path) && !$0.contains("whole") }
    row(
      "a body edit in a workspace of 500 files: queries executed in the other 499", asked: "0",
      measured: "\(elsewhere.count) of \(warm.count) (cold: \(cold))", holds: elsewhere.isEmpty && !warm.isEmpty)
    for key in elsewhere.prefix(5) { print("      \(key)") }
  }
}

private final class Executed: Sendable {
  private let keys = Mutex<[String]>([])
  func add(_ key: String) { keys.withLock { $0.append(key) } }
  func take() -> [String] {
    keys.withLock { keys in
      defer { keys = [] }
      return keys
    }
  }
}
