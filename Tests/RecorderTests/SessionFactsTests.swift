import JSONRPC
import Recording
import Testing

@testable import Recorder

@Suite struct SessionFactsTests {
  private func observe(_ messages: [(Party, String)], capture: CapturePolicy.Mode = .none) -> [SessionFacts.Finding] {
    var facts = SessionFacts(capture: capture)
    return messages.flatMap { party, body in
      facts.observe(.message(from: party, FramedMessage(body: Array(body.utf8))))
    }
  }

  @Test func bothSidesIntroduceThemselves() {
    let findings = observe([
      (
        .client,
        #"{"id":"a","method":"initialize","params":{"clientInfo":{"name":"ed","version":"1"},"rootUri":"file:///w"}}"#
      ),
      (.server, #"{"method":"window/logMessage","params":{}}"#),
      (.server, #"{"id":"b","result":{"serverInfo":{"name":"wrong"}}}"#),
      (.server, #"{"id":"a","result":{"serverInfo":{"name":"ls"},"capabilities":{"positionEncoding":"utf-8"}}}"#),
      (.server, #"{"id":"a","result":{}}"#),
    ])
    let peers = Peers(
      client: .init(name: "ed", version: "1"), server: .init(name: "ls"), positionEncoding: "utf-8",
      roots: ["file:///w"])
    #expect(findings == [.roots(["file:///w"]), .peers(peers)])
  }

  @Test(arguments: [
    (
      #"{"workspaceFolders":[{"uri":"file:///a","name":"a"},{"uri":"file:///b","name":"b"}],"rootUri":"file:///c"}"#,
      ["file:///a", "file:///b"]
    ),
    (#"{"workspaceFolders":null,"rootUri":"file:///c","rootPath":"/d"}"#, ["file:///c"]),
    (#"{"rootUri":null,"rootPath":"/d e"}"#, ["file:///d%20e"]),
    (#"{}"#, []),
  ])
  func rootsComeFromWhatTheClientSaysBest(params: String, roots: [String]) {
    let findings = observe([(.client, "{\"id\":1,\"method\":\"initialize\",\"params\":\(params)}")])
    #expect(findings == (roots.isEmpty ? [] : [.roots(roots)]))
  }

  @Test func positionsAreUTF16UnlessTheServerSaysOtherwise() {
    let findings = observe([
      (.client, #"{"id":1,"method":"initialize","params":{}}"#), (.server, #"{"id":1,"error":{"code":1}}"#),
    ])
    #expect(findings == [.peers(Peers(client: .init(), server: .init(), positionEncoding: "utf-16", roots: []))])
  }

  @Test func openedDocumentsAreFoundWhenTheyAreWanted() {
    let open = (Party.client, #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a"}}}"#)
    let start = (Party.client, #"{"id":1,"method":"initialize","params":{}}"#)
    #expect(observe([start, open], capture: .opened) == [.opened(uri: "file:///a")])
    #expect(observe([start, open], capture: .workspace) == [])
  }

  /// Files that are gone are counted, so that numbers are those of a reader that sees the messages only.
  @Test(arguments: [CapturePolicy.Mode.opened, .workspace]) func changesOnDiskAreNumbered(mode: CapturePolicy.Mode) {
    let start = (Party.client, #"{"id":1,"method":"initialize","params":{}}"#)
    func told(_ changes: String) -> (Party, String) {
      (.client, "{\"method\":\"workspace/didChangeWatchedFiles\",\"params\":{\"changes\":[\(changes)]}}")
    }
    let first = told(#"{"uri":"file:///a","type":2},{"uri":"file:///b","type":3},{"uri":"file:///c","type":1}"#)
    let second = told(#"{"uri":"file:///a","type":2}"#)
    let findings: [SessionFacts.Finding] = [(0, "file:///a"), (2, "file:///c"), (3, "file:///a")]
      .map { .changed(WatchedChange(number: $0, uri: $1)) }
    #expect(observe([start, first, second], capture: mode) == findings)
    #expect(observe([start, first, second]) == [])
  }

  @Test func whatIsNotJSONIsPassedOver() {
    #expect(observe([(.client, "not JSON"), (.server, "{"), (.client, "[]"), (.client, "")]) == [])
  }

  // MARK: Names

  @Test(
    arguments: [
      ("file:///a%20b", "/a b"), ("file://localhost/a", "/a"), ("FILE:/a", "/a"), ("file:///%C3%A9", "/é"),
      ("file:///a#b", "/a"), ("file://host/a", nil), ("http://x/a", nil), ("file:///a%2", nil), ("file:///%FF", nil),
      ("file:///a%00b", nil), ("file:a", nil),
    ] as [(String, String?)])
  func uriNamesPath(uri: String, path: String?) { #expect(FileURI.path(of: uri) == path) }

  @Test(arguments: [
    ("session.trace.gz", 1, "session.trace.gz"), ("session.trace.gz", 3, "session.3.trace.gz"),
    ("a.b/file", 2, "a.b/file.2"), ("x.log", 2, "x.2.log"), (".hidden", 2, ".hidden.2"),
  ])
  func takenNamesGetANumber(path: String, number: Int, candidate: String) {
    #expect(OutputPath.candidate(number, of: path) == candidate)
  }

  @Test func aRecordingWithoutANameIsNamedAfterItsStart() {
    let name = OutputPath.defaultName(started: "2026-01-31T09:15:00.123Z", processIdentifier: 42)
    #expect(name == "session-20260131-091500-42.trace.gz")
    #expect(OutputPath.resolve(nil, defaultName: name) { _ in false } == name)
    #expect(OutputPath.resolve("d", defaultName: name) { $0 == "d" } == "d/" + name)
    #expect(OutputPath.resolve("d/", defaultName: name) { _ in false } == "d/" + name)
    #expect(OutputPath.resolve("f", defaultName: name) { _ in false } == "f")
  }

  @Test func timesAreWrittenForPeople() {
    #expect(WallClock.rfc3339(seconds: 1_767_323_045, milliseconds: 7) == "2026-01-02T03:04:05.007Z")
  }
}
