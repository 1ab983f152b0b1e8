import Measurement
import Testing

@Suite struct LatencyHistogramTests {
  private func check(
    _ samples: [Int64], _ expected: LatencyQuantiles?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var histogram = LatencyHistogram()
    for sample in samples { histogram.record(sample) }
    #expect(histogram.quantiles == expected, sourceLocation: sourceLocation)
  }

  @Test func nothingRecordedHasNoQuantiles() { check([], nil) }

  @Test func oneSampleIsEveryQuantile() {
    check([700], LatencyQuantiles(count: 1, p50: 700, p90: 700, p95: 700, p99: 700, max: 700))
  }

  @Test func quantilesAreSamplesWhenTheyHaveThreeDigits() {
    check(Array(1...1000), LatencyQuantiles(count: 1000, p50: 500, p90: 900, p95: 950, p99: 990, max: 1000))
  }

  @Test func orderDoesNotMatter() {
    check([5, 1, 4, 2, 3], LatencyQuantiles(count: 5, p50: 3, p90: 5, p95: 5, p99: 5, max: 5))
  }

  @Test func valuesBeyondTheRangeSaturate() {
    let longest = LatencyHistogram.longest
    check([.min, .max], LatencyQuantiles(count: 2, p50: 0, p90: longest, p95: longest, p99: longest, max: longest))
  }

  @Test func threeSignificantDigitsAreKept() throws {
    var histogram = LatencyHistogram()
    for _ in 0..<100 { histogram.record(1_234_567) }
    let median = try #require(histogram.quantiles).p50
    #expect(abs(Double(median) - 1_234_567) / 1_234_567 < 0.001)
  }
}
