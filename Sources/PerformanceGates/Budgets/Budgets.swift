package import Measurement

/// How much slower each path may become, until when that holds, and on which corpus.
package struct Budgets: Sendable, Equatable {
  /// The last day on which they hold.
  package var expires: CalendarDay
  package var evidence: Evidence
  /// The hash of the pinned corpus on which the evidence was measured.
  package var corpus: String
  /// Of paths, or of what a path's budget does not say.
  package var defaults: Limits
  /// In the order of the file.
  package var paths: [PathBudget]

  package init(
    expires: CalendarDay, evidence: Evidence, corpus: String, defaults: Limits = Limits(), paths: [PathBudget] = []
  ) {
    self.expires = expires
    self.evidence = evidence
    self.corpus = corpus
    self.defaults = defaults
    self.paths = paths
  }

  /// Budgets hold for a quarter: so many days at most after they were measured.
  package static let longestLife = 92

  /// What was measured when the numbers were chosen.
  package struct Evidence: Sendable, Equatable {
    package var measured: CalendarDay
    package var commit: String
    /// The comparison's file, or where it is kept.
    package var artefact: String
    package var note: String?

    package init(measured: CalendarDay, commit: String, artefact: String, note: String? = nil) {
      self.measured = measured
      self.commit = commit
      self.artefact = artefact
      self.note = note
    }
  }

  /// The budget of a path, the defaults where it has none of its own.
  package func budget(of path: String) -> PathBudget { paths.first { $0.name == path } ?? PathBudget(name: path) }

  package func limits(of path: String) -> Limits {
    let budget = budget(of: path)
    let general = budget.isCritical ? defaults.overlaid(by: Limits(medianPercent: Self.criticalPercent)) : defaults
    return general.overlaid(by: budget.limits)
  }

  /// The median of a critical path may grow by so much and no more.
  package static let criticalPercent = 3.0
}

/// Limits in the units of the file: per cent and milliseconds. What is nil is not limited here.
package struct Limits: Sendable, Equatable {
  /// Of the median of wall time, against base.
  package var medianPercent: Double?
  /// A slowdown below this is none, for paths shorter than ``floorBelowMs``.
  package var floorMs: Double?
  package var floorBelowMs: Double?
  /// Of p95 of the CPU time of threads, against base.
  package var p95CPUPercent: Double?
  /// Of p95 of wall time, absolute: it is too unstable to be held against base.
  package var p95WallMs: Double?

  package init(
    medianPercent: Double? = nil, floorMs: Double? = nil, floorBelowMs: Double? = nil, p95CPUPercent: Double? = nil,
    p95WallMs: Double? = nil
  ) {
    self.medianPercent = medianPercent
    self.floorMs = floorMs
    self.floorBelowMs = floorBelowMs
    self.p95CPUPercent = p95CPUPercent
    self.p95WallMs = p95WallMs
  }

  /// A floor of a path's own counts below a millisecond, the general one (0.03 ms) below half of one.
  func overlaid(by other: Limits) -> Limits {
    Limits(
      medianPercent: other.medianPercent ?? medianPercent, floorMs: other.floorMs ?? floorMs,
      floorBelowMs: other.floorBelowMs ?? (other.floorMs == nil ? floorBelowMs : 1),
      p95CPUPercent: other.p95CPUPercent ?? p95CPUPercent, p95WallMs: other.p95WallMs ?? p95WallMs)
  }

  /// What holds where neither a path nor the defaults of the file say anything.
  package static let builtIn = Limits(medianPercent: 5, floorMs: 0.03, floorBelowMs: 0.5)

  /// For nanoseconds.
  package var median: EffectLimit { limit(percent: medianPercent ?? Self.builtIn.medianPercent ?? 0) }

  package var p95CPU: EffectLimit? { p95CPUPercent.map(limit) }

  private func limit(percent: Double) -> EffectLimit {
    let own = Self.builtIn.overlaid(by: self)
    return EffectLimit(
      share: percent / 100, floor: (own.floorMs ?? 0) * 1e6, floorBelow: (own.floorBelowMs ?? 0) * 1e6)
  }
}

/// What one path may take.
package struct PathBudget: Sendable, Equatable {
  package var name: String
  package var isCritical: Bool
  package var limits: Limits
  /// Growth of counters that is wanted, in the order of the file.
  package var counters: [CounterAllowance]

  package init(
    name: String, isCritical: Bool = false, limits: Limits = Limits(), counters: [CounterAllowance] = []
  ) {
    self.name = name
    self.isCritical = isCritical
    self.limits = limits
    self.counters = counters
  }
}

/// A counter that may grow, said in the change that makes it grow. The limit is a value, not a difference: once the change is merged, base
/// has that value, and the next growth needs its own word.
package struct CounterAllowance: Sendable, Equatable {
  package var counter: String
  /// Nil: the counter may be gone.
  package var limit: Int?
  package var reason: String

  package init(counter: String, limit: Int?, reason: String) {
    self.counter = counter
    self.limit = limit
    self.reason = reason
  }
}
