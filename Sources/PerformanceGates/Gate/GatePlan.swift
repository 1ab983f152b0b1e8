import Glibc
package import Measurement

/// What a gate asks for before it lets a change through.
package struct GatePlan: Sendable, Equatable {
  /// Rounds in a row, each with fresh processes, that must pass and agree.
  package var passes: Int
  /// Whether a failure must show again in a fresh round.
  package var confirmsFailures: Bool
  /// Rounds that may stay open or contradict each other beside those that are needed.
  package var extraRounds: Int
  /// Rounds that may be thrown away for noise.
  package var noisyRounds: Int
  /// Whether each round must hold base against itself, plain and with planted work.
  package var needsSelfTest: Bool
  /// Stress suites that must be green, in order.
  package var suites: [String]
  package var rule: StoppingRule
  package var noise: NoiseLimits

  package init(
    passes: Int = 2, confirmsFailures: Bool = true, extraRounds: Int = 2, noisyRounds: Int = 2,
    needsSelfTest: Bool = true, suites: [String] = [], rule: StoppingRule = .standard,
    noise: NoiseLimits = NoiseLimits()
  ) {
    self.passes = passes
    self.confirmsFailures = confirmsFailures
    self.extraRounds = extraRounds
    self.noisyRounds = noisyRounds
    self.needsSelfTest = needsSelfTest
    self.suites = suites
    self.rule = rule
    self.noise = noise
  }

  /// `reprise gate`.
  package static let gate = GatePlan()

  /// `reprise budget check`: one comparison as it is, with nothing to measure again.
  package static let check = GatePlan(
    passes: 1, confirmsFailures: false, extraRounds: 0, noisyRounds: 0, needsSelfTest: false)

  /// The same for a comparison of several rounds: all of them must pass and agree. What a gate measured has no more of a path when that is
  /// decided, and is judged as by a gate.
  package static func check(_ comparison: Comparison) -> GatePlan {
    let counts = comparison.target.paths.map { path in
      comparison.rounds.count { $0.series.contains { $0.kind == .path && $0.name == path } }
    }
    guard let fewest = counts.min(), counts.contains(where: { $0 > fewest }) else {
      var plan = check
      plan.passes = max(1, comparison.rounds.count)
      return plan
    }
    var plan = gate
    plan.passes = max(gate.passes, fewest)
    return plan
  }

  /// How much slower the planted work makes base, and the limit that the self-tests are held against.
  package static let plantedShare = 0.05
  package static let selfTestLimit = EffectLimit(share: 0.03)

  /// Samples of each side without which p95 says nothing.
  package static let samplesForP95 = 5_000

  /// Pairs in each restart of a path: enough for p95, where that is limited, even when each round ends at the first look.
  package func fewestPairs(for limits: Limits) -> Int {
    guard limits.p95CPU != nil else { return 0 }
    let restarts = rule.looks[0].restarts * max(1, passes)
    return (Self.samplesForP95 + restarts - 1) / restarts
  }

  /// Pairs in each restart that are worth while: so many that the error of their median is a third of the limit, or about as much as the pair
  /// of processes itself is off. The limit is a log ratio, the spread the standard deviation of a pair's log ratio; nil while nobody knows.
  package static func pairs(limit logRatio: Double, spread: Double?) -> Int {
    // Of the median of a normal distribution: sqrt(pi / 2) times that of the mean.
    let needed = sqrt(.pi / 2) * (spread ?? commonSpread) / (logRatio / 3)
    return min(max(fewestUsefulPairs, Int((needed * needed).rounded(.up))), mostUsefulPairs)
  }

  /// Of samples of three milliseconds on a machine whose caches others use.
  private static let commonSpread = 0.1
  private static let fewestUsefulPairs = 12
  private static let mostUsefulPairs = 500

  /// How far the estimates of two rounds may lie apart: 2.5 % when either had 10 restarts, 1.5 % when both had 20, since noise goes with
  /// the root of their number. Where the limit, a log ratio, is wider than that of critical paths, so much more: it is measured less exactly.
  package static func agreement(restarts: Int, limit: Double) -> Double {
    agreement(restarts: restarts) * max(1, limit / log1p(Budgets.criticalPercent / 100))
  }

  private static func agreement(restarts: Int) -> Double {
    let (few, many) = (1 / sqrt(10.0), 1 / sqrt(20.0))
    let place = min(max(1 / sqrt(Double(max(1, restarts))), many), few)
    return 0.015 + 0.01 * (place - many) / (few - many)
  }
}
