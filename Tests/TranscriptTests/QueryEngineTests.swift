import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Transcript

/// Conversations of query-engine-v2.
@Suite struct QueryEngineTests {
  private func documents(in talk: ConversationBuilder) -> [DocumentEvent] {
    observe(talk).compactMap { if case .document(let event) = $0 { event } else { nil } }
  }

  private func cancels(in talk: ConversationBuilder) -> [Cancellation] {
    observe(talk).compactMap { if case .cancel(let cancellation) = $0 { cancellation } else { nil } }
  }

  // MARK: Documents

  @Test func documentsAreFollowedThroughTheirMutations() {
    var talk = ConversationBuilder.engineBegun()
    talk.engineOpen("file:///u", "abc")
    talk.engineChange("file:///u", version: 2, [edit(0, 1, 0, 2, "x"), edit(0, 3, 0, 3, "!")])
    talk.engineChange("file:///u", version: 3, "whole")
    talk.notify("engine_close_document", ["uri": "file:///u"])
    let transcript = Transcript(talk.records)
    let texts = (1...3).map {
      transcript.documents.text(of: "file:///u", atVersion: $0).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(texts == ["abc", "axc!", "whole"])
    #expect(documents(in: talk).map(\.kind) == [.opened, .changed, .changed, .closed])
    #expect(documents(in: talk).allSatisfy { $0.wasOpen == ($0.kind != .opened) })
  }

  @Test func aPathIsTheSameDocumentAsItsURI() {
    var talk = ConversationBuilder.engineBegun()
    talk.engineOpen("/w/a b.pike", "abc")
    talk.engineChange("file:///w/a%20b.pike", version: 2, "x")
    #expect(documents(in: talk).map(\.wasOpen) == [false, true])
  }

  @Test(arguments: [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
  func columnsCountInTheUnitThatAChangeNames(encoding: String, column: Int) throws {
    var talk = ConversationBuilder.engineBegun()
    talk.engineOpen("u", "x😀y")
    talk.request(
      "engine_change_document",
      [
        "uri": "u", "version": 2, "encoding": .string(encoding),
        "changes": [edit(0, column, 0, column + 1, "z")],
      ])
    var conversation = Conversation()
    for record in talk.records { _ = conversation.consume(record) }
    #expect(conversation.text(of: "u")?.string == "x😀z")
  }

  @Test func whatLacksItsParametersIsReported() {
    var talk = ConversationBuilder.engineBegun()
    talk.request("engine_open_document", ["uri": "u"])
    talk.request("engine_change_document", ["uri": "u", "version": 1])
    talk.request("engine_close_document")
    talk.request("engine_cancel_request")
    let missing = anomalies(in: talk).map { if case .badParams(_, _, let missing) = $0 { missing } else { "" } }
    #expect(missing == ["text", "changes", "uri", "requestId"])
  }

  @Test func whatWasRefusedMakesTheTextDoubtful() {
    var talk = ConversationBuilder.engineBegun()
    talk.acknowledge(talk.engineOpen("u", "a"), 1)
    talk.fail(talk.engineChange("u", version: 2, "b"), code: -32602)
    var conversation = Conversation()
    var doubts: [Bool?] = []
    for record in talk.records {
      _ = conversation.consume(record)
      doubts.append(conversation.document("u")?.isDoubtful)
    }
    #expect(doubts == [nil, nil, false, false, false, true])
  }

  // MARK: Queries

  @Test func aQueryAndItsReplyAreTakenApart() throws {
    var talk = ConversationBuilder.engineBegun()
    let query = talk.query("hover", "h", ["filename": "/w/a.pike"], snapshot: "snp-4")
    talk.reply(query, used: 4, ["contents": "x"])
    let exchange = try #require(exchanges(in: talk).last)
    let asked = try #require(exchange.query)
    #expect(asked.requestID == .string("h") && asked.feature == "hover" && asked.document == "/w/a.pike")
    #expect(asked.snapshot == .fixed("snp-4"))
    let reply = try #require(exchange.answer?.reply)
    #expect(reply.requestID == .string("h") && reply.revision == 4 && reply.revisionUsed == 4)
    #expect(reply.payload?["contents"]?.string == "x" && reply.errorCode == nil && reply.snapshotIDCount == 1)
    let metrics = EngineMetrics(try #require(reply.metrics))
    #expect(metrics.duration == 1500 && metrics.queueWait == 250 && metrics.snapshotRequested == "snp-4")
    #expect(metrics.isCancelled == false && metrics.isCacheHit == false && metrics.hasRecomputed)
  }

  @Test(
    arguments: [
      ([:], .latest), (["snapshot": nil], .latest), (["snapshot": ["mode": "latest"]], .latest),
      (["snapshot": ["mode": "fixed", "snapshotId": "x"]], .fixed("x")), (["snapshot": ["mode": "fixed"]], .malformed),
      (["snapshot": 1], .malformed),
    ] as [(JSONValue, EngineQuery.Snapshot)])
  func whichSnapshotIsAskedFor(params: JSONValue, expected: EngineQuery.Snapshot) {
    var talk = ConversationBuilder()
    talk.request("engine_query", params)
    #expect(exchanges(in: talk).first?.query?.snapshot == expected)
  }

  @Test(arguments: [("snp-1", 1), ("snp-01", nil), ("snp-0", nil), ("snp-+1", nil), ("1", nil), ("snp-", nil)])
  func namesOfSnapshots(name: String, revision: Int?) { #expect(SnapshotName.revision(name) == revision) }

  @Test func acknowledgementsAreTakenApart() {
    var talk = ConversationBuilder()
    talk.acknowledge(talk.request("engine_update_config"), 7)
    let acknowledgement = exchanges(in: talk).first?.answer?.acknowledgement
    #expect(acknowledgement?.revision == 7 && acknowledgement?.snapshotID == "snp-7")
  }

  // MARK: Cancels

  @Test func aCancelNamesItsQueryByRequestId() throws {
    var talk = ConversationBuilder.engineBegun()
    let (first, second) = (talk.query("hover", "a"), talk.query("hover", "b"))
    talk.cancel(second)
    talk.replyCancelled(second)
    talk.cancel(second)
    talk.request("engine_cancel_request", ["requestId": "c"])
    talk.reply(first, used: 1)
    let targets = cancels(in: talk).map(\.target)
    guard case .inFlight(let request)? = targets.first, targets.count == 3 else {
      Issue.record("\(targets)")
      return
    }
    #expect(request.record == second.record)
    #expect(targets[1] == .answered(request) && targets[2] == .unknown)
    let cancelled = exchanges(in: talk).filter { $0.cancel != nil }.map(\.request.record)
    #expect(cancelled == [second.record])
  }

  @Test func aNameThatWasCancelledIsCancelledWhenItIsUsed() {
    var talk = ConversationBuilder()
    talk.request("engine_cancel_request", ["requestId": 7])
    talk.request("engine_query", ["requestId": 7])
    talk.request("engine_query", ["requestId": "7"])
    #expect(exchanges(in: talk).map { $0.cancel?.record } == [nil, 0, nil])
  }

  @Test func aNameThatIsOpenIsADuplicate() {
    var talk = ConversationBuilder()
    let first = talk.query("hover", "a")
    talk.query("hover", "a")
    talk.reply(first, used: 1)
    talk.query("hover", "a")
    #expect(exchanges(in: talk).map { $0.query?.isDuplicate } == [false, true, false])
  }
}
