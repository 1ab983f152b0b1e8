/// Samples far from all others, told by the modified z-score: the distance from the median in robust standard deviations.
///
/// Source: Iglewicz and Hoaglin, "How to detect and handle outliers", 1993. Times have long right tails by nature, so the limit is not
/// their 3.5, but ten.
package struct Outliers: Sendable, Equatable {
  package static let limit = 10.0

  /// Where they stand among the samples.
  package var indices: [Int]
  package var count: Int

  package init(_ samples: [Double], limit: Double = Self.limit) {
    count = samples.count
    indices = []
    guard !samples.isEmpty else { return }
    let score = Self.score(samples)
    indices = samples.indices.filter { abs(score(samples[$0])) > limit }
  }

  package var share: Double { count == 0 ? 0 : Double(indices.count) / Double(count) }

  /// What a sample scores among `samples`. When half of them are equal there is no spread to measure by, and nothing is far out.
  static func score(_ samples: [Double]) -> (Double) -> Double {
    let middle = OrderStatistics.median(samples)
    let spread = 1.4826 * OrderStatistics.medianAbsoluteDeviation(samples)
    return { spread > 0 ? ($0 - middle) / spread : 0 }
  }
}

/// Whether the first sample, taken after the warm-up, was slower than the rest: then the warm-up is too short.
package struct SlowFirstRun: Sendable, Equatable {
  /// The first sample over the median of the rest.
  package var ratio: Double

  /// Nil when the first sample is like the others. It is slow when it is an outlier among the rest, and by at least a tenth.
  package init?(_ samples: [Double], limit: Double = 5) {
    guard samples.count >= 5 else { return nil }
    let rest = Array(samples.dropFirst())
    let middle = OrderStatistics.median(rest)
    guard middle > 0, samples[0] > 1.1 * middle else { return nil }
    let spread = 1.4826 * OrderStatistics.medianAbsoluteDeviation(rest)
    guard spread == 0 || (samples[0] - middle) / spread > limit else { return nil }
    ratio = samples[0] / middle
  }

  /// The same, from the first samples of many restarts, each against the rest of its own: the median restart decides.
  package init?(restarts: [[Double]]) {
    let ratios = restarts.filter { $0.count >= 5 }.map { samples in
      samples[0] / OrderStatistics.median(Array(samples.dropFirst()))
    }
    guard ratios.count >= 3 else { return nil }
    ratio = OrderStatistics.median(ratios)
    guard ratio > 1.1 else { return nil }
  }
}
