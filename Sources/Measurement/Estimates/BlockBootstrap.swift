import Glibc

/// Intervals for a statistic of samples that depend on those before them, as pairs in one process do.
///
/// Source: the stationary bootstrap (Politis and Romano 1994): blocks of random length are drawn from a series that is closed to a ring.
/// The mean length is chosen from the autocorrelation, as in Politis and White, "Automatic block-length selection for the dependent
/// bootstrap", 2004, corrected by Patton, Politis and White 2009.
package enum BlockBootstrap {
  /// The middle `confidence` of the statistic over resamples of `samples`, which come in the order of time. Without a mean length of blocks,
  /// it is chosen.
  package static func interval(
    _ samples: [Double], confidence: Double = 0.95, resamples: Int = 999, meanLength: Double? = nil,
    stream: inout RandomStream, statistic: ([Double]) -> Double
  ) -> Interval {
    let length = max(1, meanLength ?? blockLength(samples))
    let values = (0..<resamples).map { _ in statistic(resample(samples, meanLength: length, stream: &stream)) }.sorted()
    let tail = (1 - confidence) / 2
    return Interval(
      low: OrderStatistics.quantile(sorted: values, tail), high: OrderStatistics.quantile(sorted: values, 1 - tail),
      confidence: confidence)
  }

  static func resample(_ samples: [Double], meanLength: Double, stream: inout RandomStream) -> [Double] {
    var place = 0
    return samples.indices.map { index in
      if index == 0 || stream.uniform() * meanLength < 1 {
        place = stream.below(samples.count)
      } else {
        place = place + 1 == samples.count ? 0 : place + 1
      }
      return samples[place]
    }
  }

  /// The mean length of blocks that makes the variance's error least.
  package static func blockLength(_ samples: [Double]) -> Double {
    let count = Double(samples.count)
    guard samples.count >= 8, OrderStatistics.standardDeviation(samples) > 0 else { return 1 }
    let needed = max(5, Int(log10(count).rounded(.up)))
    let furthest = min(samples.count - 1, Int(count.squareRoot().rounded(.up)) + needed)
    let correlations = Autocorrelation.function(samples, lags: furthest)
    let insignificant = 2 * (log10(count) / count).squareRoot()
    // The first lag after which `needed` correlations in turn say nothing; else the last that says something.
    var cut = correlations.indices.dropFirst().last { abs(correlations[$0]) > insignificant } ?? 0
    for lag in 0...max(0, furthest - needed)
    where correlations[(lag + 1)..<min(lag + 1 + needed, correlations.count)].allSatisfy({ abs($0) <= insignificant }) {
      cut = min(cut, lag)
      break
    }
    let reach = min(2 * max(cut, 1), furthest)
    var (spectrum, slope) = (correlations[0], 0.0)
    for lag in 1...reach {
      // A window with a flat top.
      let ratio = Double(lag) / Double(reach)
      let weight = ratio <= 0.5 ? 1 : 2 * (1 - ratio)
      spectrum += 2 * weight * correlations[lag]
      slope += 2 * weight * Double(lag) * correlations[lag]
    }
    guard spectrum > 0 else { return 1 }
    let length = cbrt(slope * slope / (spectrum * spectrum)) * cbrt(count)
    return min(max(1, length), min(3 * count.squareRoot(), count / 3))
  }
}
