import Glibc

/// How often something happens that happened `successes` times in `trials`, with the exact confidence interval of Clopper and Pearson ("The use
/// of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 1934): it holds the true rate at least as
/// often as it says, however few the trials.
package struct BinomialInterval: Sendable, Equatable {
  package var successes: Int
  package var trials: Int
  package var low: Double
  package var high: Double

  /// - Parameters:
  ///   - successes: of the trials, at most as many.
  ///   - trials: with none, nothing is known.
  ///   - confidence: such as 0.95.
  package init(successes: Int, trials: Int, confidence: Double = 0.95) {
    precondition(0 <= successes && successes <= trials, "there cannot be more successes than trials")
    self.successes = successes
    self.trials = trials
    let tail = (1 - confidence) / 2
    // The rates at which so many or more, and so few or fewer, would be as rare as `tail`.
    low =
      successes == 0
      ? 0 : Self.root { tail - Self.probability(ofAtMost: trials - successes, of: trials, rate: 1 - $0) }
    high =
      successes == trials ? 1 : Self.root { Self.probability(ofAtMost: successes, of: trials, rate: $0) - tail }
  }

  package var rate: Double { trials == 0 ? 0 : Double(successes) / Double(trials) }

  /// Where a function that falls from positive to negative is zero, by bisection; it is positive at 0.
  private static func root(_ function: (Double) -> Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<60 {
      let middle = (low + high) / 2
      if function(middle) > 0 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func probability(ofAtMost count: Int, of trials: Int, rate: Double) -> Double {
    if rate <= 0 { return 1 }
    if rate >= 1 { return count >= trials ? 1 : 0 }
    var sum = 0.0
    let all = logFactorial(trials)
    for successes in 0...count {
      let ways = all - logFactorial(successes) - logFactorial(trials - successes)
      sum += exp(ways + Double(successes) * log(rate) + Double(trials - successes) * log1p(-rate))
    }
    return min(1, sum)
  }

  private static func logFactorial(_ number: Int) -> Double {
    let (logarithm, _): (Double, Int) = lgamma(Double(number) + 1)
    return logarithm
  }
}
