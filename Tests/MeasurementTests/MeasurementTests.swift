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

  /// Each line: a value, the share of samples up to it, and their number.
  @Test func thePercentileDistributionEndsWithAllSamples() throws {
    var histogram = LatencyHistogram()
    for sample in 1...100 { histogram.record(Int64(sample) * 1000) }
    let lines = histogram.percentileDistribution(dividingBy: 1000).split(separator: "\n")
    let table = lines.dropFirst().prefix { !$0.hasPrefix("#") }
    let rows = table.map { $0.split(separator: " ").compactMap { Double($0) } }
    #expect(rows.contains { $0[0].rounded() == 50 && abs($0[1] - 0.5) < 0.01 && $0[2] == 50 }, "\(lines)")
    let last = try #require(rows.last)
    #expect(abs(last[0] - 100) < 0.1 && last[1] == 1 && last[2] == 100)
  }
}
