import Measurement
import SyntheticMeasurements
import Testing

/// Reference values from a finer integration with scipy, which agree with published tables (Lan and DeMets; Jennison and Turnbull).
@Suite struct AlphaSpendingTests {
  @Test(arguments: [
    (AlphaSpending.obrienFleming, [4.876885, 3.357012, 2.680280, 2.289816, 2.031032]),
    (.pocock, [2.437977, 2.426814, 2.410194, 2.396649, 2.385999]),
  ])
  func boundariesOfFiveLooks(_ spending: AlphaSpending, _ expected: [Double]) {
    let boundaries = spending.boundaries(shares: [0.2, 0.4, 0.6, 0.8, 1], alpha: 0.025)
    for (boundary, expected) in zip(boundaries, expected) {
      #expect(abs(boundary - expected) < 5e-4, "\(boundaries)")
    }
  }

  @Test(arguments: AlphaSpending.allCases)
  func allIsSpentAtTheEndAndNothingAtTheStart(_ spending: AlphaSpending) {
    #expect(spending.spent(0, alpha: 0.05) == 0)
    #expect(spending.spent(1, alpha: 0.05) == 0.05)
    let shares = (1...20).map { spending.spent(Double($0) / 20, alpha: 0.05) }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// The promise, held against simulated noise on the limit itself.
  @Test(arguments: AlphaSpending.allCases)
  func onTheLimitErrorsAreAsRareAsTheyMayBe(_ spending: AlphaSpending) {
    let rule = StoppingRule.spending(restarts: [8, 20, 32, 44, 60], failing: 0.05, passing: 0.05, as: spending)
    let tally = SimulatedComparison.tally(1_000, effect: 0.03, noise: NoiseModel(), rule: rule, seed: 12)
    // 5 % each, and up to half as much again, since the robust spread is rough.
    #expect((50...150).contains(tally.fails + tally.passes), "\(tally)")
    #expect(abs(tally.fails - tally.passes) <= 40, "\(tally)")
  }

  @Test func aSingleLookIsAPlainTest() {
    #expect(isClose(AlphaSpending.pocock.boundaries(shares: [1], alpha: 0.05)[0], 1.6448536269514722, 1e-9))
    #expect(AlphaSpending.pocock.multiples(restarts: [], alpha: 0.05).isEmpty)
  }
}
