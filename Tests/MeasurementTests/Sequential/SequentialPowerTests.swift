import Measurement
import SyntheticMeasurements
import Testing

/// What the procedure promises, on noise with known truth: a restart's log ratio varies by 1.8 %, as measured on a shared machine.
@Suite struct SequentialPowerTests {
  @Test(arguments: NoiseModel.Tail.allCases)
  func equalSidesNeverFail(_ tail: NoiseModel.Tail) {
    let tally = SimulatedComparison.tally(2_000, effect: 0, noise: NoiseModel(tail: tail), seed: 21)
    #expect(tally.fails == 0, "\(tally)")
    #expect(tally.passes >= 1_998, "\(tally)")
  }

  @Test(arguments: NoiseModel.Tail.allCases)
  func fivePerCentFail(_ tail: NoiseModel.Tail) {
    let tally = SimulatedComparison.tally(500, effect: 0.05, noise: NoiseModel(tail: tail), seed: 22)
    #expect(tally.fails >= 497, "\(tally)")
    #expect(tally.passes == 0, "\(tally)")
  }

  /// What is left open here, the gate's further rounds decide.
  @Test(arguments: NoiseModel.Tail.allCases)
  func fourPerCentHardlyEverPassAndTwoHardlyEverFail(_ tail: NoiseModel.Tail) {
    let noise = NoiseModel(tail: tail)
    let slower = SimulatedComparison.tally(300, effect: 0.04, noise: noise, seed: 23)
    #expect(slower.fails >= 240 && slower.passes <= 3, "\(slower)")
    let permitted = SimulatedComparison.tally(300, effect: 0.02, noise: noise, seed: 24)
    #expect(permitted.passes >= 270 && permitted.fails <= 2, "\(permitted)")
  }

  /// The same from single samples, with interrupts and a machine that is busy half of the time.
  @Test func itHoldsFromPairsToo() {
    let equal = SimulatedComparison.tally(60, effect: 0, noise: NoiseModel(), byPairs: true, seed: 25)
    #expect(equal.passes == 60, "\(equal)")
    let slower = SimulatedComparison.tally(60, effect: 0.05, noise: NoiseModel(), byPairs: true, seed: 26)
    #expect(slower.fails == 60, "\(slower)")
  }
}
