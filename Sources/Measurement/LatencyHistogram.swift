import Histogram

/// Latencies in microseconds, kept with three significant digits in bounded memory.
///
/// Source: HdrHistogram (G. Tene). A value above one hour counts as one hour, and one below zero as zero: a clock that
/// jumped, or a request that hung, must neither trap nor be left out.
package struct LatencyHistogram: Sendable {
  /// The longest latency that is told apart from longer ones.
  package static let longest: Int64 = 3_600_000_000

  private let limit: Int64
  private var histogram: Histogram<UInt32>

  /// With another limit, the unit may be another, too.
  package init(longest: Int64 = Self.longest) {
    limit = longest
    histogram = Histogram(
      lowestDiscernibleValue: 1, highestTrackableValue: UInt64(longest), numberOfSignificantValueDigits: .three)
  }

  package var count: Int { Int(histogram.totalCount) }

  package mutating func record(_ microseconds: Int64) {
    histogram.record(UInt64(min(max(microseconds, 0), limit)))
  }

  /// The summary, or nil when nothing was recorded.
  package var quantiles: LatencyQuantiles? {
    guard count > 0 else { return nil }
    return LatencyQuantiles(
      count: count, p50: percentile(50), p90: percentile(90), p95: percentile(95), p99: percentile(99),
      max: Int64(histogram.maxRecorded))
  }

  /// All of it, as HdrHistogram's plotters read it.
  ///
  /// - Parameter scale: how many of the recorded unit make one of the table's.
  /// - Returns: a table of the percentile distribution (`.hgrm`).
  package func percentileDistribution(dividingBy scale: Double) -> String {
    var text = ""
    histogram.outputPercentileDistribution(to: &text, outputValueUnitScalingRatio: scale)
    return text
  }

  private func percentile(_ rank: Double) -> Int64 { Int64(histogram.valueAtPercentile(rank)) }
}

/// What a report says of a set of latencies: microseconds.
package struct LatencyQuantiles: Equatable, Sendable {
  package var count: Int
  package var p50: Int64
  package var p90: Int64
  package var p95: Int64
  package var p99: Int64
  package var max: Int64

  package init(count: Int, p50: Int64, p90: Int64, p95: Int64, p99: Int64, max: Int64) {
    self.count = count
    self.p50 = p50
    self.p90 = p90
    self.p95 = p95
    self.p99 = p99
    self.max = max
  }
}

extension LatencyQuantiles {
  /// The quantiles of samples that are all at hand, by the nearest rank; nil when there are none.
  package init?(_ samples: [Int64]) {
    guard !samples.isEmpty else { return nil }
    let sorted = samples.sorted()
    func percentile(_ rank: Int) -> Int64 { sorted[Swift.max(0, (sorted.count * rank + 99) / 100 - 1)] }
    self.init(
      count: sorted.count, p50: percentile(50), p90: percentile(90), p95: percentile(95), p99: percentile(99),
      max: sorted[sorted.count - 1])
  }
}
