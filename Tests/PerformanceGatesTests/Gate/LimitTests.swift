import Measurement
import PerformanceGates
import SyntheticMeasurements
import Testing

@Suite struct LimitTests {
  private func verdict(
    _ limits: Limits, effect: Double = 0, base: Double = 1_000_000, pairs: Int = 12, withCPU: Bool = false
  ) throws -> PathVerdict {
    var noise = Sample.noise
    noise.base = base
    noise.pairs = pairs
    let rounds = (1...2).map { seed in
      let series = Sample.series(effect: effect, seed: UInt64(seed), noise: noise, withCPU: withCPU)
      return Sample.round([series], seed: UInt64(seed))
    }
    let budgets = Sample.budgets([PathBudget(name: "startup", limits: limits)])
    return try #require(Sample.report(Sample.comparison(rounds: rounds), budgets: budgets).paths.first)
  }

  /// 3 % of 0.2 ms are 6 µs: below the floor nothing is a slowdown.
  @Test func shortPathsMustExceedTheFloorToo() throws {
    #expect(try verdict(Limits(medianPercent: 3, floorMs: 0.04), effect: 0.1, base: 200_000).outcome == .pass)
    #expect(try verdict(Limits(medianPercent: 3, floorMs: 0.04), effect: 0.3, base: 200_000).outcome == .fail)
    #expect(try verdict(Limits(medianPercent: 3, floorMs: 0.04), effect: 0.1, base: 2_000_000).outcome == .fail)
  }

  @Test func withoutAFloorOfItsOwnAShortPathHasTheGeneralOne() throws {
    #expect(try verdict(Limits(medianPercent: 3), effect: 0.06, base: 400_000).outcome == .pass)
    #expect(try verdict(Limits(medianPercent: 3), effect: 0.12, base: 400_000).outcome == .fail)
    // Above half of a millisecond the percentage alone counts.
    #expect(try verdict(Limits(medianPercent: 3), effect: 0.06, base: 700_000).outcome == .fail)
  }

  @Test func withoutABudgetAPathMayBecomeFivePerCentSlower() throws {
    #expect(try verdict(Limits(), effect: 0.035).outcome == .pass)
    #expect(try verdict(Limits(), effect: 0.08).outcome == .fail)
  }

  @Test func p95OfCPUTimeIsHeldAgainstBase() throws {
    let limits = Limits(medianPercent: 30, p95CPUPercent: 5)
    let calm = try verdict(limits, pairs: 320, withCPU: true)
    #expect(calm.outcome == .pass && calm.p95CPU?.comparison?.samples == 5_120)
    let slow = try verdict(limits, effect: 0.15, pairs: 320, withCPU: true)
    #expect(slow.outcome == .fail && slow.median == .pass)
    #expect(slow.reasons[0].contains("p95 of CPU time grew"))
  }

  @Test func tooFewSamplesForP95AreNoPass() throws {
    let few = try verdict(Limits(p95CPUPercent: 5), pairs: 100, withCPU: true)
    #expect(few.outcome == .unresolved && few.reasons[0].contains("needs 5000 samples"))
    let none = try verdict(Limits(p95CPUPercent: 5))
    #expect(none.outcome == .unresolved && none.reasons[0].contains("no CPU time was measured"))
  }

  @Test func aPathWithALimitOfP95GetsEnoughPairs() {
    #expect(GatePlan.gate.fewestPairs(for: Limits()) == 0)
    #expect(GatePlan.gate.fewestPairs(for: Limits(p95CPUPercent: 5)) * 8 * 2 >= 5_000)
  }

  @Test func aWideLimitNeedsFewPairs() {
    let narrow = GatePlan.pairs(limit: 0.03, spread: 0.08)
    // 1.2533 * 0.08 / 0.01, squared.
    #expect(narrow == 101)
    #expect(abs(GatePlan.pairs(limit: 0.06, spread: 0.08) * 4 - narrow) <= 4)
    #expect(abs(GatePlan.pairs(limit: 0.03, spread: 0.16) - narrow * 4) <= 4)
    #expect(GatePlan.pairs(limit: 0.3, spread: 0.08) == 12)
    #expect(GatePlan.pairs(limit: 0.001, spread: 0.5) == 500)
    #expect(GatePlan.pairs(limit: 0.03, spread: nil) > narrow)
  }

  @Test func p95OfWallTimeIsHeldToAnAbsoluteBudget() throws {
    let slower = Limits(medianPercent: 30, p95WallMs: 1.6)
    #expect(try verdict(slower).outcome == .pass)
    let over = try verdict(slower, effect: 0.25)
    #expect(over.outcome == .fail && over.reasons[0].contains("its budget 1.60 ms"), "\(over.reasons)")
    let slowMachine = try verdict(slower, base: 3_000_000)
    #expect(slowMachine.outcome == .unresolved && slowMachine.reasons[0].contains("base exceeds it too"))
  }

  @Test func aBatchCountsAsOneOperation() throws {
    var series = Sample.series()
    series.batch = 100
    let rounds = [Sample.round([series]), Sample.round([series], seed: 2)]
    let path = try #require(Sample.report(Sample.comparison(rounds: rounds)).paths.first)
    #expect(try #require(path.baseMs) < 0.015)
  }

  /// 10 µs of CPU time an operation: a tenth more is below the floor, though the batch is a millisecond.
  @Test func theFloorOfP95IsOfOneOperation() throws {
    var noise = Sample.noise
    noise.pairs = 320
    let rounds = (1...2).map { seed in
      var series = Sample.series(effect: 0.15, seed: UInt64(seed), noise: noise, withCPU: true)
      series.batch = 100
      return Sample.round([series], seed: UInt64(seed))
    }
    let budgets = Sample.budgets([PathBudget(name: "startup", limits: Limits(medianPercent: 3, p95CPUPercent: 5))])
    let path = try #require(Sample.report(Sample.comparison(rounds: rounds), budgets: budgets).paths.first)
    #expect(path.outcome == .pass && path.p95CPU?.outcome == .pass, "\(path.reasons)")
  }
}
