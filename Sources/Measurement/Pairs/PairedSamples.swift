import Glibc

/// What one restart measured of one path: base and target, pair by pair, in the order of time. Any unit, the same for both.
package struct PairedSamples: Sendable, Equatable {
  package let base: [Double]
  package let target: [Double]

  package init(base: [Double], target: [Double]) throws(PairedSamplesError) {
    guard base.count == target.count else { throw .unequal(base: base.count, target: target.count) }
    guard !base.isEmpty else { throw .none }
    for (pair, times) in zip(base, target).enumerated()
    where !(times.0 > 0 && times.1 > 0 && times.0.isFinite && times.1.isFinite) {
      throw .notPositive(pair: pair)
    }
    self.base = base
    self.target = target
  }

  package var count: Int { base.count }

  /// log(target / base) of each pair.
  package var logRatios: [Double] { zip(base, target).map { log($1 / $0) } }

  /// What the restart says: what disturbs one pair in two at most does not reach it.
  package var summary: RestartSummary {
    RestartSummary(
      logRatio: OrderStatistics.median(logRatios), base: OrderStatistics.median(base),
      target: OrderStatistics.median(target))
  }
}

package enum PairedSamplesError: Error, Equatable, CustomStringConvertible {
  case none
  case unequal(base: Int, target: Int)
  case notPositive(pair: Int)

  package var description: String {
    switch self {
    case .none: "a restart without samples says nothing; give each path at least one pair"
    case .unequal(let base, let target): "\(base) samples of base and \(target) of target do not make pairs"
    case .notPositive(let pair):
      "pair \(pair) holds a time that is not above zero: the clock is too coarse for the operation; run it in batches"
    }
  }
}

/// What one restart, both sides of it fresh processes, says of one path.
package struct RestartSummary: Sendable, Equatable {
  /// The median over pairs of log(target / base).
  package var logRatio: Double
  /// The medians of each side.
  package var base: Double
  package var target: Double

  package init(logRatio: Double, base: Double, target: Double) {
    self.logRatio = logRatio
    self.base = base
    self.target = target
  }
}
