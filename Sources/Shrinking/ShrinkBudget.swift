/// How much shrinking may cost. What it is measured by belongs to the caller: the shrinker has no clock.
package struct ShrinkBudget {
  package var maximumRuns: Int
  /// Whether time is up.
  package var isOver: () -> Bool

  package init(maximumRuns: Int = 1000, isOver: @escaping () -> Bool = { false }) {
    self.maximumRuns = maximumRuns
    self.isOver = isOver
  }
}

/// What a pass has done.
package struct PassStatistics: Sendable, Equatable {
  package var name: String
  /// Runs that it took.
  package var calls = 0
  /// How many of them made the failure smaller.
  package var gains = 0
  package var messagesRemoved = 0
  package var deviationsRemoved = 0
  package var textRemoved = 0

  init(name: String) { self.name = name }

  mutating func gained(from old: Measure, to new: Measure) {
    gains += 1
    messagesRemoved += old.messages - new.messages
    if max(old.deviations, new.deviations) < Deviations.counted {
      deviationsRemoved += old.deviations - new.deviations
    }
    textRemoved += old.text - new.text
  }

  mutating func add(_ other: PassStatistics) {
    calls += other.calls
    gains += other.gains
    messagesRemoved += other.messagesRemoved
    deviationsRemoved += other.deviationsRemoved
    textRemoved += other.textRemoved
  }

  /// Gains per call; what was never tried comes first.
  var yield: Double { calls == 0 ? 1 : Double(gains) / Double(calls) }
}
