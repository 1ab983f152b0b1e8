import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Transcript

@Suite struct CausalEdgesTests {
  /// The edges of a record, but for the one to `initialize` that every message has.
  private func edges(_ talk: ConversationBuilder, of record: Int) -> [CausalEdge] {
    (Transcript(talk.records).edges[record] ?? []).filter { $0.kind != .initialize }
  }

  private func edge(_ kind: CausalEdge.Kind, _ record: Int) -> CausalEdge { CausalEdge(kind: kind, record: record) }

  @Test func everythingWaitsForTheInitializeAnswer() {
    var talk = ConversationBuilder.begun()
    let hover = talk.request("textDocument/hover")
    let transcript = Transcript(talk.records)
    #expect(transcript.edges[0] == nil)
    #expect(transcript.edges[2]?.contains(edge(.initialize, 1)) == true)
    #expect(transcript.edges[hover.record] == [edge(.initialize, 1)])
  }

  @Test func aMessageWaitsForTheAnswersSinceTheOneBeforeIt() {
    var talk = ConversationBuilder.begun()
    let first = talk.request("a")
    let second = talk.request("b")
    let answers = [talk.answer(second), talk.answer(first)]
    let third = talk.notify("c")
    let fourth = talk.notify("d")
    #expect(edges(talk, of: second.record) == [])
    #expect(edges(talk, of: third) == answers.map { edge(.answer, $0) })
    #expect(edges(talk, of: fourth) == [])
  }

  @Test func aClientsAnswerWaitsForItsRequest() {
    var talk = ConversationBuilder.begun()
    let ask = talk.request("workspace/configuration", from: .server)
    let answer = talk.answer(ask, [nil])
    #expect(edges(talk, of: answer) == [edge(.serverRequest, ask.record)])
  }

  @Test(
    arguments: [
      ["changes": ["u": []]], ["documentChanges": [["textDocument": ["uri": "u", "version": 1], "edits": []]]],
    ] as [JSONValue])
  func aChangeWaitsForTheEditThatCausedIt(workspaceEdit: JSONValue) {
    var talk = ConversationBuilder.begun()
    for uri in ["u", "v"] { talk.open(uri, "") }
    let apply = talk.request("workspace/applyEdit", ["edit": workspaceEdit], from: .server)
    let other = talk.change("v", version: 2, whole("x"))
    let caused = talk.change("u", version: 2, whole("x"))
    let next = talk.change("u", version: 3, whole("y"))
    #expect(edges(talk, of: other) == [])
    #expect(edges(talk, of: caused) == [edge(.serverRequest, apply.record)])
    #expect(edges(talk, of: next) == [])
  }

  @Test(arguments: [
    ("workspace/semanticTokens/refresh", "textDocument/semanticTokens/full"),
    ("workspace/diagnostic/refresh", "textDocument/diagnostic"),
    ("workspace/inlayHint/refresh", "textDocument/inlayHint"),
  ])
  func aNewPullWaitsForTheLatestRefresh(refresh: String, pull: String) {
    var talk = ConversationBuilder.begun()
    talk.request(refresh, from: .server)
    let second = talk.request(refresh, from: .server)
    let again = talk.request(pull)
    #expect(edges(talk, of: again.record) == [edge(.serverRequest, second.record)])
  }

  @Test func watchedFilesWaitForTheirRegistration() {
    var talk = ConversationBuilder.begun()
    let registration: JSONValue = ["id": "1", "method": "workspace/didChangeWatchedFiles"]
    let register = talk.request("client/registerCapability", ["registrations": [registration]], from: .server)
    let changed = talk.notify("workspace/didChangeWatchedFiles", ["changes": []])
    #expect(edges(talk, of: changed) == [edge(.serverRequest, register.record)])
  }

  @Test func aResultIdWaitsForTheAnswerThatMintedIt() {
    var talk = ConversationBuilder.begun()
    let full = talk.request("textDocument/semanticTokens/full")
    let minted = talk.answer(full, ["resultId": "7", "data": []])
    talk.notify("noise")
    let delta = talk.request("textDocument/semanticTokens/full/delta", ["previousResultId": "7"])
    #expect(edges(talk, of: delta.record) == [edge(.token, minted)])
  }

  @Test func workspaceDiagnosticsHandBackManyResultIds() {
    var talk = ConversationBuilder.begun()
    let first = talk.request("textDocument/diagnostic")
    let one = talk.answer(first, ["kind": "full", "items": [], "resultId": "a"])
    let second = talk.request("workspace/diagnostic")
    let two = talk.answer(second, ["items": [["uri": "u", "resultId": "b"]]])
    talk.notify("noise")
    let again = talk.request("workspace/diagnostic", ["previousResultIds": [["value": "a"], ["value": "b"]]])
    #expect(edges(talk, of: again.record) == [edge(.token, one), edge(.token, two)])
  }

  @Test func aResolveWaitsForTheAnswerThatHasItsData() {
    var talk = ConversationBuilder.begun()
    let first = talk.request("textDocument/completion")
    let older = talk.answer(first, [["label": "a", "data": ["id": 1]]])
    let second = talk.request("textDocument/completion")
    let newer = talk.answer(second, [["label": "a", "data": ["id": 2]]])
    talk.notify("noise")
    let resolves = [["id": 1], ["id": 2], ["id": 3]].map { (data: JSONValue) in
      talk.request("completionItem/resolve", ["label": "a", "data": data]).record
    }
    #expect(resolves.flatMap { edges(talk, of: $0) } == [older, newer, newer].map { edge(.token, $0) })
  }

  @Test func aCommandWaitsForTheCodeActionThatOfferedIt() {
    var talk = ConversationBuilder.begun()
    let actions = talk.request("textDocument/codeAction")
    let answer = talk.answer(actions, [["title": "t", "command": "server.fix.42", "arguments": []]])
    talk.notify("noise")
    let execute = talk.request("workspace/executeCommand", ["command": "server.fix.42", "arguments": []])
    #expect(edges(talk, of: execute.record) == [edge(.token, answer)])
  }

  @Test func aCancelOfProgressWaitsForItsToken() {
    var talk = ConversationBuilder.begun()
    let create = talk.request("window/workDoneProgress/create", ["token": "t"], from: .server)
    let cancel = talk.notify("window/workDoneProgress/cancel", ["token": "t"])
    #expect(edges(talk, of: cancel) == [edge(.token, create.record)])
  }

  @Test func aCodeActionWaitsForThePublishOfItsDiagnostics() {
    var talk = ConversationBuilder.begun()
    let publish = talk.publish("u", "unused")
    talk.publish("v", "other")
    let carrying = talk.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": "u"], "context": ["diagnostics": [["message": "unused"]]]])
    let empty = talk.request(
      "textDocument/codeAction", ["textDocument": ["uri": "u"], "context": ["diagnostics": []]])
    #expect(edges(talk, of: carrying.record) == [edge(.publish, publish)])
    #expect(edges(talk, of: empty.record) == [])
  }

  @Test func exitWaitsForTheShutdownAnswer() {
    var talk = ConversationBuilder.begun()
    let shutdown = talk.request("shutdown")
    let answer = talk.answer(shutdown)
    let exit = talk.notify("exit")
    #expect(edges(talk, of: exit).contains(edge(.shutdown, answer)))
  }

  @Test func anExitThatDidNotWaitHasNoSuchEdge() {
    var talk = ConversationBuilder.begun()
    talk.request("shutdown")
    let exit = talk.notify("exit")
    #expect(edges(talk, of: exit) == [])
  }
}
