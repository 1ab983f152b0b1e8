import Glibc

/// Where a series of figures changed for good: what each change of the program hid below the limit adds up in the history.
///
/// Source: E-divisive (Matteson and James, "A nonparametric approach for multiple change point analysis of multivariate data", 2014): where
/// the energy distance between what is before and after is greatest, tested against shuffled series; then both parts again.
package struct ChangePoints: Sendable, Equatable {
  package struct Point: Sendable, Equatable {
    /// The first sample that belongs to what is new.
    package var index: Int
    /// Of a change as clear as this one if there were none.
    package var probability: Double
    /// Medians of the stretches before and after.
    package var before: Double
    package var after: Double

    package var ratio: Double { after / before }
  }

  /// In the order of time.
  package let points: [Point]

  /// `samples` come oldest first. In a series without a change one is found with probability `significance`; stretches between changes are
  /// no shorter than `shortest`; each change is held against so many shuffled series as `permutations` says.
  package init(
    _ samples: [Double], significance: Double = 0.01, shortest: Int = 5, permutations: Int = 399, seed: UInt64 = 1
  ) {
    precondition(shortest >= 2 && permutations > 0)
    var stream = RandomStream(seed: seed, name: "shuffled series")
    var found: [(index: Int, probability: Double)] = []
    var open = [0..<samples.count]
    while let stretch = open.popLast() {
      let part = Array(samples[stretch])
      guard let best = Split.best(part, shortest: shortest) else { continue }
      var shuffled = part
      var asClear = 0
      for _ in 0..<permutations {
        stream.shuffle(&shuffled)
        if let other = Split.best(shuffled, shortest: shortest), other.energy >= best.energy { asClear += 1 }
        // More cannot make it significant any more.
        if Double(asClear + 1) / Double(permutations + 1) > significance { break }
      }
      let probability = Double(asClear + 1) / Double(permutations + 1)
      guard probability <= significance else { continue }
      let index = stretch.lowerBound + best.index
      found.append((index, probability))
      open += [stretch.lowerBound..<index, index..<stretch.upperBound]
    }
    found.sort { $0.index < $1.index }
    let edges = [0] + found.map(\.index) + [samples.count]
    points = found.indices.map { place in
      Point(
        index: found[place].index, probability: found[place].probability,
        before: OrderStatistics.median(Array(samples[edges[place]..<edges[place + 1]])),
        after: OrderStatistics.median(Array(samples[edges[place + 1]..<edges[place + 2]])))
    }
  }
}

/// A series cut in two.
private struct Split {
  var index: Int
  var energy: Double

  /// The cut with the greatest energy distance; nil when the series is too short for two stretches, or all equal.
  static func best(_ samples: [Double], shortest: Int) -> Split? {
    let count = samples.count
    guard count >= 2 * shortest else { return nil }
    // Sums of distances: within the part before the cut, within the part after it, and across, moved on sample by sample.
    var (before, after, across) = (0.0, 0.0, 0.0)
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) { after += abs(samples[first] - samples[second]) }
    }
    var best: Split?
    for cut in 1..<count {
      let moved = samples[cut - 1]
      let toBefore = samples[..<(cut - 1)].reduce(0) { $0 + abs($1 - moved) }
      let toAfter = samples[cut...].reduce(0) { $0 + abs($1 - moved) }
      before += toBefore
      after -= toAfter
      across += toAfter - toBefore
      guard cut >= shortest, count - cut >= shortest else { continue }
      let (n, m) = (Double(cut), Double(count - cut))
      let distance = 2 * across / (n * m) - 2 * before / (n * (n - 1)) - 2 * after / (m * (m - 1))
      let energy = n * m / (n + m) * distance
      if energy > best?.energy ?? 0 { best = Split(index: cut, energy: energy) }
    }
    return best
  }
}
