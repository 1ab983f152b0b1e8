import Glibc
package import Measurement

/// All that the gate has to say of one path.
package struct PathVerdict: Sendable, Equatable {
  package var name: String
  package var isCritical: Bool
  package var outcome: GateOutcome
  /// Of the median of wall time, by the rounds.
  package var median: GateOutcome
  package var rounds: [PairedComparison]
  /// Over all rounds that count; nil when there are none.
  package var estimate: RestartEstimate?
  /// Medians of one operation, in milliseconds.
  package var baseMs: Double?
  package var targetMs: Double?
  package var limitLogRatio: Double
  /// The least slowdown that one round would have found.
  package var detectableShare: Double?
  package var p95CPU: QuantileVerdict?
  package var p95Wall: WallVerdict?
  package var counters: [CounterVerdict]
  package var peakMemory: BySide<Int>?
  /// Why it is invalid, where it is.
  package var invalidReasons: [InvalidReason]
  /// Why it is no pass, or what was permitted.
  package var reasons: [String]
  package var warnings: [String]

  init(_ name: String, rounds: PathRounds, in session: GateSession) {
    self.name = name
    let budget = session.budgets.budget(of: name)
    let limits = session.budgets.limits(of: name)
    isCritical = budget.isCritical
    self.rounds = rounds.rounds
    let restarts = rounds.rounds.flatMap(\.restarts)
    estimate = RestartEstimate(restarts.map(\.logRatio))
    baseMs = restarts.isEmpty ? nil : OrderStatistics.median(restarts.map(\.base)) / 1e6
    targetMs = restarts.isEmpty ? nil : OrderStatistics.median(restarts.map(\.target)) / 1e6
    limitLogRatio = limits.median.logRatio(base: baseMs.map { $0 * 1e6 } ?? .infinity)
    detectableShare = rounds.rounds.last.flatMap { MinimumDetectableEffect.share($0) }
    median =
      switch rounds.state {
      case .decided(let outcome): outcome
      // Nobody brought the round that it needed.
      case .needsRound: rounds.invalid.isEmpty ? .unresolved : .invalid
      }
    let series = session.comparison.rounds.flatMap(\.series).filter { $0.kind == .path && $0.name == name }
    let counting = Self.counting(name, session)
    p95CPU = limits.p95CPU.map {
      QuantileVerdict(
        counting.flatMap(\.restarts).compactMap(\.cpu), batch: series.first?.batch ?? 1, limit: $0,
        seed: session.comparison.seed)
    }
    p95Wall = WallVerdict(
      rounds: counting.map { $0.restarts.map(\.wall) }, batch: series.first?.batch ?? 1, limitMs: limits.p95WallMs)
    counters = Self.counters(series, path: name, budget: budget)
    peakMemory = series.compactMap(\.peakMemory).last
    outcome = .all(
      [median] + [p95CPU?.outcome, p95Wall?.outcome].compactMap { $0 } + counters.map(\.outcome))
    invalidReasons =
      (median == .invalid ? rounds.invalid : [])
      + counters.compactMap { if case .invalid(let reason) = $0.kind { reason } else { nil } }
    reasons = []
    warnings = Self.warnings(counting, session.plan.noise)
    reasons =
      medianReasons(rounds) + [p95CPU?.reason, p95Wall?.reason].compactMap { $0 } + counters.compactMap(\.reason)
  }

  /// The path's series of rounds that were not thrown away as a whole.
  private static func counting(_ name: String, _ session: GateSession) -> [Series] {
    zip(session.comparison.rounds, session.rounds).filter { $1.reasons.isEmpty }
      .compactMap { round, _ in round.series.first { $0.kind == .path && $0.name == name } }
  }

  /// Counters over all rounds, noisy ones too: noise does not touch them.
  private static func counters(_ series: [Series], path: String, budget: PathBudget) -> [CounterVerdict] {
    var merged: [Series.Counter] = []
    for counter in series.flatMap(\.counters) {
      if let index = merged.firstIndex(where: { $0.name == counter.name }) {
        merged[index].base += counter.base
        merged[index].target += counter.target
      } else {
        merged.append(counter)
      }
    }
    return merged.map { counter in
      CounterVerdict(counter, path: path, allowance: budget.counters.first { $0.counter == counter.name })
    }
  }

  private static func warnings(_ series: [Series], _ noise: NoiseLimits) -> [String] {
    let restarts = series.flatMap(\.restarts)
    let ratios = noise.findings(logRatios: restarts.map(\.wall.summary.logRatio)).filter { !$0.isInvalid }
    let sides = [
      noise.findings(samples: restarts.map(\.wall.base)), noise.findings(samples: restarts.map(\.wall.target)),
    ]
    let samples = zip(["base", "target"], sides).flatMap { side, findings in
      findings.map { "\(side): \($0.advice)" }
    }
    return ratios.map(\.advice) + samples
  }

  private func medianReasons(_ rounds: PathRounds) -> [String] {
    switch median {
    case .pass: return []
    case .invalid: return rounds.invalid.map(\.description)
    case .fail:
      return ["slower by \(change), and \(Percent.change(limitLogRatio)) is permitted"]
    case .unresolved:
      let detectable = detectableShare.map { "; a round finds \(Percent.text($0)) and more" } ?? ""
      return [
        "the change of \(change) is too close to the limit of \(Percent.change(limitLogRatio)) for the noise\(detectable); "
          + "measure again on a calmer machine, or make the change smaller"
      ]
    }
  }

  private var change: String { estimate.map { Percent.change($0.logRatio) } ?? "unknown size" }
}
