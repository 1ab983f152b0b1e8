import JSONRPC
import Recording
import SyntheticConversations
import Testing
import Transcript

@testable import Replay

/// Requests of the server (traps 2, 5, 6) and the tokens that it mints (trap 12).
@Suite struct ServerRequestTests {
  private func checkPasses(
    _ session: RecordedSession, _ quirks: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Verdict {
    let verdict = try replay(session, quirks)
    #expect(verdict.conclusion == .passed, verdict.text, sourceLocation: sourceLocation)
    return verdict
  }

  // MARK: Requests

  private func withSettings(_ items: JSONValue, _ values: JSONValue) -> RecordedSession {
    var fixture = RecordedFixture()
    fixture.handshake()
    let asked = fixture.builder.request("workspace/configuration", ["items": items], from: .server, id: .string("c"))
    fixture.builder.answer(asked, values)
    fixture.open(text: "one\n")
    fixture.hover()
    return fixture.ended()
  }

  @Test(arguments: [["ask"], ["ask", "string-ids"], ["ask", "out-of-order"]])
  func recordedSettingsAreAnswered(_ quirks: [String]) throws {
    let session = withSettings([["section": "a"], ["section": "b"]], ["first", "/recorded/proj/b"])
    let verdict = try checkPasses(session, quirks)
    // The server asks one thing more, which no recorded client was asked.
    #expect(verdict.kinds(.warning) == [.unknownRequest], verdict.text)
    #expect(verdict.traffic.first { $0.method == "workspace/configuration" }?.replayed == 1)
  }

  @Test func settingsAreAnsweredItemByItemWhenAskedOtherwise() throws {
    let script = Script(withSettings([["section": "b"], ["section": "z"]], ["B", "Z"]))
    let book = ServerRequestBook(script, paths: PathMap([]))
    let defaults = DefaultReplies(script, book, paths: PathMap([]))
    let body = Array(#"{"items":[{"section":"a"},{"section":"b"},{"section":"z"}]}"#.utf8)
    let values = defaults.configuration(JSONView(body, 0..<body.count), record: .max, live: PathMap([]))
    #expect(String(decoding: values, as: UTF8.self) == #"[null,"B","Z"]"#)
  }

  @Test(arguments: [["register"], ["refresh"], ["progress"], ["register", "refresh", "progress", "string-ids"]])
  func unrecordedRequestsGetTheirDefault(_ quirks: [String]) throws {
    var fixture = RecordedFixture.begun()
    fixture.hover()
    let verdict = try checkPasses(fixture.ended(), quirks)
    #expect(verdict.kinds(.note).contains(.defaultReply))
  }

  @Test func aRequestThatDoesNotComeIsWaitedForAndReported() throws {
    let session = withSettings([["section": "a"], ["section": "b"]], ["first", "second"])
    let verdict = try checkPasses(session, [])
    #expect(verdict.kinds(.warning) == [.missingCause], verdict.text)
  }

  @Test func refreshComesBeforeTheNextPull() throws {
    var fixture = RecordedFixture()
    fixture.handshake()
    let refresh = fixture.builder.request("workspace/diagnostic/refresh", .null, from: .server)
    fixture.builder.answer(refresh)
    fixture.builder.exchange(
      "textDocument/diagnostic", RecordedFixture.document, result: ["kind": "full", "resultId": "run-11", "items": []])
    let verdict = try checkPasses(fixture.ended(), ["refresh"])
    #expect(verdict.kinds(.warning).isEmpty, verdict.text)
  }

  // MARK: Tokens

  @Test func resultIdsAreReBound() throws {
    var fixture = RecordedFixture.begun()
    let document = RecordedFixture.document.object ?? []
    fixture.builder.exchange(
      "textDocument/diagnostic", RecordedFixture.document, result: ["kind": "full", "resultId": "run-11", "items": []])
    fixture.builder.exchange(
      "textDocument/diagnostic", .object(document + [JSONMember("previousResultId", "run-11")]),
      result: ["kind": "unchanged", "resultId": "run-11"])
    let verdict = try checkPasses(fixture.ended(), [])
    #expect(verdict.tokens == (1, 0))
  }

  @Test(arguments: [[], ["reverse"]])
  func dataOfItemsIsReBoundWhereverTheItemStands(_ quirks: [String]) throws {
    var fixture = RecordedFixture.begun()
    let items = ["alpha", "beta", "gamma"].map { label -> JSONValue in
      ["label": .string(label), "data": ["run": RecordedFixture.run, "label": .string(label)]]
    }
    fixture.builder.exchange(
      "textDocument/completion", RecordedFixture.at(line: 0), result: ["isIncomplete": false, "items": .array(items)])
    // Clients write an item's members in an order of their own.
    fixture.builder.exchange(
      "completionItem/resolve", ["data": ["label": "beta", "run": RecordedFixture.run], "label": "beta"],
      result: ["label": "beta", "documentation": "resolved", "data": ["run": RecordedFixture.run, "label": "beta"]])
    let verdict = try checkPasses(fixture.ended(), quirks)
    #expect(verdict.tokens == (1, 0))
  }

  /// A code action, its command, the edit that the command leads to, and the change that follows from the edit.
  private func withCommand(argument: JSONValue) -> RecordedSession {
    var fixture = RecordedFixture.begun()
    let command: JSONValue = ["title": "fix it", "command": "fix.11", "arguments": [["run": argument]]]
    fixture.builder.exchange(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": .string(RecordedFixture.main)],
        "context": ["diagnostics": [RecordedFixture.diagnostic("4 bytes")]],
      ], result: [["title": "fix it", "kind": "quickfix", "command": command]])
    let sent = fixture.builder.request(
      "workspace/executeCommand", ["command": "fix.11", "arguments": [["run": argument]]])
    let edit = fixture.builder.request(
      "workspace/applyEdit", ["edit": ["changes": .object([JSONMember(RecordedFixture.main, [])])]], from: .server)
    fixture.builder.answer(edit, ["applied": true])
    fixture.change(text: "fixed\n")
    fixture.builder.answer(sent, true)
    return fixture.ended()
  }

  /// Also trap 6: the edit is applied, and the document changed, before the command is answered.
  @Test(arguments: [[], ["string-ids"]])
  func commandsAndDiagnosticsAreReBoundAndEditsComeInOrder(_ quirks: [String]) throws {
    let verdict = try checkPasses(withCommand(argument: "any"), quirks)
    #expect(verdict.tokens == (2, 0), verdict.text)
    #expect(verdict.kinds(.warning).isEmpty, verdict.text)
  }

  /// What a command will do is compared; that its arguments hold a token is for a person to see.
  @Test func argumentsOfCommandsAreReBoundButCompared() throws {
    let verdict = try replay(withCommand(argument: RecordedFixture.run), ["token-arguments"])
    #expect(verdict.row("workspace/executeCommand")?.same == 1, verdict.text)
    #expect(verdict.examples.map(\.method) == ["textDocument/codeAction"])
  }

  @Test func aTokenWithoutACounterpartIsSentAsRecordedAndCounted() throws {
    var fixture = RecordedFixture.begun()
    fixture.builder.exchange(
      "textDocument/completion", RecordedFixture.at(line: 0),
      result: ["isIncomplete": false, "items": [["label": "delta", "data": 5]]])
    fixture.builder.exchange("completionItem/resolve", ["label": "delta", "data": 5], result: ["label": "delta"])
    let verdict = try replay(fixture.ended())
    #expect(verdict.conclusion == .failed)
    #expect(verdict.tokens == (0, 1))
    #expect(verdict.kinds(.warning) == [.unboundToken])
  }
}
