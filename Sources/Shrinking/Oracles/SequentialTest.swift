import Glibc

/// Decides between two rates of failure with as few runs as it takes.
///
/// Source: A. Wald, "Sequential Tests of Statistical Hypotheses", Annals of Mathematical Statistics, 1945. The sum of the logarithms of the
/// likelihood ratios is held against two bounds that follow from the errors that are allowed.
package struct SequentialTest: Sendable {
  package enum Decision: Sendable, Equatable { case fails, passes, open }

  /// A candidate that fails no more often than `low` is to be refused, one that fails at least as often as `high` to be taken.
  package let low: Double
  package let high: Double
  /// The chance to be wrong about either.
  package let error: Double

  private var sum = 0.0
  package private(set) var runs = 0
  package private(set) var failures = 0

  package init(low: Double = 0.02, high: Double = 0.3, error: Double = 0.02) {
    precondition(0 < low && low < high && high < 1 && 0 < error && error < 0.5)
    (self.low, self.high, self.error) = (low, high, error)
  }

  package mutating func add(failed: Bool) {
    runs += 1
    if failed { failures += 1 }
    sum += failed ? log(high / low) : log((1 - high) / (1 - low))
  }

  package var decision: Decision {
    let bound = log((1 - error) / error)
    if sum >= bound { return .fails }
    return sum <= -bound ? .passes : .open
  }
}
