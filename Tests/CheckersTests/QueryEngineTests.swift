import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// Each checker of query-engine-v2 finds the fault that is planted for it, and nothing else does. Records 0 and 1 are the
/// handshake.
@Suite struct QueryEngineTests {
  // MARK: INV-01

  @Test(arguments: [(3, false), (2, true), (1, true)])
  func revisionsIncrease(second: Int, isFound: Bool) {
    checkEngine(finds: isFound ? ["revisions-increase@5"] : []) { talk in
      talk.acknowledge(talk.request("engine_update_config"), 2)
      talk.acknowledge(talk.request("engine_update_config"), second)
    }
  }

  @Test func revisionsCountInTheOrderOfTheMutations() {
    checkEngine { talk in
      let (first, second) = (talk.request("engine_update_config"), talk.request("engine_update_config"))
      talk.acknowledge(second, 2)
      talk.acknowledge(first, 1)
    }
    checkEngine(finds: "revisions-increase@5") { talk in
      let (first, second) = (talk.request("engine_update_config"), talk.request("engine_update_config"))
      talk.acknowledge(second, 1)
      talk.acknowledge(first, 2)
    }
  }

  @Test func snapshotsOfMutationsAreNamedByTheirRevisions() {
    checkEngine(finds: "revisions-increase@3", "revisions-increase@5", "revisions-increase@7") { talk in
      talk.answer(talk.request("engine_update_config"), ["revision": 1, "snapshotId": "snp-2"])
      talk.answer(talk.request("engine_update_config"), ["revision": 0, "snapshotId": "snp-0"])
      talk.answer(talk.request("engine_update_config"), [:])
    }
  }

  // MARK: INV-02

