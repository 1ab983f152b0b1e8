import Measurement
import PerformanceGates
import SyntheticMeasurements
import Testing

/// What the whole gate promises, on noise with known truth: all rounds, with confirmation and agreement.
@Suite struct GateRatesTests {
  /// A path's way through rounds that come out so.
  private func state(_ decisions: [Decision]) -> PathRounds.State {
    var path = PathRounds(plan: .gate)
    for decision in decisions {
      let ratio = decision == .pass ? 0.0 : decision == .fail ? 0.08 : 0.0295
      let count = decision == .unresolved ? 60 : 8
      let restarts = (0..<count).map { index in
        let noise = decision == .unresolved ? 0.01 : 0.001
        return RestartSummary(logRatio: ratio + (index % 2 == 0 ? noise : -noise), base: 1e6, target: 1e6)
      }
      let round = PairedComparison(limit: EffectLimit(share: 0.03), restarts: restarts)
      #expect(round.decision == decision)
      path.add(round)
    }
    return path.state
  }

  @Test(arguments: [
    ([Decision.pass], PathRounds.State.needsRound), ([.pass, .pass], .decided(.pass)),
    // Two passes that do not follow one another are not enough.
    ([.pass, .unresolved, .pass], .needsRound), ([.pass, .fail, .pass], .needsRound),
    ([.pass, .unresolved, .pass, .pass], .decided(.pass)),
    // Nor are two failures with a pass between them.
    ([.fail, .pass, .fail], .needsRound), ([.fail, .pass, .fail, .pass], .decided(.unresolved)),
    ([.fail, .fail], .decided(.fail)), ([.pass, .fail, .fail], .decided(.fail)),
    // What stays open confirms a failure only if both together are one.
    ([.fail, .unresolved], .needsRound), ([.unresolved, .unresolved, .unresolved], .needsRound),
    ([.unresolved, .unresolved, .unresolved, .unresolved], .decided(.unresolved)),
  ])
  func roundsInARowDecide(_ decisions: [Decision], _ expected: PathRounds.State) {
    let state = state(decisions)
    #expect(state == expected)
  }

  private func outcomes(_ count: Int, effect: Double, noise: NoiseModel, seed: UInt64) -> [GateOutcome: Int] {
    var stream = RandomStream(seed: seed, name: "gates")
    var outcomes: [GateOutcome: Int] = [:]
    for _ in 0..<count {
      var path = PathRounds(plan: .gate)
      while path.state == .needsRound {
        path.add(SimulatedComparison.round(effect: effect, noise: noise, stream: &stream))
      }
      if case .decided(let outcome) = path.state { outcomes[outcome, default: 0] += 1 }
    }
    return outcomes
  }

  @Test(arguments: NoiseModel.Tail.allCases)
  func equalSidesNeverFail(_ tail: NoiseModel.Tail) {
    let outcomes = outcomes(400, effect: 0, noise: NoiseModel(tail: tail), seed: 31)
    #expect(outcomes[.fail, default: 0] == 0 && outcomes[.pass, default: 0] >= 398, "\(outcomes)")
  }

  @Test(arguments: NoiseModel.Tail.allCases)
  func fivePerCentFail(_ tail: NoiseModel.Tail) {
    let outcomes = outcomes(150, effect: 0.05, noise: NoiseModel(tail: tail), seed: 32)
    #expect(outcomes[.fail, default: 0] >= 149, "\(outcomes)")
  }

  @Test(arguments: NoiseModel.Tail.allCases)
  func fourPerCentFailAndTwoDoNot(_ tail: NoiseModel.Tail) {
    let slower = outcomes(100, effect: 0.04, noise: NoiseModel(tail: tail), seed: 33)
    #expect(slower[.fail, default: 0] >= 90 && slower[.pass, default: 0] == 0, "\(slower)")
    let permitted = outcomes(100, effect: 0.02, noise: NoiseModel(tail: tail), seed: 34)
    #expect(permitted[.fail, default: 0] == 0 && permitted[.pass, default: 0] >= 88, "\(permitted)")
  }
}
