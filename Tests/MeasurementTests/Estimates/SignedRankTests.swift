import Measurement
import SyntheticMeasurements
import Testing

@Suite struct SignedRankTests {
  @Test func probabilitiesAreThoseOfScipy() {
    #expect(isClose(SignedRank.probability(Samples.ratios), 0.06396484375))
    // Ties and a zero: the approximation.
    #expect(isClose(SignedRank.probability(Samples.tied), 0.19450601743634222))
    #expect(SignedRank.probability([0, 0]) == 1)
  }

  @Test(arguments: [(0.95, -0.001, 0.031, 0.95751953125), (0.99, -0.0075, 0.036, 0.99072265625)])
  func theIntervalIsTheExactOne(_ confidence: Double, _ low: Double, _ high: Double, _ achieved: Double) {
    let estimate = HodgesLehmann(Samples.ratios, confidence: confidence)
    #expect(isClose(estimate.estimate, 0.0145))
    #expect(isClose(estimate.interval.low, low) && isClose(estimate.interval.high, high), "\(estimate)")
    #expect(isClose(estimate.interval.confidence, achieved))
  }

  /// Four samples cannot give 95 %: the interval says how much it gives.
  @Test func fewSamplesPromiseLess() {
    let estimate = HodgesLehmann(Array(Samples.ratios.prefix(4)))
    #expect(isClose(estimate.interval.low, -0.013) && isClose(estimate.interval.high, 0.034))
    #expect(isClose(estimate.interval.confidence, 0.875))
  }

  @Test func theIntervalAndTheTestAgree() {
    var stream = RandomStream(seed: 3, name: "samples")
    for _ in 0..<200 {
      let samples = (0..<12).map { _ in 0.5 + stream.normal() }
      let holdsZero = HodgesLehmann(samples).interval.contains(0)
      #expect(holdsZero == (SignedRank.probability(samples) > 0.05 - 1e-12))
    }
  }

  @Test(arguments: [(12, 400), (40, 200), (110, 100)])
  func itHoldsTheTruthAsOftenAsItSays(_ count: Int, _ trials: Int) {
    for heavy in [false, true] {
      var stream = RandomStream(seed: 5, name: "coverage \(count) \(heavy)")
      var held = 0
      for _ in 0..<trials {
        let samples = (0..<count).map { _ in 2 + (heavy ? stream.heavyTailed() : stream.normal()) }
        if HodgesLehmann(samples).interval.contains(2) { held += 1 }
      }
      // 95 % of them, less three standard deviations.
      let expected = 0.95 * Double(trials)
      #expect(Double(held) >= expected - 3 * (0.05 * expected).squareRoot(), "\(held) of \(trials), heavy: \(heavy)")
    }
  }

  @Test func itIsNotWiderThanItNeedsToBe() {
    var stream = RandomStream(seed: 6, name: "width")
    let widths = (0..<50).map { _ in HodgesLehmann((0..<40).map { _ in stream.normal() }).interval.width }
    // The mean's interval would be 2 · 2.02 / √40 = 0.64 wide.
    #expect((0.6...0.75).contains(OrderStatistics.mean(widths)), "\(OrderStatistics.mean(widths))")
  }
}
