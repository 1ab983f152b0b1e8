import JSONRPC
import PerformanceGates
import Recording
import SyntheticConversations
import Testing

@Suite struct SessionMetricsTests {
  private func measure(_ talk: ConversationBuilder, _ framing: Framing = .lines, isComplete: Bool = true) throws
    -> RolloutMetrics
  {
    let header = Header(
      started: "2026-12-01T00:00:01.250Z", recorder: "tests", command: ["engine"], directory: "/w",
      platform: Header.Platform(os: "linux", arch: "x86_64"), framing: framing)
    var session = try #require(SessionMetrics(header))
    for record in talk.records { session.consume(record) }
    return session.finish(stage: .canary5, isComplete: isComplete)
  }

  private func engine(_ rest: (inout ConversationBuilder) -> Void) -> ConversationBuilder {
    var talk = ConversationBuilder.engineBegun()
    let opened = talk.engineOpen("file:///u", "int x;\n")
    talk.acknowledge(opened, 1)
    let query = talk.query("hover", "q")
    talk.reply(query, used: 1)
    rest(&talk)
    return talk
  }

  private func end(_ talk: inout ConversationBuilder, _ status: End.Status) {
    talk.append(.close(from: .server))
    talk.append(.end(End(status: status, messages: PerParty())))
  }

  @Test func aHealthySessionCountsItsQueriesAndNothingElse() throws {
    let metrics = try measure(engine { $0.endOfInput() })
    #expect(metrics.stage == .canary5 && metrics.build == "1" && metrics.instance == "engine in /w")
    #expect(metrics.start == 1_796_083_201 && metrics.end == metrics.start + 1)
    #expect(metrics.queries == 1 && metrics.errors == 0 && metrics.latencies.percentile(95) == 1.5)
    #expect(metrics.missing.allSatisfy { $0.queries == 0 } && metrics.crashes == [])
    #expect(metrics.counters.map(\.counter) == RolloutCounter.allCases && metrics.counters.allSatisfy { $0.count == 0 })
  }

  @Test func anAnswerFromBeforeAnEditIsStale() throws {
    let talk = engine { talk in
      let changed = talk.engineChange("file:///u", version: 2, .string("int y;\n"))
      talk.acknowledge(changed, 2)
      let query = talk.query("hover", "old")
      talk.reply(query, used: 1)
      talk.endOfInput()
    }
    #expect(try measure(talk).count(.stalePublishes) == 1)
  }

  @Test func cancellationFailuresAreCounted() throws {
    let talk = engine { talk in
      let late = talk.query("hover", "late")
      let cancel = talk.cancel(late)
      talk.answer(cancel, ["accepted": true])
      talk.reply(late, used: 1)
      let unasked = talk.query("hover", "unasked")
      talk.replyCancelled(unasked)
      talk.endOfInput()
    }
    let metrics = try measure(talk)
    #expect(metrics.count(.postCancelPublishes) == 1 && metrics.count(.cancellationFailures) == 1)
  }

  @Test func anInternalErrorIsAHardFailure() throws {
    let talk = engine { talk in
      let query = talk.query("hover", "bad")
      talk.fail(query.sent, code: -32603)
      talk.endOfInput()
    }
    let metrics = try measure(talk)
    #expect(metrics.count(.parseHardFails) == 1 && metrics.errors == 1)
  }

  @Test func aServerThatDiesHasCrashed() throws {
    let crashed = try measure(engine { end(&$0, .signal(11)) })
    #expect(crashed.crashes?.count == 1 && crashed.count(.parseHardFails) == 1)
    let told = engine { talk in
      talk.append(.signal("SIGTERM"))
      end(&talk, .signal(15))
    }
    #expect(try measure(told).crashes == [])
  }

  @Test func aServerThatHadToBeEndedIsALeak() throws {
    let talk = engine { talk in
      talk.append(.close(from: .client))
      end(&talk, .signal(9))
    }
    let metrics = try measure(talk)
    #expect(metrics.count(.lifecycleLeaks) == 1 && metrics.crashes == [])
  }

  @Test func publishesAfterShutdownAreALeak() throws {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/a.pike", "int x;\n")
    let shutdown = talk.request("shutdown", nil)
    talk.answer(shutdown)
    talk.publish("file:///w/a.pike", version: 1)
    talk.notify("exit", nil)
    end(&talk, .exit(0))
    #expect(try measure(talk, .contentLength).count(.lifecycleLeaks) == 1)
  }

  @Test func queriesByLSPLackEveryStream() throws {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/a.pike", "int x;\n")
    talk.exchange("textDocument/hover")
    talk.goodbye()
    let metrics = try measure(talk, .contentLength)
    #expect(metrics.queries == 1 && metrics.missing.allSatisfy { $0.queries == 1 })
  }

  @Test func whatWasNotSeenIsNotCounted() throws {
    for talk in [
      engine { _ in }, engine { $0.append(.gap(Gap(messages: PerParty(client: 1), bytes: 9, reason: "r"))) },
    ] {
      let metrics = try measure(talk)
      #expect(metrics.counters.isEmpty && metrics.crashes == nil)
    }
    #expect(try measure(engine { $0.endOfInput() }, isComplete: false).crashes == nil)
  }

  @Test(arguments: [
    "", "yesterday", "2026-12-01", "2026-12-01T00:00:00+01:00", "2026-13-01T00:00:00Z", "2026-12-01T24:00:00Z",
  ])
  func aTimeThatIsNoneIsNone(text: String) { #expect(Timestamp.seconds(text) == nil) }

  @Test func timesAreSecondsSince1970() {
    #expect(Timestamp.seconds("1970-01-02T00:00:01Z") == 86_401)
    #expect(Timestamp.seconds("2026-12-01T00:00:01.999Z") == 1_796_083_201)
  }
}