  @Test(arguments: [
    (#""snapshotIdUsed":"snp-1""#, false), (#""snapshotIdUsed":"snp-2""#, true), (#""snapshotIdUsed":null"#, true),
    (#""snapshotIdUsed":"1""#, true), (#""x":1"#, true), (#""snapshotIdUsed":"snp-1","snapshotIdUsed":"snp-1""#, true),
  ])
  func snapshotNamed(member: String, isFound: Bool) {
    for snapshot in [nil, "snp-1"] {
      var talk = ConversationBuilder.engineBegun()
      talk.acknowledge(talk.request("engine_update_config"), 1)
      let query = talk.query("hover", "a", snapshot: snapshot)
      let metrics = String(decoding: talk.metrics(query, used: 1).serialized(), as: UTF8.self)
      talk.raw(
        #"{"id":\#(query.sent.id),"result":{"requestId":"a",\#(member),"#
          + #""result":{"feature":"hover","revision":1,"payload":null},"metrics":\#(metrics)}}"#, from: .server)
      talk.endOfInput()
      let found = findings(in: talk, framing: .lines).filter { $0.checker == "snapshot-named" }
      #expect(found.map(\.weight) == (isFound ? [.must] : []), "\(found)")
    }
  }

  @Test func anotherQuerysAnswerIsFound() {
    checkEngine(finds: "snapshot-named@3", "telemetry-complete@3") { talk in
      let query = talk.query("hover", "a")
      talk.reply(ConversationBuilder.SentQuery(sent: query.sent, name: "b", feature: "hover"), used: 1)
    }
  }

  // MARK: INV-03

  @Test(arguments: [("snp-1", true), ("snp-2", false)])
  func fixedSnapshotDeterministic(second: String, isFound: Bool) {
    checkEngine(finds: isFound ? ["fixed-snapshot-deterministic@9"] : []) { talk in
      talk.acknowledge(talk.request("engine_update_config"), 1)
      talk.acknowledge(talk.request("engine_update_config"), 2)
      talk.reply(talk.query("workspace_symbols", "a", [:], snapshot: "snp-1"), used: 1, ["x", "y"])
      let again = talk.query("workspace_symbols", "b", [:], snapshot: second)
      talk.reply(again, used: second == "snp-1" ? 1 : 2, ["y", "x"])
    }
  }

  @Test func theOrderOfMembersIsNoDifference() {
    checkEngine { talk in
      talk.acknowledge(talk.request("engine_update_config"), 1)
      let params: (JSONValue, JSONValue) = (["query": "a", "limit": 2], ["limit": 2, "query": "a"])
      talk.reply(talk.query("workspace_symbols", "a", params.0, snapshot: "snp-1"), used: 1, ["x": 1, "y": "é/"])
      talk.reply(talk.query("workspace_symbols", "b", params.1, snapshot: "snp-1"), used: 1, ["y": "é/", "x": 1])
    }
  }

  // MARK: INV-04

  @Test func aResultBehindTheReadCancelIsFound() {
    checkEngine(finds: "cancellation-terminal@5") { talk in
      let query = talk.query("hover", "a")
      talk.answer(talk.cancel(query), ["accepted": true])
      talk.reply(query, used: 1)
    }
    checkEngine(finds: "cancellation-terminal@5") { talk in
      let query = talk.query("hover", "a")
      talk.answer(talk.cancel(query), ["accepted": true])
      talk.reply(query, error: "INVALID_PARAMS")
    }
  }

  @Test func aResultThatCrossedTheCancelIsNoFault() {
    checkEngine { talk in
      let query = talk.query("hover", "a")
      let cancel = talk.cancel(query)
      talk.reply(query, used: 1)
      talk.answer(cancel, ["accepted": true])
    }
  }

  @Test func aNameThatWasCancelledStaysCancelled() {
    checkEngine(finds: "cancellation-terminal@5") { talk in
      talk.answer(talk.request("engine_cancel_request", ["requestId": "a"]), ["accepted": true])
      talk.reply(talk.query("hover", "a"), used: 1)
    }
  }

  @Test(arguments: [("requested", true), ("superseded", false), ("disposed", true)])
  func cancelledUnasked(reason: String, isFound: Bool) {
    checkEngine(finds: isFound ? ["cancelled-unasked@3"] : []) { talk in
      talk.replyCancelled(talk.query("hover", "a"), reason: reason)
    }
  }

  @Test func whatIsOpenWhenTheClientLeavesMayBeDisposed() {
    checkEngine { talk in
      let query = talk.query("hover", "a")
      talk.append(.close(from: .client))
      talk.replyCancelled(query, reason: "disposed")
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  @Test func aCancelledQueryWithoutAnswerIsFound() {
    checkEngine(finds: "stays-alive@5?", "cancelled-answers@2") { talk in
      talk.answer(talk.cancel(talk.query("hover", "a")), ["accepted": true])
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  // MARK: INV-05

  @Test(arguments: ["snp-999", "snp-0", "snp--1", "snp-01", "7", ""])
  func unknownSnapshot(name: String) {
    var talk = ConversationBuilder.engineBegun()
    talk.acknowledge(talk.request("engine_update_config"), 1)
    talk.reply(talk.query("hover", "a", snapshot: name), error: "SNAPSHOT_NOT_FOUND")
    talk.reply(talk.query("hover", "b", snapshot: name), used: 1)
    talk.endOfInput()
    let found = findings(in: talk, framing: .lines).filter { $0.checker == "unknown-snapshot" }
    #expect(found.map(\.record) == [7])
  }

  @Test(arguments: [(nil, false), (3, false), (4, true)] as [(Int?, Bool)])
  func aSnapshotThatIsKeptIsFound(kept: Int?, isFound: Bool) {
    var limits = CheckerLimits()
    limits.snapshotsKept = kept
    checkEngine(finds: isFound ? ["unknown-snapshot@11"] : [], limits: limits) { talk in
      for revision in 1...4 { talk.acknowledge(talk.request("engine_update_config"), revision) }
      talk.reply(talk.query("hover", "a", snapshot: "snp-1"), error: "SNAPSHOT_NOT_FOUND")
    }
  }

  // MARK: INV-06

  @Test(arguments: [("query-engine-v2", 2, 0), ("lsp", 2, 1), ("query-engine-v2", 3, 2)])
  func handshake(name: String, major: Int, count: Int) {
    var talk = ConversationBuilder()
    talk.exchange("get_protocol_info", result: ConversationBuilder.protocolInfo(name: name, major: major))
    #expect(findings(in: talk, framing: .lines).map(\.checker) == Array(repeating: "handshake", count: count))
  }

  @Test func aClientOfAnotherProtocolMustBeRefused() {
    checkEngine(finds: "handshake@3", "handshake@9") { talk in
      talk.exchange("get_protocol_info", ["major": 3], result: ConversationBuilder.protocolInfo())
      talk.fail(talk.request("get_protocol_info", ["protocol": "lsp"]), code: -32602)
      talk.fail(talk.request("engine_update_config"), code: -32600)
      talk.acknowledge(talk.request("engine_update_config"), 1)
      talk.exchange(
        "get_protocol_info", ["protocol": "query-engine-v2", "major": 2], result: ConversationBuilder.protocolInfo())
      talk.acknowledge(talk.request("engine_update_config"), 2)
    }
  }

  // MARK: INV-07

  @Test(arguments: [(1, true), (2, false), (9, false)])
  func readYourEdits(used: Int, isFound: Bool) {
    checkEngine(finds: isFound ? ["read-your-edits@7"] : []) { talk in
      talk.acknowledge(talk.engineOpen("file:///u", ""), 1)
      let change = talk.engineChange("file:///u", version: 2, "x")
      let query = talk.query("hover", "a")
      talk.acknowledge(change, 2)
      talk.reply(query, used: used)
    }
  }

  @Test func mutationsBehindAQueryNeedNotBeRead() {
    checkEngine { talk in
      talk.acknowledge(talk.engineOpen("file:///u", ""), 1)
      let query = talk.query("hover", "a")
      talk.acknowledge(talk.engineChange("file:///u", version: 2, "x"), 2)
      talk.reply(query, used: 1)
    }
  }

  // MARK: INV-08

  @Test(arguments: [
    "requestId", "snapshotRequested", "snapshotIdUsed", "durationMs", "queueWaitMs", "cancelled", "cacheHit",
    "recomputed",
  ])
  func telemetryComplete(missing: String) {
    checkEngine(finds: "telemetry-complete@5", "telemetry-complete@7") { talk in
      talk.reply(talk.query("hover", "a"), used: 1)
      let query = talk.query("hover", "b")
      talk.reply(query, used: 1, metrics: talk.metrics(query, used: 1).without(missing))
      let cancelled = talk.query("hover", "c")
      talk.replyCancelled(
        cancelled, reason: "superseded",
        metrics: talk.metrics(cancelled, used: nil, isCancelled: true).without(missing))
    }
  }

  @Test func metricsThatContradictTheAnswerAreFound() {
    checkEngine(finds: "telemetry-complete@3", "telemetry-complete@5") { talk in
      let query = talk.query("hover", "a")
      talk.reply(query, used: 1, metrics: talk.metrics(query, used: 2))
      let other = talk.query("hover", "b")
      talk.reply(other, used: 1, metrics: talk.metrics(other, used: 1, isCancelled: true))
    }
  }

  // MARK: Errors

  @Test func internalErrorsAreFound() {
    checkEngine(finds: "no-internal-error@5") { talk in
      talk.acknowledge(talk.engineOpen("file:///u", "abc"), 1)
      let query = talk.query("hover", "a")
      let error: JSONValue = [
        "code": -32603, "message": "defect", "data": ["metrics": talk.metrics(query, used: 1)],
      ]
      talk.say([JSONMember("id", query.sent.id.json), JSONMember("error", error)], from: .server)
    }
  }

  @Test(arguments: [("file:///u", 1, true), ("file:///u", 9, false), ("file:///v", 1, false)])
  func aLegalQueryMustNotBeCalledIllegal(uri: String, character: Int, isFound: Bool) {
    checkEngine(finds: isFound ? ["no-internal-error@5"] : []) { talk in
      talk.acknowledge(talk.engineOpen("file:///u", "abc"), 1)
      let position: JSONValue = ["line": 0, "character": .number(String(character))]
      talk.reply(talk.query("hover", "a", ["uri": .string(uri), "position": position]), error: "INVALID_PARAMS")
    }
  }

  @Test func aRefusedMutationLeavesTheTextUnknown() {
    checkEngine(finds: "document-versions@4") { talk in
      talk.acknowledge(talk.engineOpen("file:///u", "abc", version: 5), 1)
      talk.fail(talk.engineChange("file:///u", version: 4, ""), code: -32602)
      talk.reply(talk.query("document_highlight", "a"), used: 1, [["range": range(0, 0, 0, 3)]])
      talk.reply(talk.query("folding_ranges", "b"), error: "INVALID_PARAMS")
    }
  }
}

extension JSONValue {
  /// An object without one of its members.
  fileprivate func without(_ key: String) -> JSONValue { .object((object ?? []).filter { $0.key != key }) }
}
