import Measurement
import SyntheticMeasurements
import Testing

@Suite struct DiagnosticsTests {
  @Test func correlationsAreThoseOfNumPy() {
    let function = Autocorrelation.function(Samples.ratios, lags: 3)
    for (value, expected) in zip(function, [1, -0.4304823510621306, -0.041926209870627694, 0.1190305063088964]) {
      #expect(isClose(value, expected))
    }
    #expect(isClose(Autocorrelation.probabilityOfIndependence(Samples.ratios, lags: 3), 0.37285895545930736))
    #expect(Autocorrelation.function([2, 2, 2], lags: 1) == [1, 0])
  }

  @Test func theSlopeIsThatOfScipy() {
    let drift = Drift(Samples.ratios)
    #expect(isClose(drift.slope, -0.0006458333333333333))
    #expect(isClose(drift.probability, 0.9453298708327))
    #expect(Drift([1, 2]).probability == 1)
    #expect(Drift([3, 3, 3, 3]).probability == 1)
  }

  @Test func driftIsSeenAndNoiseIsNot() {
    var stream = RandomStream(seed: 4, name: "drift")
    var alarms = 0
    for _ in 0..<300 {
      let noise = (0..<20).map { _ in 0.02 * stream.normal() }
      if Drift(noise).probability < 0.01 { alarms += 1 }
      let drifting = noise.enumerated().map { $1 + 0.01 * Double($0) }
      #expect(Drift(drifting).probability < 0.001)
    }
    #expect(alarms <= 9, "\(alarms) of 300 at one per cent")
  }

  @Test func theFarOutAreOutliers() {
    let samples = (0..<50).map { 100 + Double($0 % 7) } + [1_000]
    #expect(Outliers(samples).indices == [50])
    #expect(Outliers(samples.dropLast()).indices.isEmpty)
    #expect(Outliers([]).share == 0)
    #expect(Outliers([1, 1, 1, 5]).indices.isEmpty)
  }

  @Test func aSlowFirstRunIsToldFromNoise() {
    let steady = [100.0, 103, 98, 101, 99, 102]
    #expect(SlowFirstRun(steady) == nil)
    #expect(SlowFirstRun([180] + steady)?.ratio == 1.791044776119403)
    #expect(SlowFirstRun([10, 1]) == nil)
    #expect(SlowFirstRun(restarts: Array(repeating: [150] + steady, count: 5)) != nil)
    #expect(SlowFirstRun(restarts: [[150] + steady, steady, steady]) == nil)
  }

  private func kinds(_ findings: [NoiseFinding]) -> [NoiseFinding.Kind] { findings.map(\.kind) }

  @Test func aMachineThatIsTakenAwayMakesAMeasurementVoid() {
    let limits = NoiseLimits()
    #expect(limits.findings(MachineNoise()).isEmpty)
    #expect(limits.findings(MachineNoise(steal: [0.02, 0.05], load: [0.5, 0.6])).isEmpty)
    let stolen = limits.findings(MachineNoise(steal: [0.4, 0.3]))
    #expect(kinds(stolen) == [.steal] && stolen.allSatisfy { $0.isInvalid })
    let crowded = limits.findings(MachineNoise(load: [2, 2.5]))
    #expect(kinds(crowded) == [.load] && crowded.allSatisfy { $0.isInvalid })
  }

  @Test func restartsThatDriftOrVaryTooMuchAreVoid() {
    let limits = NoiseLimits()
    var stream = RandomStream(seed: 7, name: "restarts")
    let drifting = (0..<20).map { 0.004 * Double($0) + 0.002 * stream.normal() }
    #expect(kinds(limits.findings(logRatios: drifting)).contains(.drift))
    let wild = (0..<20).map { _ in 0.3 * stream.normal() }
    #expect(kinds(limits.findings(logRatios: wild)) == [.spread])
    #expect(limits.findings(logRatios: [1, 2, 3]).isEmpty)
  }

  /// Ordinary noise is no reason to throw a measurement away.
  @Test(arguments: NoiseModel.Tail.allCases)
  func ordinaryNoiseMakesNothingVoid(_ tail: NoiseModel.Tail) {
    let noise = NoiseModel(tail: tail)
    var stream = RandomStream(seed: 8, name: "restarts")
    for _ in 0..<500 {
      let ratios = (0..<20).map { noise.logRatio(effect: 0, restart: $0, of: 20, stream: &stream) }
      let findings = NoiseLimits().findings(logRatios: ratios)
      #expect(!findings.contains { $0.isInvalid }, "\(findings)")
    }
  }

  @Test func samplesAreWarnedAboutWithAdvice() {
    let steady = (0..<40).map { 100 + Double($0 % 7) }
    #expect(NoiseLimits().findings(samples: [steady, steady, steady]).isEmpty)
    let wild = steady + [5_000]
    let outliers = NoiseLimits().findings(samples: [wild, wild])
    #expect(kinds(outliers) == [.outliers] && outliers[0].advice.contains("2 of 82"))
    let slow = NoiseLimits().findings(samples: [[140] + steady, [150] + steady, [160] + steady])
    #expect(kinds(slow) == [.slowFirstRun] && slow[0].advice.contains("warm up longer"))
  }
}
