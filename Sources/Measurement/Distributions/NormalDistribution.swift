import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
  package static func density(_ z: Double) -> Double { exp(-z * z / 2) / sqrt(2 * .pi) }

  /// The probability of a value up to `z`.
  package static func cumulative(_ z: Double) -> Double { erfc(-z / sqrt(2)) / 2 }

  /// The probability of a value above `z`, exact far out.
  package static func upperTail(_ z: Double) -> Double { erfc(z / sqrt(2)) / 2 }

  /// The value that is exceeded with probability `1 - probability`.
  ///
  /// By Newton's method on the logarithm of the tail, from the start of Abramowitz and Stegun (26.2.23): convergence is
  /// quadratic, since the logarithm of a normal tail is nearly a parabola.
  package static func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability strictly between 0 and 1")
    if probability == 0.5 { return 0 }
    let tail = min(probability, 1 - probability)
    let t = sqrt(-2 * log(tail))
    var z = t - (2.515517 + 0.802853 * t + 0.010328 * t * t) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    for _ in 0..<8 {
      let upper = upperTail(z)
      let step = upper * log(upper / tail) / density(z)
      z += step
      if abs(step) < 1e-14 * max(1, abs(z)) { break }
    }
    return probability < 0.5 ? -z : z
  }
}
