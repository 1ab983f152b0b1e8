import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// What a server must not remember, and what it must not forget. Records 0 to 2 are the handshake.
@Suite struct StateTests {
  // MARK: Follow-ups

  private static let item: JSONValue = ["label": "a/b", "data": ["id": 7, "path": "x/y"]]

  @Test(arguments: [(-32603, true), (-32602, true), (-32001, true), (-32801, false), (-32803, false)])
  func aFollowUpIsAnsweredOrRefusedClearly(code: Int, isFound: Bool) {
    var talk = ConversationBuilder.begun()
    talk.exchange("textDocument/completion", result: ["items": [["label": "c"], Self.item]])
    // The members come back in another order, and otherwise escaped.
    let params = #"{"data":{"path":"x\/y","id":7},"label":"a\/b"}"#
    talk.raw(#"{"id":9,"method":"completionItem/resolve","params":\#(params)}"#, from: .client)
    talk.raw(#"{"id":9,"error":{"code":\#(code),"message":""}}"#, from: .server)
    talk.goodbye()
    let found = findings(in: talk).filter { $0.checker == "stateless-follow-up" }
    #expect(found.map(\.record) == (isFound ? [6] : []))
  }

  @Test(arguments: [
    (-32001, "the list is gone", Weight.observation), (-32001, "", .must), (-32603, "the list is gone", .must),
  ])
  func aRefusalInWordsIsObserved(code: Int, message: String, weight: Weight) {
    var talk = ConversationBuilder.begun()
    talk.exchange("textDocument/completion", result: ["items": [Self.item]])
    let params = String(decoding: Self.item.serialized(), as: UTF8.self)
    talk.raw(#"{"id":9,"method":"completionItem/resolve","params":\#(params)}"#, from: .client)
    talk.raw(#"{"id":9,"error":{"code":\#(code),"message":"\#(message)"}}"#, from: .server)
    talk.goodbye()
    #expect(findings(in: talk).filter { $0.checker == "stateless-follow-up" }.map(\.weight) == [weight])
  }

  @Test func whatTheServerDidNotMintMayBeRefused() {
    check { talk in
      talk.exchange("textDocument/completion", result: ["items": [Self.item]])
      talk.fail(talk.request("completionItem/resolve", ["label": "a/b", "data": ["id": 8]]), code: -32602)
      let cancelled = talk.request("completionItem/resolve", Self.item)
      talk.cancel(cancelled)
      talk.fail(cancelled, code: -32800)
    }
  }

  @Test func anItemIsResolvedToItself() {
    check(finds: "stateless-follow-up@8") { talk in
      talk.exchange("textDocument/completion", result: [Self.item])
      talk.exchange("completionItem/resolve", Self.item, result: ["label": "a/b", "detail": "x"])
      talk.exchange("completionItem/resolve", ["label": "b", "data": 1], result: ["label": "c"])
    }
  }

  @Test func itemsOfHierarchiesAreHandedBackWhole() {
    check(finds: "stateless-follow-up@6") { talk in
      let item: JSONValue = ["name": "f", "uri": "u", "range": range(0, 0, 0, 1)]
      talk.exchange("textDocument/prepareCallHierarchy", result: [item])
      talk.fail(talk.request("callHierarchy/incomingCalls", ["item": item]), code: -32001)
    }
  }

  @Test func queriesResolveWhatQueriesMade() {
    checkEngine(finds: "stateless-follow-up@5") { talk in
      talk.reply(talk.query("completion", "a"), used: 1, ["items": [Self.item]])
      talk.reply(talk.query("completion_resolve", "b", ["item": Self.item]), error: "INVALID_PARAMS")
      talk.reply(talk.query("completion_resolve", "c", ["data": ["id": 8]]), error: "INVALID_PARAMS")
    }
  }

  // MARK: The same question

  /// Asks twice, with something between. Records: the barrier 3 and 4, the first question 5 and 6.
  private func ask(
    _ method: String = "textDocument/hover", finds expected: String..., promises: ServerPromises = .oneState,
    answers: (JSONValue, JSONValue) = ("a", "b"), hasProgress: Bool = true,
    between: (inout ConversationBuilder) -> Void = { _ in }
  ) {
    var talk = ConversationBuilder()
    if hasProgress { for kind in ["begin", "end"] { talk.progress(1, kind) } }
    talk.handshake()
    talk.exchange("workspace/symbol", result: [])
    talk.exchange(method, ["x": 1], result: answers.0)
    between(&talk)
    talk.exchange(method, ["x": 1], result: answers.1)
    talk.goodbye()
    var limits = CheckerLimits()
    limits.promises = promises
    let found = findings(in: talk, limits: limits).filter { $0.checker == "same-question-same-answer" }
    let brief = found.map { $0.weight.rawValue }
    #expect(brief == expected, "\(found)")
  }

  @Test func theSameQuestionGetsTheSameAnswer() {
    ask(finds: "must")
    ask(answers: ("a", "a"))
    ask(finds: "must", between: { $0.cancel($0.request("textDocument/references")) })
  }

  @Test func afterAChangeTheAnswerMayBeAnother() {
    ask(between: { $0.open("u", "a") })
    ask(between: { $0.notify("workspace/didChangeConfiguration") })
    ask(between: { $0.notify("workspace/didChangeWatchedFiles") })
    ask(between: { $0.progress(2, "end") })
    ask(between: { $0.request("workspace/semanticTokens/refresh", from: .server) })
  }

  /// The change is in the air until something behind it is answered.
  @Test func afterAChangeTheServerMustHaveAnsweredSomething() {
    ask(between: { talk in
      talk.open("u", "a")
      talk.exchange("textDocument/hover", ["x": 1], result: "c")
    })
    ask(
      finds: "must",
      between: { talk in
        talk.open("u", "a")
        talk.exchange("workspace/symbol", result: [])
        talk.exchange("textDocument/hover", ["x": 1], result: "c")
      })
  }

  @Test func theOrderOfPartsCountsOnlyWhereItIsPromised() {
    let answers: (JSONValue, JSONValue) = ([["a": 1], ["b": 2]], [["b": 2], ["a": 1]])
    ask(finds: "must", answers: answers)
    ask(promises: [], answers: answers)
    ask(answers: (["resultId": "1", "data": 1, "x": 1], ["resultId": "2", "data": 2, "x": 1]))
  }

  @Test func othersAreOnlyObservedWhereAnIndexMayRun() {
    ask(finds: "must", promises: [])
    ask(finds: "observation", promises: [], hasProgress: false)
    ask("textDocument/completion", finds: "observation", promises: [])
  }
}
