import Glibc
import JSONRPC
import Recording
import SyntheticConversations
import TestSupport
import Testing

@testable import Replay

/// A round trip with a real server: a session is put together from requests, answered by clangd, and replayed against it.
@Suite struct ClangdTests {
  private static let clangd = Tool.find("clangd")

  private func session() -> RecordedSession {
    let uri = "file:///recorded/proj/main.c"
    var builder = ConversationBuilder()
    let params: JSONValue = [
      "processId": 1, "rootUri": "file:///recorded/proj", "capabilities": [:],
    ]
    builder.exchange("initialize", params)
    builder.notify("initialized")
    builder.open(uri, "int add(int a, int b) { return a + b; }\nint main(void) { return add(1, 2) }\n")
    builder.publish(uri, version: 1)
    for (line, character) in [(0, 5), (1, 26), (1, 5)] {
      let position: JSONValue = ["line": .number("\(line)"), "character": .number("\(character)")]
      let place: JSONValue = ["textDocument": ["uri": .string(uri)], "position": position]
      for method in ["hover", "definition", "documentHighlight", "completion"] {
        builder.exchange("textDocument/\(method)", place)
      }
    }
    builder.goodbye()
    let header = Header(started: "", recorder: "", command: ["clangd"], directory: "/recorded/proj")
    return RecordedSession(name: "clangd", header: header, records: builder.records)
  }

  @Test(.enabled(if: clangd != nil, "clangd is not installed"))
  func whatClangdSaidOnceItSaysAgain() throws {
    let path = "/tmp/reprise-clangd-\(getpid()).trace.gz"
    unlink(path)
    defer { unlink(path) }
    // The answers of the fixture are made up, so that this one fails; what clangd said is in the saved session.
    let first = try replay(session()) { run in
      run.options.command = ["clangd", "--log=error"]
      run.savePath = path
    }
    #expect(first.conclusion == .failed)
    let second = try replay(RecordedSession.load(path: path)) { $0.options.command = ["clangd", "--log=error"] }
    #expect(second.conclusion == .passed, second.text)
    #expect(second.total(\.same) == 14)
    #expect(second.diagnostics.map(\.recordedCount) == [1])
  }
}
