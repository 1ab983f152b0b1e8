import Measurement
import SyntheticMeasurements
import Testing

@Suite struct PairedSamplesTests {
  @Test func whatMakesNoPairsIsRefused() {
    #expect(throws: PairedSamplesError.none) { try PairedSamples(base: [], target: []) }
    #expect(throws: PairedSamplesError.unequal(base: 2, target: 1)) { try PairedSamples(base: [1, 2], target: [1]) }
    #expect(throws: PairedSamplesError.notPositive(pair: 1)) { try PairedSamples(base: [1, 0], target: [1, 2]) }
    #expect(throws: PairedSamplesError.notPositive(pair: 0)) { try PairedSamples(base: [1], target: [.nan]) }
    #expect(throws: PairedSamplesError.notPositive(pair: 0)) { try PairedSamples(base: [.infinity], target: [1]) }
  }

  /// The machine runs at half speed for a while: it slows both of a pair.
  @Test func whatBothOfAPairShareCancels() throws {
    let slow = [1.0, 1, 2, 2, 1, 1, 2.5, 2.5]
    let samples = try PairedSamples(base: slow.map { $0 * 100 }, target: slow.map { $0 * 105 })
    #expect(isClose(samples.summary.logRatio, 0.04879016416943205))
    #expect(samples.summary.base == 150)
  }

  @Test func aWildPairDoesNotReachTheSummary() throws {
    let samples = try PairedSamples(base: [100, 100, 100, 100, 1], target: [100, 100, 100, 100, 1_000_000])
    #expect(samples.summary.logRatio == 0)
  }

  @Test func oneRestartKnowsNoSpread() {
    #expect(RestartEstimate([0.1]) == nil)
    #expect(RestartEstimate([]) == nil)
  }

  /// Seven equal restarts and a wild one: the median deviation is zero, and would pretend to know all.
  @Test func theStandardErrorIsNeverLessThanHalfOfTheUsualOne() throws {
    let wild = [0, 0, 0, 0, 0, 0, 0, 0.8]
    let estimate = try #require(RestartEstimate(wild))
    let usual = OrderStatistics.standardDeviation(wild) / 8.0.squareRoot()
    #expect(isClose(estimate.standardError, usual / 2))
  }

  @Test func itIsTheProceduresEstimate() throws {
    let estimate = try #require(RestartEstimate(Samples.ratios))
    #expect(isClose(estimate.logRatio, 0.015))
    #expect(isClose(estimate.standardError, 1.48 * 0.0155 / 12.0.squareRoot()))
  }

  @Test(arguments: NoiseModel.Tail.allCases)
  func theIntervalHoldsTheTruth(_ tail: NoiseModel.Tail) throws {
    let noise = NoiseModel(tail: tail)
    for restarts in [8, 20, 60] {
      var stream = RandomStream(seed: 11, name: "coverage \(tail) \(restarts)")
      var held = 0
      for _ in 0..<500 {
        let ratios = (0..<restarts).map { noise.logRatio(effect: 0.05, restart: $0, of: restarts, stream: &stream) }
        let estimate = try #require(RestartEstimate(ratios))
        if estimate.interval().contains(0.04879016416943205) { held += 1 }
      }
      // 95 % of 500, less three standard deviations.
      #expect(held >= 461, "\(held) of 500 with \(restarts) restarts")
    }
  }
}
