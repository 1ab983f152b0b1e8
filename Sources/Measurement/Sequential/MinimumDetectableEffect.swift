import Glibc

/// The least slowdown that a comparison would have found.
package enum MinimumDetectableEffect {
  /// As target / base - 1: what fails with probability `power` in so many restarts whose log ratios spread by `deviation`, when the estimate
  /// must lie `multiple` standard errors above `limit`, a log ratio.
  package static func share(
    limit: Double, deviation: Double, restarts: Int, multiple: Double, power: Double = 0.95
  ) -> Double {
    let standardError = deviation / sqrt(Double(restarts))
    return expm1(limit + (multiple + NormalDistribution.quantile(power)) * standardError)
  }

  /// Of a comparison as it stands, were it carried on to the rule's end.
  package static func share(_ comparison: PairedComparison, power: Double = 0.95) -> Double? {
    guard let estimate = comparison.estimate, let last = comparison.rule.looks.last else { return nil }
    return share(
      limit: comparison.limitLogRatio, deviation: estimate.standardError * sqrt(Double(estimate.count)),
      restarts: last.restarts, multiple: last.fail, power: power)
  }
}
