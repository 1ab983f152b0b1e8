import EngineTargets
import JSONRPC
import PlantedFaults
import Replay
import Testing

@testable import Stress

@Suite struct CampaignStateTests {
  private static func play(_ count: Int, from entry: CampaignState.Entry = .init(), fault: String? = nil) throws
    -> StressResult
  {
    let planted = try fault.map { try #require(PlantedFaults.named($0)) }
    var campaign = StressCampaign(
      try SmallSuite.make("typist", oracles: [], runs: 1),
      StressTargets.embedded(fault: planted, framings: [.contentLength]), seed: 1, amount: .sessions(count - entry.next)
    )
    campaign.firstCase = entry.next
    return campaign.perform()
  }

  @Test func twoPartsAreOneWhole() throws {
    var state = CampaignState(seed: 1, shard: nil)
    state.record(try Self.play(3), since: state["small"], unfinished: 0)
    #expect(state["small"].next == 3)
    let second = try Self.play(5, from: state["small"])
    #expect(second.sessions == 2)
    state.record(second, since: state["small"], unfinished: 0)
    let entry = state["small"]
    #expect(entry.next == 5 && entry.sessions == 5 && entry.runs == 5 && entry.failures.isEmpty)
  }

  @Test func whatWasBeingPlayedIsPlayedAgain() throws {
    var state = CampaignState(seed: 1, shard: nil)
    state.record(try Self.play(5), since: .init(), unfinished: 2)
    #expect(state["small"].next == 3)
    // Not before where it began.
    state.record(try Self.play(4, from: state["small"]), since: state["small"], unfinished: 9)
    #expect(state["small"].next == 3)
  }

  @Test func failuresAreAddedUpAndKeptInAFile() throws {
    var state = CampaignState(seed: 1, shard: "1/2")
    let failing = try Self.play(6, fault: "reply-twice")
    let failure = try #require(failing.failures.first)
    state.record(failing, since: state["small"], unfinished: 0)
    state.record(failing, since: state["small"], unfinished: 0)
    #expect(state["small"].failures.first?.signature == failure.signature)
    #expect(state["small"].failures.first?.count == 2 * failure.count)
    #expect(CampaignState(try JSONValue(parsing: state.json.serialized())) == state)
  }

  @Test(arguments: [
    "{}", "[]", #"{"schemaVersion":2,"seed":"1","suites":{}}"#, #"{"schemaVersion":1,"seed":"-1","suites":{}}"#,
    #"{"schemaVersion":1,"seed":"1","suites":{"a":{}}}"#,
    #"{"schemaVersion":1,"seed":"1","suites":{"a":{"next":-1,"sessions":0,"runs":0,"failures":[]}}}"#,
    #"{"schemaVersion":1,"seed":"1","suites":{"a":{"next":9223372036854775807,"sessions":0,"runs":0,"failures":[]}}}"#,
    #"{"schemaVersion":1,"seed":"1","suites":{"a":{"next":1,"sessions":1,"runs":1,"failures":[{"signature":"x"}]}}}"#,
  ])
  func otherTextsAreNoState(_ text: String) throws {
    #expect(CampaignState(try JSONValue(parsing: Array(text.utf8))) == nil)
  }
}

@Suite struct SuiteBudgetTests {
  private static func play(_ budgets: Suite.Budgets) throws -> StressResult {
    var suite = try SmallSuite.make("typist", oracles: [], runs: 1)
    suite.budgets = budgets
    return StressCampaign(suite, StressTargets.embedded(), seed: 1, amount: .sessions(2)).perform()
  }

  @Test func whatIsOverspentFailsWithTheCostliestSession() throws {
    let result = try Self.play(Suite.Budgets(processorTime: 1, memory: 1_000_000))
    #expect(result.conclusion == .failed && result.passed == result.runs)
    #expect(result.failures.map(\.signature) == ["over-budget: processor-time", "over-budget: memory"])
    let costliest = try #require(result.costliest)
    #expect(result.failures.allSatisfy { $0.index == costliest.index && $0.workload == "typist" })
    #expect(result.failures[0].reasons[0].contains("the budget is 1 us"))
  }

  @Test func whatIsWithinItsBudgetsPasses() throws {
    let result = try Self.play(Suite.Budgets(processorTime: 600_000_000, memory: 1 << 40))
    #expect(result.conclusion == .passed, "\(result.failures)")
  }
}
