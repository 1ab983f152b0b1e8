import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Transcript

@Suite struct PairingTests {
  @Test func anAnswerIsPairedWithItsRequestAndTimed() throws {
    var talk = ConversationBuilder()
    let hover = talk.request("textDocument/hover")
    talk.notify("window/logMessage", from: .server)
    let answer = talk.answer(hover)
    let exchange = try #require(exchanges(in: talk).first)
    #expect(exchange.request.record == hover.record)
    #expect(exchange.answer?.record == answer)
    #expect(exchange.latency == 2000)
  }

  @Test func answersMayComeInAnyOrder() {
    var talk = ConversationBuilder()
    let first = talk.request("a")
    let second = talk.request("b")
    talk.answer(second)
    talk.answer(first)
    #expect(exchanges(in: talk).map { [$0.request.record, $0.answer?.record] } == [[0, 3], [1, 2]])
  }

  @Test func integerAndStringIdsDiffer() {
    var talk = ConversationBuilder()
    let integer = talk.request("a", id: .integer(1))
    let string = talk.request("b", id: .string("1"))
    talk.answer(string)
    talk.answer(integer)
    #expect(exchanges(in: talk).map { $0.answer?.record } == [3, 2])
    #expect(anomalies(in: talk).isEmpty)
  }

  @Test func eachSideHasItsOwnIds() {
    var talk = ConversationBuilder()
    let ask = talk.request("workspace/configuration", from: .server, id: .integer(1))
    let hover = talk.request("textDocument/hover", from: .client, id: .integer(1))
    talk.answer(hover)
    talk.answer(ask)
    #expect(exchanges(in: talk).map { $0.answer?.record } == [3, 2])
    #expect(anomalies(in: talk).isEmpty)
  }

  @Test func idsMayBeUsedAgainAfterTheAnswer() {
    var talk = ConversationBuilder()
    for _ in 0..<3 { talk.answer(talk.request("a", id: .integer(7))) }
    #expect(exchanges(in: talk).map { $0.answer?.record } == [1, 3, 5])
    #expect(anomalies(in: talk).isEmpty)
  }

  @Test func anIdUsedAgainInFlightIsReportedAndTheOldestIsAnsweredFirst() {
    var talk = ConversationBuilder()
    let first = talk.request("a", id: .integer(7))
    let second = talk.request("b", id: .integer(7))
    talk.answer(first)
    talk.answer(second)
    #expect(exchanges(in: talk).map { $0.answer?.record } == [2, 3])
    guard case .reusedID(let request, let inFlight)? = anomalies(in: talk).first else {
      Issue.record("not reported")
      return
    }
    #expect((request.record, inFlight.record) == (1, 0))
  }

  @Test func aSecondAnswerIsADuplicate() {
    var talk = ConversationBuilder()
    let hover = talk.request("textDocument/hover")
    talk.answer(hover)
    talk.answer(hover)
    guard case .duplicateAnswer(.server, let request)? = anomalies(in: talk).first else {
      Issue.record("not reported")
      return
    }
    #expect(request.record == 0)
  }

