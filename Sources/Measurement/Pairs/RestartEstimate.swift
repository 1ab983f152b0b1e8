import Glibc

/// How much slower target is than base, in logarithms, from the median log ratio of each restart.
///
/// A pair of processes carries a bias of its own for as long as it lives (layout, placement of pages), of 1 to 2 %: so restarts are the
/// samples, and pairs only make each of them more exact.
package struct RestartEstimate: Sendable, Equatable {
  package let count: Int
  /// The mean without the lowest and highest tenth.
  package let logRatio: Double
  /// From the median absolute deviation, since one restart in ten may be wild; but no less than half of what the standard deviation
  /// gives, since the median deviation of few samples can be small by chance.
  package let standardError: Double

  /// Of ``interval(confidence:)``.
  private let winsorizedError: Double

  /// - Parameter logRatios: one of each restart; at least two, or nothing is known about their spread.
  package init?(_ logRatios: [Double]) {
    guard logRatios.count >= 2 else { return nil }
    count = logRatios.count
    logRatio = OrderStatistics.trimmedMean(logRatios, share: Self.trimmed)
    let deviation = OrderStatistics.standardDeviation(logRatios)
    let spread = max(1.48 * OrderStatistics.medianAbsoluteDeviation(logRatios), deviation / 2)
    let root = sqrt(Double(count))
    standardError = spread / root
    winsorizedError = Self.winsorizedDeviation(logRatios) / (Double(Self.kept(count)) / Double(count) * root)
  }

  /// target / base.
  package var ratio: Double { exp(logRatio) }

  /// Of the log ratio. For people: decisions come from ``standardError``, which reacts less to wild restarts, but with few of them is too
  /// rough to promise a confidence.
  ///
  /// Source: Tukey and McLaughlin's interval of the trimmed mean from the Winsorized deviation ("Less vulnerable confidence and significance
  /// procedures for location based on a single sample", 1963).
  package func interval(confidence: Double = 0.95) -> Interval {
    let multiple = StudentT(degreesOfFreedom: Double(Self.kept(count) - 1)).quantile((1 + confidence) / 2)
    return Interval(
      low: logRatio - multiple * winsorizedError, high: logRatio + multiple * winsorizedError, confidence: confidence)
  }

  private static let trimmed = 0.1

  private static func kept(_ count: Int) -> Int { count - 2 * Int(trimmed * Double(count)) }

  /// The standard deviation when what the mean leaves out is moved to the ends of what it keeps.
  private static func winsorizedDeviation(_ samples: [Double]) -> Double {
    let cut = Int(trimmed * Double(samples.count))
    let sorted = samples.sorted()
    let (low, high) = (sorted[cut], sorted[sorted.count - 1 - cut])
    return OrderStatistics.standardDeviation(sorted.map { min(max($0, low), high) })
  }
}
