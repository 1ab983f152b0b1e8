import Glibc

/// Whether samples grow or fall in the order in which they were taken.
///
/// Sources: Mann, "Nonparametric tests against trend", 1945; Sen, "Estimates of the regression coefficient based on Kendall's tau", 1968.
package struct Drift: Sendable, Equatable {
  /// The median slope from a sample to the next.
  package var slope: Double
  /// From the first sample to the last, by that slope.
  package var total: Double
  /// Of a trend as clear as this one if there were none, on both sides together.
  package var probability: Double

  /// Takes time for n² / 2 slopes. Fewer than three samples have no drift.
  package init(_ samples: [Double]) {
    (slope, total, probability) = (0, 0, 1)
    guard samples.count >= 3 else { return }
    var slopes: [Double] = []
    var score = 0
    for first in samples.indices {
      for second in samples.indices[(first + 1)...] {
        let difference = samples[second] - samples[first]
        slopes.append(difference / Double(second - first))
        score += difference > 0 ? 1 : difference < 0 ? -1 : 0
      }
    }
    slope = OrderStatistics.median(slopes)
    total = slope * Double(samples.count - 1)
    let count = Double(samples.count)
    let variance = (count * (count - 1) * (2 * count + 5) - Self.tieTerm(samples)) / 18
    // One step towards zero, since the score is a whole number.
    guard variance > 0, score != 0 else { return }
    probability = min(1, 2 * NormalDistribution.upperTail(Double(abs(score) - 1) / sqrt(variance)))
  }

  private static func tieTerm(_ samples: [Double]) -> Double {
    var term = 0.0
    var run = 1.0
    for (earlier, later) in zip(samples.sorted(), samples.sorted().dropFirst()) {
      if earlier == later {
        run += 1
      } else {
        term += run * (run - 1) * (2 * run + 5)
        run = 1
      }
    }
    return term + run * (run - 1) * (2 * run + 5)
  }
}
