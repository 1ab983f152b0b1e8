import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// What a server says and does around the end of documents, requests and sessions. Records 0 to 2 are the handshake.
@Suite struct LifetimeTests {
  // MARK: After close

  @Test func diagnosticsBehindTheReadCloseAreFound() {
    check(finds: "publish-targets@7?", "no-publish-after-close@7") { talk in
      talk.open("u", "a")
      talk.close("u")
      talk.exchange("workspace/symbol", result: [])
      talk.publish("u", version: 1, "unused")
    }
  }

  @Test func diagnosticsThatCrossedTheCloseAreOnlyObserved() {
    check(finds: "publish-targets@6?") { talk in
      talk.open("u", "a")
      talk.close("u")
      let symbols = talk.request("workspace/symbol")
      talk.publish("u", version: 1, "unused")
      talk.answer(symbols, [])
    }
  }

  @Test func diagnosticsOfTheFileOrOfAnotherOpeningAreNoFault() {
    check(finds: "publish-targets@7?") { talk in
      talk.open("u", "a")
      talk.close("u")
      talk.exchange("workspace/symbol", result: [])
      talk.publish("u", "unused")
      talk.open("u", "a", version: 1)
      talk.publish("u", version: 1, "unused")
      talk.close("u")
      talk.exchange("workspace/symbol", result: [])
      talk.publish("u", version: 1)
    }
  }

  // MARK: After shutdown

  @Test func whatTheServerSaysAfterShutdownIsFound() {
    check(
      finds: "nothing-after-shutdown@6", "nothing-after-shutdown@7", "nothing-after-shutdown@8?",
      "progress-balance@8?", "answered-once@7?"
    ) { talk in
      talk.open("u", "a")
      talk.answer(talk.request("shutdown"))
      talk.publish("u", version: 1)
      talk.request("workspace/configuration", from: .server)
      talk.notify("$/progress", ["token": 1, "value": [1]], from: .server)
      talk.notify("window/logMessage", from: .server)
      talk.notify("exit")
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  @Test func whatCrossedTheShutdownIsNoFault() {
    check { talk in
      talk.open("u", "a")
      let shutdown = talk.request("shutdown")
      talk.publish("u", version: 1)
      talk.answer(shutdown)
      talk.notify("exit")
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }

  // MARK: Alive

  @Test(
    arguments: [(.signal(11), "stays-alive@3"), (.exit(1), "stays-alive@3"), (.exit(0), "stays-alive@3?")]
      as [(End.Status, String)])
  func anEarlyEndIsFound(status: End.Status, expected: String) {
    check(finds: expected) { $0.append(.end(End(status: status, messages: PerParty()))) }
    checkEngine(finds: expected.replacing("3", with: "2")) {
      $0.append(.end(End(status: status, messages: PerParty())))
    }
  }

  @Test(arguments: [(.signal(11), ["stays-alive@6?"]), (.signal(9), []), (.exit(1), [])] as [(End.Status, [String])])
  func anEndThatTheClientWantedIsNone(status: End.Status, expected: [String]) {
    check(finds: expected) { talk in
      talk.answer(talk.request("shutdown"))
      talk.notify("exit")
      talk.append(.end(End(status: status, messages: PerParty())))
    }
  }

  @Test func aSignalFromOutsideEndsTheServer() {
    check { talk in
      talk.append(.signal("SIGTERM"))
      talk.append(.end(End(status: .signal(15), messages: PerParty())))
    }
  }

  // MARK: Cancels

  @Test func aPromisedCancelIsTerminal() {
    let isHeldTo: [(promises: ServerPromises, expected: [String])] = [
      ([], ["cancelled-answers@7?"]), (.terminalCancels, ["cancelled-answers@7?", "cancellation-terminal@7"]),
    ]
    for (promises, expected) in isHeldTo {
      check(finds: expected, promises: promises) { talk in
        let hover = talk.request("textDocument/hover")
        talk.cancel(hover)
        talk.exchange("workspace/symbol", result: [])
        talk.answer(hover)
      }
      check(finds: ["cancelled-answers@5?"], promises: promises) { talk in
        let hover = talk.request("textDocument/hover")
        talk.cancel(hover)
        talk.answer(hover)
      }
    }
  }

  // MARK: Errors

  @Test(arguments: [(-32603, true), (-32602, true), (-32803, false), (-32801, false)])
  func noInternalError(code: Int, isFound: Bool) {
    check(finds: isFound ? ["no-internal-error@5"] : []) { talk in
      talk.open("u", "abc")
      let params: JSONValue = ["textDocument": ["uri": "u"], "position": ["line": 0, "character": 1]]
      talk.fail(talk.request("textDocument/hover", params), code: code)
    }
  }

  @Test(
    arguments: [
      ["textDocument": ["uri": "v"], "position": ["line": 0, "character": 1]],
      ["textDocument": ["uri": "u"], "position": ["line": 4, "character": 1]],
      ["textDocument": ["uri": "u"], "position": ["line": 0]], ["textDocument": ["uri": "u"]], [:],
    ] as [JSONValue])
  func whatIsIllegalMayBeCalledSo(params: JSONValue) {
    check { talk in
      talk.open("u", "abc")
      talk.fail(talk.request("textDocument/hover", params), code: -32602)
    }
  }
}
