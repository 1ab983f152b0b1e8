import JSONRPC
import Recording
import Replay
import Simulation
import SyntheticConversations
import Testing

@testable import Shrinking

@Suite struct ShrinkerTests {
  private func candidate(_ options: RunOptions = RunOptions()) -> ShrinkCandidate {
    let planted = PlantedSession.make(seed: 5, steps: 200, plantAt: 100) { $0.client.notify("x/one", [:]) }
    return ShrinkCandidate(session: planted.client.session, options: options)
  }

  private func fails(_ candidate: ShrinkCandidate) -> Bool { candidate.session.methods.contains("x/one") }

  @Test func whatDoesNotFailIsNotShrunk() {
    #expect(throws: ShrinkError.passes) { try Shrinker().shrink(candidate(), oracle: JudgingOracle { _ in false }) }
    #expect(throws: ShrinkError.failsOtherwise(expected: "a leak", found: "it fails")) {
      try Shrinker().shrink(candidate(), signature: "a leak", oracle: JudgingOracle { _ in true })
    }
  }

  @Test func theSignatureStays() throws {
    let oracle = ClosureOracle { candidate in
      Attempt(signature: !fails(candidate) ? nil : candidate.session.methods.count > 50 ? "long" : "short")
    }
    let result = try Shrinker().shrink(candidate(), oracle: oracle)
    #expect(result.signature == "long")
    #expect(result.candidate.session.methods.count == 51)
  }

  @Test func theBestSoFarIsToldAndGetsBetter() throws {
    var told: [Measure] = []
    var last: ShrinkCandidate?
    let shrinker = Shrinker {
      told.append($1); last = $0
    }
    let result = try shrinker.shrink(candidate(), oracle: JudgingOracle { fails($0) })
    #expect(told.count > 3)
    #expect(zip(told, told.dropFirst()).allSatisfy { $0 > $1 })
    let isTheLast = last?.session.records == result.candidate.session.records
    #expect(isTheLast)
    #expect(told.last == result.measure && Measure(of: result.candidate) == result.measure)
  }

  @Test func theBudgetEndsIt() throws {
    let oracle = JudgingOracle { fails($0) }
    let result = try Shrinker(budget: ShrinkBudget(maximumRuns: 7)).shrink(candidate(), oracle: oracle)
    #expect(oracle.count == 7 && result.runs == 7 && !result.isOneMinimal)
    var time = 0
    let slow = JudgingOracle {
      time += 1; return fails($0)
    }
    let stopped = try Shrinker(budget: ShrinkBudget(isOver: { time >= 9 })).shrink(candidate(), oracle: slow)
    #expect(slow.count == 9 && !stopped.isOneMinimal && fails(stopped.candidate))
  }

  @Test func aLongSessionIsSeldomRunAsAWhole() throws {
    let planted = PlantedSession.make(seed: 5, steps: 1000, plantAt: 100) { $0.client.notify("x/one", [:]) }
    let long = ShrinkCandidate(session: planted.client.session, options: RunOptions())
    var records = 0
    let oracle = JudgingOracle {
      records += $0.session.records.count; return fails($0)
    }
    _ = try Shrinker().shrink(long, oracle: oracle)
    #expect(records < 3 * long.session.records.count)
  }

  @Test func passesCountWhatTheyDo() throws {
    let result = try Shrinker().shrink(candidate(), oracle: JudgingOracle { fails($0) })
    #expect(result.passes.map(\.calls).reduce(0, +) == result.runs - 1)
    #expect(
      result.passes.map(\.messagesRemoved).reduce(0, +) == result.original.messages - result.measure.messages)
    #expect(result.passes.contains { $0.name == "methods" && $0.gains > 0 })
  }

  @Test func aRecordedSessionIsBroughtIntoTheGeneratedForm() throws {
    var builder = ConversationBuilder.begun()
    builder.open("file:///w/a", "text")
    builder.exchange("textDocument/hover", [:])
    builder.notify("x/one")
    builder.goodbye()
    let header = Header(started: "", recorder: "t", command: ["x"], directory: "/w")
    let recorded = ShrinkCandidate(
      session: RecordedSession(name: "r", header: header, records: builder.records), options: RunOptions())
    let result = try Shrinker().shrink(recorded, oracle: JudgingOracle { fails($0) })
    #expect(result.form == .madeGenerated)
    #expect(result.candidate.session.methods == ["initialize", "initialized", "x/one"])
    #expect(result.candidate.session.isGenerated)

    var options = RunOptions(seed: 3, length: 100)
    options.faults = ["clock": [FaultRule(.stall(.seconds(1)))]]
    let stubborn = ShrinkCandidate(session: recorded.session, options: options)
    let kept = try Shrinker().shrink(
      stubborn,
      oracle: ClosureOracle { candidate in
        Attempt(signature: candidate.session.isGenerated ? nil : "it fails")
      })
    #expect(kept.form == .original && !kept.isOneMinimal)
    let isUntouched = kept.candidate.session.records == recorded.session.records
    #expect(isUntouched)
    #expect(kept.candidate.options == RunOptions())
  }

  /// A pace that is drawn becomes pauses that are written.
  @Test func aDrawnPaceIsWrittenDown() throws {
    var client = TestClient()
    client.pause = 20_000
    for _ in 0..<6 { client.notify("x/one", [:]) }
    var options = RunOptions()
    (options.seed, options.variesPace) = (11, true)
    let oracle = JudgingOracle { candidate in
      guard !candidate.options.variesPace else { return true }
      let times = candidate.session.said.map(\.time)
      // Some pause is as it was, some is not: neither the recorded pace nor none.
      let pauses = zip(times.dropFirst(), times).map { $0 - $1 }
      return pauses.contains(20_000) && pauses.contains { $0 < 20_000 }
    }
    let result = try Shrinker().shrink(ShrinkCandidate(session: client.session, options: options), oracle: oracle)
    #expect(result.candidate.options == RunOptions())
    #expect(oracle.problems == [])
  }

  @Test func theStoryTellsWhatHappens() throws {
    var client = TestClient()
    client.open("file:///w/main.pike", "int a;\nint b;\n")
    client.change("file:///w/main.pike", edit(1, 3, 1, 3, "\tx"), edit(0, 0, 0, 3, ""))
    let asked = client.request("completion", "file:///w/main.pike", 1, 5)
    client.cancel(asked)
    client.pause = 0
    client.change("file:///w/main.pike", whole("a very long text that nobody wants to read\nto its end"))
    client.goodbye()
    var options = RunOptions()
    options.scheduler = .replay(try #require(Schedule(text: "0;;;;a.1>b*1")))
    options.faults = ["file-read": [FaultRule(.fail)]]
    let lines = Story.lines(
      ShrinkCandidate(session: client.session, options: options), signature: "property post-cancel-publish")
    #expect(
      lines == [
        "request 1: initialize",
        "1 ms later: open main.pike (2 lines)",
        "1 ms later: type `\\tx` at 2:4, then delete 3 bytes at 1:1 in main.pike",
        "1 ms later: request 2: completion at 2:6 of main.pike",
        "1 ms later: cancel 2",
        "replace all by 2 lines in main.pike",
        "request 3: shutdown",
        "after the answer to 3: exit",
        "with 1 task held back while others go first",
        "with the fault file-read=fail",
        "property post-cancel-publish",
      ])
  }
}
