import Measurement
import Testing

@Suite struct OrderStatisticsTests {
  @Test(arguments: [
    (0.0, -0.031), (0.05, -0.0211), (0.25, 0.00175), (0.5, 0.0145), (0.9, 0.0403), (0.95, 0.0473), (1.0, 0.055),
  ])
  func quantilesAreThoseOfNumPy(_ probability: Double, _ expected: Double) {
    #expect(isClose(OrderStatistics.quantile(Samples.ratios, probability), expected))
  }

  @Test func spreadAndTrimmedMeanAreThoseOfScipy() {
    #expect(isClose(OrderStatistics.medianAbsoluteDeviation(Samples.ratios), 0.0155))
    #expect(isClose(OrderStatistics.standardDeviation(Samples.ratios), 0.0238575316866984))
    #expect(isClose(OrderStatistics.trimmedMean(Samples.ratios, share: 0.1), 0.015))
    #expect(isClose(OrderStatistics.trimmedMean(Samples.ratios, share: 0.25), 0.015))
  }

  @Test func oneSampleIsEveryQuantileAndHasNoSpread() {
    #expect(OrderStatistics.quantile([7], 0.3) == 7)
    #expect(OrderStatistics.standardDeviation([7]) == 0)
    #expect(OrderStatistics.trimmedMean([7], share: 0.1) == 7)
  }

  @Test func trimmingLeavesOutTheWild() {
    let samples = [1, 2, 3, 4, 5, 6, 7, 8, 9, 1e9]
    #expect(OrderStatistics.trimmedMean(samples, share: 0.1) == 5.5)
  }
}
