import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// Each checker finds the fault that is planted for it, and nothing else does.
@Suite struct PlantedFaultTests {
  // MARK: general

  @Test func wellFormedMessages() {
    check(finds: "well-formed-messages@3") { $0.raw("nonsense", from: .server) }
    check(finds: "well-formed-messages@3") { $0.raw("{}", from: .server) }
    check(finds: "well-formed-messages@3") { $0.notify("textDocument/didOpen", [:]) }
  }

  @Test func framingNoise() {
    check(finds: "framing-noise@3") { $0.append(.noise(from: .server, Array("Loading…".utf8))) }
    check(finds: "framing-noise@3?") { $0.append(.noise(from: .server, Array("\r\n".utf8))) }
  }

  @Test func answeredOnceFindsASecondAnswer() {
    check(finds: "answered-once@5") { talk in
      let hover = talk.request("textDocument/hover")
      talk.answer(hover)
      talk.answer(hover)
    }
  }

  @Test func answeredOnceFindsAnAnswerToNothing() {
    check(finds: "answered-once@3") { $0.raw(#"{"id":99,"result":1}"#, from: .server) }
    check(finds: "answered-once@3") { $0.raw(#"{"id":"1","result":1}"#, from: .client) }
    check(finds: "answered-once@3?") { $0.raw(#"{"id":null,"error":{"code":-32700}}"#, from: .server) }
  }

  @Test func answeredOnceFindsAnIdInUse() {
    check(finds: "answered-once@4") { talk in
      let first = talk.request("a", id: .integer(7))
      let second = talk.request("b", id: .integer(7))
      talk.answer(first)
      talk.answer(second)
    }
  }

  @Test(arguments: [End.Status.signal(11), .exit(0), .exit(1)])
  func answeredOnceFindsARequestThatTheServersEndLeftOpen(status: End.Status) {
    check(finds: status == .exit(0) ? "stays-alive@5?" : "stays-alive@5", "answered-once@3") { talk in
      talk.request("textDocument/hover")
      talk.append(.close(from: .server))
      talk.append(.end(End(status: status, messages: PerParty())))
    }
  }

  @Test func whatIsOpenWhenTheClientLeavesIsOnlyObserved() {
    check(finds: "answered-once@3?") { $0.request("textDocument/hover") }
    check(finds: "answered-once@3?") { $0.request("workspace/configuration", from: .server) }
  }

  @Test func whatIsOpenWhenTheRecordingIsUnfinishedIsNoFinding() {
    check(isComplete: false) { $0.request("textDocument/hover") }
  }

  @Test func whatDoesNotFitBehindAGapIsOnlyObserved() {
    check(finds: "answered-once@4?", "document-balance@5?") { talk in
      talk.append(.gap(Gap(messages: PerParty(client: 2), bytes: 100, reason: "disk full")))
      talk.raw(#"{"id":99,"result":1}"#, from: .server)
      talk.change("u", version: 2, whole("x"))
    }
  }

  // MARK: lifecycle

  @Test func initializeFirst() {
    var talk = ConversationBuilder()
    talk.notify("textDocument/didSave", ["textDocument": ["uri": "u"]])
    let initialize = talk.request("initialize")
    talk.request("textDocument/hover")
    talk.notify("textDocument/publishDiagnostics", ["uri": "u", "diagnostics": []], from: .server)
    talk.notify("window/logMessage", from: .server)
    talk.answer(initialize)
    talk.request("initialize")
    let found = findings(in: talk, isComplete: false).filter { $0.checker == "initialize-first" }
    #expect(found.map(\.record) == [0, 2, 3, 6])
  }

  @Test func shutdownLast() {
    check(finds: "shutdown-last@5", "shutdown-last@7", "shutdown-last@9") { talk in
      talk.answer(talk.request("shutdown"))
      talk.exchange("textDocument/hover")
      talk.raw(#"{"method":"initialized"}"#, from: .client)
      talk.notify("exit")
      talk.notify("exit")
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  @Test func exitWithoutShutdownIsObserved() {
    check(finds: "shutdown-last@3?") { talk in
      talk.notify("exit")
      talk.append(.end(End(status: .exit(1), messages: PerParty())))
    }
  }

  // MARK: cancels

  @Test(arguments: [(-32801, false), (-32802, false), (-32800, false), (-32603, true)])
  func aCancelledRequestMayEndInTheseErrors(code: Int, isObserved: Bool) {
    var talk = ConversationBuilder.begun()
    let hover = talk.request("textDocument/hover")
    talk.cancel(hover)
    talk.fail(hover, code: code)
    let found = findings(in: talk).filter { $0.checker == "cancelled-answers" }
    #expect(found.map(\.weight) == (isObserved ? [.observation] : []))
  }

  @Test func cancelledAnswersObservesResultsAndStrayCancels() {
    check(finds: "cancelled-answers@5?", "cancelled-answers@6?", "cancelled-answers@8?") { talk in
      let hover = talk.request("textDocument/hover")
      talk.cancel(hover)
      talk.answer(hover)
      talk.notify("$/cancelRequest", ["id": 99])
      talk.fail(talk.request("textDocument/hover"), code: -32800)
    }
  }

  @Test func cancelledAnswersFindsACancelledRequestWithoutAnswer() {
    check(finds: "stays-alive@5?", "cancelled-answers@3") { talk in
      talk.cancel(talk.request("textDocument/hover"))
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  // MARK: documents

  @Test(arguments: [1, 0])
  func documentVersions(version: Int) {
    check(finds: "document-versions@4") { talk in
      talk.open("u", "x", version: 1)
      talk.change("u", version: version, whole("y"))
    }
  }

  @Test func aChangeOfNothingMayKeepItsVersion() {
    check(finds: "document-versions@4?", "document-versions@5") { talk in
      talk.open("u", "x", version: 2)
      talk.change("u", version: 2)
      talk.change("u", version: 1)
    }
  }

  @Test func documentBalance() {
    check(finds: "document-balance@3", "document-balance@4", "document-balance@5?", "document-balance@7") { talk in
      talk.change("u", version: 2, whole("y"))
      talk.close("u")
      talk.save("u")
      talk.open("u", "")
      talk.open("u", "")
    }
  }

  @Test(
    arguments: [
      (edit(5, 0, 5, 0, "x"), 2), (edit(0, -1, 0, 0, "x"), 1), (edit(0, 2, 0, 1, "x"), 1),
      (["range": range(0, 0, 0, 0)], 1), (edit(1, 1, 1, 1, "x"), 2),
    ] as [(JSONValue, Int)])
  func editsInRange(change: JSONValue, count: Int) {
    var talk = ConversationBuilder.begun()
    talk.open("u", "abc\n😀")
    talk.change("u", version: 2, change)
    let found = findings(in: talk)
    #expect(found.map(\.checker) == Array(repeating: "edits-in-range", count: count))
    #expect(found.allSatisfy { $0.weight == .must })
  }

  @Test func aColumnBehindItsLineIsOnlyObserved() {
    check(finds: "edits-in-range@4?") { talk in
      talk.open("u", "abc\ndef")
      talk.change("u", version: 2, edit(0, 0, 0, 99, ""))
    }
  }

  @Test func savedText() {
    check(finds: "saved-text@4") { talk in
      talk.open("u", "a")
      talk.save("u", text: "b")
    }
  }

  // MARK: publishes

  @Test func publishOrder() {
    check(finds: "publish-order@6", "publish-order@7") { talk in
      talk.open("u", "a")
      talk.change("u", version: 2, whole("b"))
      talk.publish("u", version: 2)
      talk.publish("u", version: 1)
      talk.publish("u", version: 3)
    }
  }

  @Test func aLatePublishOfAnEarlierOpeningIsNoFault() {
    check { talk in
      talk.open("u", "a", version: 9)
      talk.close("u")
      talk.open("u", "a", version: 1)
      talk.publish("u", version: 9)
      talk.publish("u", version: 1)
    }
  }

  @Test func publishTargets() {
    check(finds: "publish-targets@3?", "publish-targets@7?") { talk in
      talk.publish("u", "unused")
      talk.publish("v")
      talk.open("u", "")
      talk.close("u")
      talk.publish("u", "unused")
    }
  }

  // MARK: progress

  @Test func progressBalance() {
    check(finds: "progress-balance@5", "progress-balance@7", "progress-balance@9") { talk in
      talk.answer(talk.request("window/workDoneProgress/create", ["token": 1], from: .server))
      talk.progress(1, "report")
      talk.progress(1, "end")
      talk.progress(1, "end")
      talk.progress(1, "begin")
      talk.progress(1, "begin")
      talk.progress(1, "end")
    }
  }

  @Test func progressThatNeverEndsIsObserved() {
    check(finds: "progress-balance@3?", "progress-balance@9?") { $0.progress(1, "begin") }
  }
}
