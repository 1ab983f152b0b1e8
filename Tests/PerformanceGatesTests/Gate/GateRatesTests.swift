import Measurement
import PerformanceGates
import SyntheticMeasurements
import Testing

/// What the whole gate promises, on noise with known truth: all rounds, with confirmation and agreement.
@Suite struct GateRatesTests {
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
