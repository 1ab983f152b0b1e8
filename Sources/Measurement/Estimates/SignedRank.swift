import Glibc

/// Wilcoxon's signed-rank test, and the interval that it implies.
///
/// Sources: Wilcoxon, "Individual comparisons by ranking methods", 1945; Hodges and Lehmann, "Estimates of location based on rank tests",
/// 1963. It asks of the noise that it be symmetric, not that it be normal, and that samples be independent: for one process's pairs they
/// are not (see ``BlockBootstrap``), for restarts they are.
package enum SignedRank {
  /// The probability, if the samples were symmetric about zero, of ranks at least as far from even, on both sides together.
  ///
  /// Exact for up to 50 samples without ties or zeros, else with the normal approximation, corrected for ties; zeros are left out
  /// (Wilcoxon's way).
  package static func probability(_ samples: [Double]) -> Double {
    let nonzero = samples.filter { $0 != 0 }
    guard !nonzero.isEmpty else { return 1 }
    let count = nonzero.count
    let (positive, tieTerm) = positiveRankSum(nonzero)
    let total = Double(count * (count + 1)) / 2
    if count <= 50, nonzero.count == samples.count, tieTerm == 0 {
      return min(1, 2 * ExactSignedRank(count).cumulative(Int(min(positive, total - positive))))
    }
    let size = Double(count)
    let variance = size * (size + 1) * (2 * size + 1) / 24 - tieTerm / 48
    return min(1, 2 * NormalDistribution.upperTail(abs(positive - total / 2) / sqrt(variance)))
  }

  /// The sum of the ranks of positive samples, and the sum of t³ − t over groups of t ties.
  private static func positiveRankSum(_ samples: [Double]) -> (sum: Double, ties: Double) {
    let sorted = samples.sorted { abs($0) < abs($1) }
    var (sum, ties) = (0.0, 0.0)
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, abs(sorted[end]) == abs(sorted[start]) { end += 1 }
      let rank = Double(start + end + 1) / 2
      for index in start..<end where sorted[index] > 0 { sum += rank }
      let size = Double(end - start)
      ties += size * size * size - size
      start = end
    }
    return (sum, ties)
  }
}

/// The median of all averages of two samples, each with itself too: nearly as efficient as the mean when noise is normal, and robust when
/// up to 29 % of the samples are wild.
package struct HodgesLehmann: Sendable, Equatable {
  package var estimate: Double
  package var interval: Interval

  /// Takes time and memory for n² / 2 averages: meant for up to some 2,000 samples, of which there must be some.
  package init(_ samples: [Double], confidence: Double = 0.95) {
    precondition(!samples.isEmpty, "an estimate from nothing")
    var averages: [Double] = []
    averages.reserveCapacity(samples.count * (samples.count + 1) / 2)
    for first in samples.indices {
      for second in samples.indices[first...] { averages.append((samples[first] + samples[second]) / 2) }
    }
    averages.sort()
    estimate = OrderStatistics.quantile(sorted: averages, 0.5)
    let (rank, achieved) = Self.rank(samples.count, confidence: confidence)
    interval = Interval(low: averages[rank - 1], high: averages[averages.count - rank], confidence: achieved)
  }

  /// The lowest average, counted from 1, that is in the interval, and the confidence that makes.
  private static func rank(_ count: Int, confidence: Double) -> (rank: Int, confidence: Double) {
    let tail = (1 - confidence) / 2
    if count <= 100 {
      let distribution = ExactSignedRank(count)
      let rank = max(1, distribution.quantile(tail))
      return (rank, 1 - 2 * distribution.cumulative(rank - 1))
    }
    let size = Double(count)
    let deviation = sqrt(size * (size + 1) * (2 * size + 1) / 24)
    let place = size * (size + 1) / 4 + NormalDistribution.quantile(tail) * deviation
    return (max(1, Int(place.rounded(.down))), confidence)
  }
}

/// The exact distribution of the signed-rank statistic without ties.
struct ExactSignedRank {
  /// By sum: the probability of it or less.
  private let cumulative: [Double]

  /// By counting subsets of the ranks: each rank is in the sum or not.
  init(_ count: Int) {
    let largest = count * (count + 1) / 2
    var probabilities = [Double](repeating: 0, count: largest + 1)
    probabilities[0] = 1
    var reach = 0
    for rank in stride(from: 1, through: count, by: 1) {
      reach += rank
      for sum in stride(from: reach, through: 0, by: -1) {
        let with = sum >= rank ? probabilities[sum - rank] : 0
        probabilities[sum] = (probabilities[sum] + with) / 2
      }
    }
    var total = 0.0
    cumulative = probabilities.map { probability in
      total += probability
      return total
    }
  }

  func cumulative(_ sum: Int) -> Double { sum < 0 ? 0 : cumulative[min(sum, cumulative.count - 1)] }

  /// The least sum that is reached or undercut with at least this probability.
  func quantile(_ probability: Double) -> Int { cumulative.firstIndex { $0 >= probability } ?? cumulative.count - 1 }
}
