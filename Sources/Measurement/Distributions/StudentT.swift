import Glibc

/// Student's t distribution.
package struct StudentT: Sendable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "at least some freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability of a value up to `t`.
  package func cumulative(_ t: Double) -> Double {
    let x = degreesOfFreedom / (degreesOfFreedom + t * t)
    let tail = SpecialFunctions.regularizedBeta(x, degreesOfFreedom / 2, 0.5) / 2
    return t > 0 ? 1 - tail : tail
  }

  /// The value that is exceeded with probability `1 - probability`, by bisection.
  package func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a probability strictly between 0 and 1")
    if probability < 0.5 { return -quantile(1 - probability) }
    var (low, high) = (0.0, 1.0)
    while cumulative(high) < probability {
      (low, high) = (high, 2 * high)
      if high > 1e12 { return high }
    }
    for _ in 0..<100 where high - low > 1e-13 * high {
      let middle = (low + high) / 2
      if cumulative(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
