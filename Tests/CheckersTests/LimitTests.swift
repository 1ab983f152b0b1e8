import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// Limits are kept to the microsecond, and nothing is found without one. Records are a millisecond apart.
@Suite struct LimitTests {
  private func limits(_ set: (inout CheckerLimits) -> Void) -> CheckerLimits {
    var limits = CheckerLimits()
    set(&limits)
    return limits
  }

  private static let methods: [(String, any WritableKeyPath<CheckerLimits, Int64?> & Sendable)] = [
    ("textDocument/completion", \.typing), ("textDocument/signatureHelp", \.typing),
    ("textDocument/hover", \.interactive), ("workspace/executeCommand", \.background),
  ]

  @Test(arguments: methods)
  func requestLatency(method: String, limit: any WritableKeyPath<CheckerLimits, Int64?> & Sendable) {
    for (value, expected) in [(1999, ["request-latency@5"]), (2000, []), (nil, [])] as [(Int64?, [String])] {
      check(finds: expected, limits: limits { $0[keyPath: limit] = value }) { talk in
        let sent = talk.request(method)
        talk.notify("window/logMessage", from: .server)
        talk.answer(sent)
      }
    }
  }

  @Test(arguments: [("completion", nil, 1), ("hover", nil, 0), ("hover", "typing", 1), ("completion", "background", 0)])
  func theClassOfAQueryIsItsFeaturesUnlessItSaysSo(feature: String, named: String?, count: Int) {
    let expected = Array(repeating: "request-latency@3", count: count)
    checkEngine(finds: expected, limits: limits { $0.typing = 999 }) { talk in
      let sent = talk.request(
        "engine_query",
        ["feature": .string(feature), "requestId": "a", "class": named.map { .string($0) } ?? nil])
      talk.reply(ConversationBuilder.SentQuery(sent: sent, name: "a", feature: feature), used: 1)
    }
  }

  @Test(arguments: [(1999, true), (2000, false), (nil, false)] as [(Int64?, Bool)])
  func cancelToAnswer(limit: Int64?, isFound: Bool) {
    check(finds: isFound ? ["cancel-to-answer@6"] : [], limits: limits { $0.cancelToAnswer = limit }) { talk in
      let hover = talk.request("textDocument/hover")
      talk.cancel(hover)
      talk.notify("window/logMessage", from: .server)
      talk.fail(hover, code: -32800)
    }
  }

  @Test(arguments: [(1999, true), (2000, false), (nil, false)] as [(Int64?, Bool)])
  func cancelToStop(limit: Int64?, isFound: Bool) {
    checkEngine(finds: isFound ? ["cancel-to-stop@5"] : [], limits: limits { $0.cancelToStop = limit }) { talk in
      let query = talk.query("hover", "a")
      talk.answer(talk.cancel(query), ["accepted": true])
      let metrics = talk.metrics(query, used: nil, isCancelled: true).object ?? []
      talk.replyCancelled(query, metrics: .object(metrics + [JSONMember("cancelToStopMs", .number("2.000"))]))
    }
  }

  @Test(arguments: [(249, true), (250, false), (nil, false)] as [(Int64?, Bool)])
  func queueWait(limit: Int64?, isFound: Bool) {
    checkEngine(finds: isFound ? ["queue-wait@3"] : [], limits: limits { $0.interactiveQueueWait = limit }) { talk in
      talk.reply(talk.query("hover", "a"), used: 1)
      talk.reply(talk.query("completion", "b"), used: 1)
    }
  }

  @Test(arguments: [(1999, true), (2000, false), (nil, false)] as [(Int64?, Bool)])
  func firstDiagnostics(limit: Int64?, isFound: Bool) {
    check(finds: isFound ? ["first-diagnostics@8"] : [], limits: limits { $0.firstDiagnostics = limit }) { talk in
      talk.open("u", "a")
      talk.publish("u", version: 1)
      talk.change("u", version: 2, whole("b"))
      // The last change counts, and diagnostics of an older version do not.
      talk.change("u", version: 3, whole("c"))
      talk.publish("u", version: 2)
      talk.publish("u", version: 3)
      talk.close("u")
    }
  }

  @Test func firstDiagnosticsThatNeverCome() {
    let limits = limits { $0.firstDiagnostics = 1500 }
    check(finds: "first-diagnostics@5", limits: limits) { talk in
      talk.open("u", "a")
      talk.publish("u", version: 1)
      talk.change("u", version: 2, whole("b"))
      talk.notify("window/logMessage", from: .server)
    }
    // Nothing was ever published, so it is pulled; and what was closed is nobody's business.
    check(limits: limits) { talk in
      talk.open("u", "a")
      talk.open("v", "a")
      talk.publish("v", version: 1)
      talk.change("v", version: 2, whole("b"))
      talk.close("v")
      for _ in 0..<3 { talk.notify("window/logMessage", from: .server) }
    }
  }

  @Test(arguments: [(1999, true), (2000, false), (nil, false)] as [(Int64?, Bool)])
  func hang(limit: Int64?, isFound: Bool) {
    let limits = limits { $0.longestAnswer = limit }
    check(finds: isFound ? ["hang@5"] : [], limits: limits) { talk in
      let hover = talk.request("textDocument/hover")
      talk.notify("window/logMessage", from: .server)
      talk.answer(hover)
    }
    // Leaving does not excuse it.
    check(finds: ["answered-once@3?"] + (isFound ? ["hang@3"] : []), limits: limits) { talk in
      talk.request("textDocument/hover")
      talk.notify("window/logMessage", from: .server)
    }
  }

  @Test func longPollsDoNotHang() {
    check(finds: "shutdown-last@4?", "answered-once@3?", limits: limits { $0.longestAnswer = 1000 }) { talk in
      talk.request("workspace/diagnostic")
      talk.notify("exit")
      talk.append(.end(End(status: .exit(0), messages: PerParty())))
    }
  }
}
