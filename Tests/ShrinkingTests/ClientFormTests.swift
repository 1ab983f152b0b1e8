import JSONRPC
import Recording
import Replay
import SyntheticConversations
import Testing

@testable import Shrinking

@Suite struct ClientFormTests {
  private func form(_ builder: ConversationBuilder) -> [Said] {
    let header = Header(started: "", recorder: "t", command: ["x"], directory: "/w")
    let client = ClientForm.make(of: RecordedSession(name: "r", header: header, records: builder.records))
    #expect(client.isGenerated)
    #expect(client.records.allSatisfy { if case .message(from: .server, _) = $0.event { false } else { true } })
    return client.said
  }

  @Test func whatCameAfterAnAnswerWaitsForIt() {
    var builder = ConversationBuilder.begun()
    let one = builder.request("textDocument/hover")
    let two = builder.request("textDocument/hover")
    builder.answer(two)
    builder.notify("x/one")
    builder.answer(one)
    builder.goodbye()
    let said = form(builder)
    #expect(said.map { $0.json["$after"] } == [nil, [1], nil, nil, [3], [2], [4]])
    #expect(said.first { $0.method == "shutdown" }?.json["$quiet"] != nil)
  }

  @Test func whatTheServerMadeUpIsTakenFromItsAnswers() {
    var builder = ConversationBuilder.begun()
    builder.open("file:///w/a", "x")
    builder.exchange(
      "textDocument/completion", ["textDocument": ["uri": "file:///w/a"]],
      result: ["items": [["label": "p", "data": ["n": 1]], ["label": "q", "data": ["n": 2]]]])
    builder.exchange("completionItem/resolve", ["label": "q", "data": ["n": 2]])
    builder.exchange("completionItem/resolve", ["label": "other", "data": ["n": 1]])
    builder.exchange(
      "textDocument/semanticTokens/full", ["textDocument": ["uri": "file:///w/a"]],
      result: ["resultId": "r7", "data": []])
    builder.exchange(
      "textDocument/semanticTokens/full/delta",
      ["textDocument": ["uri": "file:///w/a"], "previousResultId": "r7"], result: ["edits": []])
    let said = form(builder)
    #expect(said[4].params == ["$from": 2, "at": ["items", 1]])
    #expect(said[5].params == ["label": "other", "data": ["$from": 2, "at": ["items", 0, "data"]]])
    #expect(said[7].params["previousResultId"] == ["$from": 5, "at": ["resultId"]])
  }

  @Test func snapshotsAreNamedByTheAnswersThatNamedThem() {
    var builder = ConversationBuilder()
    builder.exchange("engine_open_document", ["uri": "file:///w/a"], result: ["revision": 9, "snapshotId": "snp-9"])
    builder.exchange(
      "engine_query", ["requestId": "q", "snapshot": ["mode": "fixed", "snapshotId": "snp-9"]], result: [:])
    let said = form(builder)
    #expect(said[1].params["snapshot"]?["snapshotId"] == ["$from": 1, "at": ["snapshotId"]])
  }

  @Test func answersToTheServerAreLeftOut() {
    var builder = ConversationBuilder.begun()
    let asked = builder.request("workspace/configuration", ["items": []], from: .server)
    builder.answer(asked, [])
    builder.notify("x/one")
    #expect(form(builder).map(\.method) == ["initialize", "initialized", "x/one"])
  }
}
