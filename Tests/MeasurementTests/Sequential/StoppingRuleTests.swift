import Measurement
import SyntheticMeasurements
import Testing

@Suite struct StoppingRuleTests {
  private static let limit = EffectLimit(share: 0.03)

  private func compare(_ ratios: [Double], rule: StoppingRule = .standard, limit: EffectLimit = Self.limit)
    -> PairedComparison
  {
    PairedComparison(
      limit: limit, rule: rule, restarts: ratios.map { RestartSummary(logRatio: $0, base: 1e6, target: 1e6) })
  }

  @Test func itLooksAfterEightRestartsThenFourAtATimeUpToSixty() {
    #expect(StoppingRule.standard.looks.map(\.restarts) == Array(stride(from: 8, through: 60, by: 4)))
    #expect(StoppingRule.standard.looks.allSatisfy { $0.fail == 2.8 && $0.pass == 2.4 })
  }

  @Test func itAsksForRestartsUntilTheNextLook() {
    #expect(compare([]).state == .needs(8))
    #expect(compare(Array(repeating: 0, count: 3)).state == .needs(5))
    // On the limit: undecided.
    let onTheLimit = (0..<8).map { 0.0295 + ($0 % 2 == 0 ? 0.01 : -0.01) }
    #expect(compare(onTheLimit).state == .needs(4))
  }

  @Test func equalSidesPassAndSlowOnesFail() {
    let noise = [0.004, -0.006, 0.001, -0.002, 0.007, -0.005, 0.003, -0.001]
    #expect(compare(noise).state == .decided(.pass))
    #expect(compare(noise.map { $0 + 0.05 }).state == .decided(.fail))
    #expect(compare(noise.map { $0 - 0.3 }).state == .decided(.pass))
  }

  @Test func atTheCapItIsUnresolved() {
    let onTheLimit = (0..<60).map { 0.0295 + ($0 % 2 == 0 ? 0.01 : -0.01) }
    let comparison = compare(onTheLimit)
    #expect(comparison.state == .decided(.unresolved))
    #expect(comparison.restarts.count == 60)
  }

  /// What comes after the decision is no second chance.
  @Test func aDecisionStands() {
    let calm = [0.004, -0.006, 0.001, -0.002, 0.007, -0.005, 0.003, -0.001]
    let comparison = compare(calm + Array(repeating: 0.5, count: 40))
    #expect(comparison.state == .decided(.pass))
    #expect(comparison.restarts.count == 8)
  }

  @Test func withoutSpreadTheLimitItselfDecides() {
    #expect(compare(Array(repeating: 0.02, count: 8)).decision == .pass)
    #expect(compare(Array(repeating: 0.04, count: 8)).decision == .fail)
  }

  /// Both the share and the floor must be exceeded.
  @Test(arguments: [
    (1_000_000.0, 0.03), (999_999.0, 0.04 / 0.999_999), (500_000.0, 0.08), (100_000.0, 0.4), (4_000_000.0, 0.03),
  ])
  func shortPathsHaveAnAbsoluteFloor(_ base: Double, _ share: Double) {
    let limit = EffectLimit(share: 0.03, floor: 40_000, floorBelow: 1_000_000)
    #expect(isClose(limit.logRatio(base: base), EffectLimit(share: share).logRatio(base: .infinity)))
  }

  @Test func theFloorIsHeldAgainstTheMeasuredBase() {
    let slower = (0..<8).map { RestartSummary(logRatio: 0.1 + 0.001 * Double($0), base: 200_000, target: 220_000) }
    // 20 µs more, and 40 are permitted.
    let limit = EffectLimit(share: 0.03, floor: 40_000, floorBelow: 1_000_000)
    #expect(PairedComparison(limit: limit, restarts: slower).decision == .pass)
    #expect(PairedComparison(limit: EffectLimit(share: 0.03), restarts: slower).decision == .fail)
  }

  @Test func theDetectableEffectIsAboveTheLimitAndShrinksWithRestarts() {
    let few = MinimumDetectableEffect.share(limit: 0.0296, deviation: 0.018, restarts: 8, multiple: 2.8)
    let many = MinimumDetectableEffect.share(limit: 0.0296, deviation: 0.018, restarts: 60, multiple: 2.8)
    #expect(few > many && many > 0.03)
    // What is detectable at the cap is found about as often as it says.
    let noise = NoiseModel()
    let effect = MinimumDetectableEffect.share(
      limit: 0.029558802241544, deviation: noise.deviation, restarts: 60, multiple: 2.8)
    #expect((0.038...0.042).contains(effect), "\(effect)")
    let tally = SimulatedComparison.tally(300, effect: effect, noise: noise, seed: 6)
    #expect(tally.fails >= 270, "\(tally)")
  }
}
