import Glibc

/// A high quantile of base against that of target, such as p95 of the CPU time of threads.
///
/// The quantile is taken over all samples of a side: one restart has too few. How exact the ratio is, resampling whole restarts tells
/// (the cluster bootstrap; Davison and Hinkley, "Bootstrap methods and their application", 1997, section 3.8), both sides of a
/// restart together, since samples of one process are alike.
package struct QuantileComparison: Sendable, Equatable {
  package let probability: Double
  /// Of each side.
  package let samples: Int
  package let base: Double
  package let target: Double
  /// log(target / base) of the quantiles, and its standard deviation.
  package let logRatio: Double
  package let standardError: Double

  /// Nil with fewer than two restarts. All restarts must hold samples above zero.
  package init?(_ restarts: [PairedSamples], probability: Double = 0.95, seed: UInt64, resamples: Int = 300) {
    guard restarts.count >= 2 else { return nil }
    self.probability = probability
    samples = restarts.reduce(0) { $0 + $1.count }
    let bases = PooledSamples(restarts.map(\.base))
    let targets = PooledSamples(restarts.map(\.target))
    let once = [Int](repeating: 1, count: restarts.count)
    base = bases.quantile(probability, weights: once)
    target = targets.quantile(probability, weights: once)
    logRatio = log(target / base)
    var stream = RandomStream(seed: seed, name: "resamples of restarts")
    let values = (0..<resamples).map { _ in
      var weights = [Int](repeating: 0, count: restarts.count)
      for _ in restarts { weights[stream.below(restarts.count)] += 1 }
      return log(
        targets.quantile(probability, weights: weights) / bases.quantile(probability, weights: weights))
    }
    // Resamples of few vary less than what they are taken from, by (n - 1) / n.
    let correction = sqrt(Double(restarts.count) / Double(restarts.count - 1))
    standardError = correction * OrderStatistics.standardDeviation(values)
  }

  package func interval(confidence: Double = 0.95) -> Interval {
    let multiple = NormalDistribution.quantile((1 + confidence) / 2)
    return Interval(
      low: logRatio - multiple * standardError, high: logRatio + multiple * standardError, confidence: confidence)
  }

  /// Held against `limit`, the log ratio that is permitted. With fewer than `needed` samples of each side, quantiles this high say nothing.
  package func decide(limit: Double, needed: Int = 5_000, fail: Double = 2.8, pass: Double = 2.4) -> Decision {
    guard samples >= needed else { return .unresolved }
    if logRatio - fail * standardError > limit { return .fail }
    if logRatio + pass * standardError < limit { return .pass }
    return .unresolved
  }
}

/// The samples of all restarts in order, each with where it came from: quantiles of a resample without sorting again.
private struct PooledSamples {
  private let sorted: [(value: Double, restart: Int)]
  private let sizes: [Int]

  init(_ restarts: [[Double]]) {
    sizes = restarts.map(\.count)
    sorted = restarts.enumerated().flatMap { restart, samples in samples.map { (value: $0, restart: restart) } }
      .sorted { $0.value < $1.value }
  }

  /// As if each restart were there as often as its weight says. Interpolated as `OrderStatistics.quantile` does.
  func quantile(_ probability: Double, weights: [Int]) -> Double {
    let count = zip(sizes, weights).reduce(0) { $0 + $1.0 * $1.1 }
    let place = probability * Double(count - 1)
    let index = Int(place)
    // From above, since the quantiles are high: the first sample with at most `left` samples at or below it.
    var left = count
    var above = sorted[sorted.count - 1].value
    var hasAbove = false
    for sample in sorted.reversed() where weights[sample.restart] > 0 {
      left -= weights[sample.restart]
      if left <= index {
        let next = left + weights[sample.restart] > index + 1 || !hasAbove ? sample.value : above
        return sample.value + (place - Double(index)) * (next - sample.value)
      }
      (above, hasAbove) = (sample.value, true)
    }
    return above
  }
}
