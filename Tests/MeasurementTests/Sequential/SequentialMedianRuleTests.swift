import Measurement
import SyntheticMeasurements
import Testing

@Suite struct SequentialMedianRuleTests {
  /// Why the gate does not use it: with nothing changed it fails often, where the paired rule on the same samples never does.
  @Test func itRaisesFalseAlarmsWhereThePairedRuleDoesNot() {
    var noise = NoiseModel()
    noise.sharedNoise = 0.1
    var stream = RandomStream(seed: 17, name: "the same runs")
    var (alarms, comparisons) = (0, 0)
    for _ in 0..<20 {
      let restarts = (0..<8).map { noise.samples(effect: 0, restart: $0, of: 8, stream: &stream) }
      let verdicts = SequentialMedianRule.verdicts(restarts, share: 0.03)
      alarms += verdicts.count { $0 }
      comparisons += verdicts.count
      let paired = PairedComparison(limit: EffectLimit(share: 0.03), restarts: restarts.map(\.summary))
      #expect(paired.decision == .pass)
    }
    #expect(comparisons == 140)
    #expect(alarms >= 14, "\(alarms) of \(comparisons)")
  }

  @Test func itTakesBaseFromOneRestartAndTargetFromTheNext() throws {
    let fast = try PairedSamples(base: [100], target: [100])
    let slow = try PairedSamples(base: [104], target: [104])
    #expect(SequentialMedianRule.verdicts([fast, slow, fast], share: 0.03) == [true, false])
    #expect(SequentialMedianRule.verdicts([fast], share: 0.03).isEmpty)
  }
}
