import Glibc

/// How much of the permitted error may be used up to each look, so that looking often does not make errors likelier.
///
/// Source: Lan and DeMets, "Discrete sequential boundaries for clinical trials", 1983.
package enum AlphaSpending: String, Sendable, CaseIterable {
  /// Little early: the boundaries of O'Brien and Fleming, "A multiple testing procedure for clinical trials", 1979.
  case obrienFleming
  /// Evenly: those of Pocock, 1977.
  case pocock

  /// What is spent when this share of the information is there.
  package func spent(_ share: Double, alpha: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return alpha }
    return switch self {
    case .obrienFleming: 2 * NormalDistribution.upperTail(NormalDistribution.quantile(1 - alpha / 2) / sqrt(share))
    case .pocock: alpha * log(1 + (M_E - 1) * share)
    }
  }

  /// One-sided boundaries in standard errors, when these are known exactly, for looks at growing `shares` of the information, the last of
  /// which is 1. When there is no effect, any of them is crossed with probability `alpha`.
  package func boundaries(shares: [Double], alpha: Double) -> [Double] {
    var process = BrownianProcess()
    var spentBefore = 0.0
    return shares.map { share in
      let now = spent(share, alpha: alpha)
      defer { spentBefore = now }
      return process.boundary(at: share, crossing: max(now - spentBefore, 1e-12))
    }
  }

  /// The boundaries at these counts of restarts, when the standard error is itself an estimate from so many, by the median absolute
  /// deviation: that knows the spread as well as 37 % of the samples do by the standard deviation (Rousseeuw and Croux, "Alternatives to
  /// the median absolute deviation", 1993).
  package func multiples(restarts: [Int], alpha: Double) -> [Double] {
    guard let last = restarts.last else { return [] }
    let exact = boundaries(shares: restarts.map { Double($0) / Double(last) }, alpha: alpha)
    return zip(restarts, exact).map { count, boundary in
      let tail = max(NormalDistribution.upperTail(boundary), 1e-12)
      return StudentT(degreesOfFreedom: max(1, 0.37 * Double(count - 1))).quantile(1 - tail)
    }
  }
}

/// A Brownian motion that is stopped where it crosses a boundary: the density of where it is if it has not crossed yet, on a grid.
///
/// Source: Armitage, McPherson and Rowe, "Repeated significance tests on accumulating data", 1969.
private struct BrownianProcess {
  /// Even, for Simpson's rule.
  private static let steps = 240
  private static let lowest = -8.0

  private var time = 0.0
  /// Points below the last boundary, and the density there times the weight of Simpson's rule. Empty: it is at zero.
  private var points: [Double] = []
  private var masses: [Double] = []

  /// The boundary, in standard deviations, that is crossed at `later` for the first time with this probability.
  mutating func boundary(at later: Double, crossing: Double) -> Double {
    let deviation = sqrt(later)
    var (low, high) = (-8.0, 12.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if crossingProbability(of: middle * deviation, at: later) > crossing { low = middle } else { high = middle }
    }
    let boundary = (low + high) / 2
    advance(to: later, below: boundary * deviation)
    return boundary
  }

  private func crossingProbability(of level: Double, at later: Double) -> Double {
    let deviation = sqrt(later - time)
    if points.isEmpty { return NormalDistribution.upperTail(level / deviation) }
    return zip(points, masses).reduce(0) { sum, point in
      sum + point.1 * NormalDistribution.upperTail((level - point.0) / deviation)
    }
  }

  private mutating func advance(to later: Double, below level: Double) {
    let deviation = sqrt(later - time)
    let start = min(Self.lowest * sqrt(later), level - 1)
    let width = (level - start) / Double(Self.steps)
    let next = (0...Self.steps).map { start + Double($0) * width }
    masses = next.enumerated().map { index, place in
      let weight = width / 3 * (index == 0 || index == Self.steps ? 1 : index % 2 == 1 ? 4 : 2)
      if points.isEmpty { return weight * NormalDistribution.density(place / deviation) / deviation }
      var density = 0.0
      for point in points.indices {
        let distance = (place - points[point]) / deviation
        if abs(distance) < 9 { density += masses[point] * NormalDistribution.density(distance) }
      }
      return weight * density / deviation
    }
    points = next
    time = later
  }
}