  @Test(arguments: [#"{"id":99,"result":1}"#, #"{"id":null,"error":{"code":-32700,"message":""}}"#, #"{"result":1}"#])
  func anAnswerToNothingIsReported(body: String) {
    var talk = ConversationBuilder()
    talk.raw(body, from: .server)
    guard case .unknownAnswer(.server, _)? = anomalies(in: talk).first else {
      Issue.record("not reported")
      return
    }
  }

  @Test(arguments: ["", "nonsense", "[1]", "{}", #"{"id":1}"#, "{", #"{"jsonrpc":"2.0"}"#])
  func whatIsNoMessageIsReportedAndNothingElseHappens(body: String) {
    var talk = ConversationBuilder()
    talk.raw(body, from: .server)
    #expect(anomalies(in: talk).count == 1)
  }

  @Test(arguments: [
    (#"{"id":1,"result":null}"#, Outcome.result),
    (#"{"id":1,"result":null,"error":null}"#, .result),
    (#"{"id":1,"error":{"code":-32800,"message":"x"}}"#, .failure(code: -32800, message: "x")),
    (#"{"id":1,"error":{"message":"x"}}"#, .failure(code: nil, message: "x")),
    (#"{"id":1,"error":"odd"}"#, .failure(code: nil, message: "")),
  ])
  func theOutcomeTellsResultsFromErrors(body: String, expected: Outcome) {
    var talk = ConversationBuilder()
    talk.request("a", id: .integer(1))
    talk.raw(body, from: .server)
    #expect(exchanges(in: talk).first?.answer?.outcome == expected)
  }

  @Test func unansweredRequestsAreKnownInOrder() {
    var talk = ConversationBuilder()
    talk.request("a")
    talk.request("b", from: .server)
    talk.exchange("c")
    #expect(exchanges(in: talk).filter { $0.answer == nil }.map(\.request.record) == [0, 1])
  }
}

@Suite struct CancelTests {
  @Test func aCancelIsLinkedToItsRequest() {
    var talk = ConversationBuilder()
    let hover = talk.request("textDocument/hover")
    let cancel = talk.cancel(hover)
    talk.fail(hover, code: -32800)
    #expect(exchanges(in: talk).first?.cancel?.record == cancel)
  }

  @Test func aCancelNamesARequestOfItsOwnSide() {
    var talk = ConversationBuilder()
    talk.request("workspace/configuration", from: .server, id: .integer(1))
    talk.notify("$/cancelRequest", ["id": 1], from: .client)
    #expect(targets(talk) == [.unknown])
  }

  @Test func aCancelAfterTheAnswerIsKnownAsLate() {
    var talk = ConversationBuilder()
    let hover = talk.request("textDocument/hover")
    talk.answer(hover)
    talk.cancel(hover)
    guard case .answered(let request)? = targets(talk).first else {
      Issue.record("not known as late")
      return
    }
    #expect(request.record == 0)
  }

  private func targets(_ talk: ConversationBuilder) -> [Cancellation.Target] {
    observe(talk).compactMap { if case .cancel(let cancel) = $0 { cancel.target } else { nil } }
  }
}

@Suite struct ProgressTests {
  private func events(_ talk: ConversationBuilder) -> [ProgressEvent] {
    observe(talk).compactMap { if case .progress(let event) = $0 { event } else { nil } }
  }

  @Test func partialResultsBelongToTheirRequest() {
    var talk = ConversationBuilder()
    let references = talk.request("textDocument/references", ["partialResultToken": "p"])
    let part = talk.notify("$/progress", ["token": "p", "value": [["kind": "begin"]]], from: .server)
    talk.answer(references, [])
    #expect(exchanges(in: talk).first?.partialResults == [part])
    #expect(events(talk).map(\.stage) == [.partialResult])
  }

  @Test func workDoneProgressBeginsAndEnds() {
    var talk = ConversationBuilder()
    let create = talk.request("window/workDoneProgress/create", ["token": 5], from: .server)
    talk.answer(create)
    for kind in ["begin", "report", "end", "report"] { talk.progress(5, kind) }
    #expect(events(talk).map(\.stage) == [.begin, .report, .end, .report])
    #expect(events(talk).map(\.wasRunning) == [false, true, true, false])
    #expect(events(talk).map { $0.request?.record } == [0, 0, 0, 0])
  }

  @Test func whatIsStillRunningIsKnown() {
    var talk = ConversationBuilder()
    talk.progress("a", "begin")
    talk.progress("b", "begin")
    talk.progress("a", "end")
    var conversation = Conversation()
    for record in talk.records { _ = conversation.consume(record) }
    #expect(conversation.runningProgress == [.string("b")])
  }
}
