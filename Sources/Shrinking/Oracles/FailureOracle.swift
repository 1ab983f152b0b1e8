package import Simulation

/// What came of running a candidate.
package struct Attempt: Sendable {
  /// What failed; nil when nothing did.
  package var signature: String?
  /// What was chosen, as deviations (`SimulationReport.deviations`): the same run without the scheduler that made it. Nil where nothing is
  /// known of that, as with processes.
  package var schedule: Schedule?
  /// How many events the run had.
  package var events: Int
  /// How many runs it took to know.
  package var runs: Int
  /// There was no time to know: nothing failed, but nothing is said by that.
  package var isUndecided = false

  package init(signature: String?, schedule: Schedule? = nil, events: Int = 0, runs: Int = 1) {
    self.signature = signature
    self.schedule = schedule
    self.events = events
    self.runs = runs
  }
}

/// Runs candidates. The shrinker knows nothing else of the world.
package protocol FailureOracle {
  mutating func attempt(_ candidate: ShrinkCandidate) -> Attempt
}

/// A function as an oracle.
package struct ClosureOracle: FailureOracle {
  private let body: (ShrinkCandidate) -> Attempt

  package init(_ body: @escaping (ShrinkCandidate) -> Attempt) { self.body = body }

  package mutating func attempt(_ candidate: ShrinkCandidate) -> Attempt { body(candidate) }
}
