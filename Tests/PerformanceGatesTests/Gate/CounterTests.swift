import Measurement
import PerformanceGates
import Testing

/// Counters are exact: one more is growth, whatever the noise.
@Suite struct CounterTests {
  private func path(_ counters: [Series.Counter], allowed: [CounterAllowance] = [], noisy: Bool = false) throws
    -> PathVerdict
  {
    let budget = PathBudget(name: "startup", limits: Limits(medianPercent: 3), counters: allowed)
    let rounds = (1...2).map { seed in
      var round = Sample.round([Sample.series(seed: UInt64(seed), counters: counters)], seed: UInt64(seed))
      if noisy { round.machine = MachineNoise(steal: [0.9]) }
      return round
    }
    let report = Sample.report(Sample.comparison(rounds: rounds), budgets: Sample.budgets([budget]))
    return try #require(report.paths.first)
  }

  @Test func equalCountersPass() throws {
    let verdict = try path([Sample.counter("queriesExecuted", 120, 120), Sample.counter("tokensLexed", 9, 9)])
    #expect(verdict.outcome == .pass)
    #expect(verdict.counters.map(\.kind) == [.same, .same])
  }

  @Test func oneMoreFails() throws {
    let verdict = try path([Sample.counter("queriesExecuted", 120, 121)])
    #expect(verdict.outcome == .fail && verdict.median == .pass)
    #expect(verdict.reasons[0].contains("grew from 120 to 121"))
    #expect(verdict.reasons[0].contains("\"queriesExecuted\": { \"limit\": 121"))
  }

  @Test func fewerPasses() throws {
    #expect(try path([Sample.counter("queriesExecuted", 120, 100)]).outcome == .pass)
  }

  /// Noise throws measured times away, but not what was counted.
  @Test func growthFailsOnANoisyMachineToo() throws {
    let verdict = try path([Sample.counter("queriesExecuted", 120, 121)], noisy: true)
    #expect(verdict.outcome == .fail && verdict.median == .invalid)
  }

  @Test func growthThatTheBudgetNamesPassesUpToItsLimit() throws {
    let allowed = CounterAllowance(counter: "queriesExecuted", limit: 130, reason: "one query a document more")
    let within = try path([Sample.counter("queriesExecuted", 120, 130)], allowed: [allowed])
    #expect(within.outcome == .pass && within.reasons == ["queriesExecuted: one query a document more"])
    let beyond = try path([Sample.counter("queriesExecuted", 120, 131)], allowed: [allowed])
    #expect(beyond.outcome == .fail && beyond.reasons[0].contains("above its budget of 130"))
    // Once merged, base has the value, and the allowance permits nothing more.
    #expect(try path([Sample.counter("queriesExecuted", 130, 131)], allowed: [allowed]).outcome == .fail)
    // It is about that counter only.
    #expect(try path([Sample.counter("tokensLexed", 120, 121)], allowed: [allowed]).outcome == .fail)
  }

  @Test func aCounterThatVariesIsInvalid() throws {
    let varying = Series.Counter(name: "memoHits", base: [5, 5], target: [5, 6])
    let verdict = try path([varying])
    #expect(verdict.outcome == .invalid && verdict.reasons[0].contains("not deterministic"))
  }

  @Test func aCounterThatIsGoneIsInvalidUnlessTheBudgetSaysSo() throws {
    let gone = Series.Counter(name: "memoHits", base: [5], target: [])
    #expect(try path([gone]).outcome == .invalid)
    let removed = CounterAllowance(counter: "memoHits", limit: nil, reason: "counted elsewhere")
    #expect(try path([gone], allowed: [removed]).outcome == .pass)
    let limited = CounterAllowance(counter: "memoHits", limit: 9, reason: "more hits")
    #expect(try path([gone], allowed: [limited]).outcome == .invalid)
  }

  @Test func aNewCounterIsNothingToCompareYet() throws {
    let verdict = try path([Series.Counter(name: "bytesHashed", base: [], target: [7, 7])])
    #expect(verdict.outcome == .pass && verdict.counters.map(\.kind) == [.new])
    #expect(try path([Series.Counter(name: "bytesHashed", base: [], target: [])]).outcome == .invalid)
  }
}
