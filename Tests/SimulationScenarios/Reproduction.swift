package import Simulation

/// Whether failures are had again after a program has changed.
package struct Reproduction: Sendable, Equatable {
  package var tried = 0
  package var byTurns = 0
  package var bySeed = 0
  package var byEither = 0

  /// Of each failure after each of the scenario's changes.
  package static func count(of failures: [SimulationReport], _ scenario: Scenario) -> Reproduction {
    var counts = Reproduction()
    for failure in failures {
      for change in scenario.changes {
        let replayed = Simulation.run(
          SimulationOptions(scheduler: .replay(failure.schedule), stepLimit: 100_000), scenario.body(change))
        let again = Simulation.run(
          SimulationOptions(scheduler: failure.scheduler, seed: failure.schedule.seed, stepLimit: 100_000),
          scenario.body(change))
        let (byTurns, bySeed) = (scenario.isFailure(replayed), scenario.isFailure(again))
        counts.tried += 1
        counts.byTurns += byTurns ? 1 : 0
        counts.bySeed += bySeed ? 1 : 0
        counts.byEither += byTurns || bySeed ? 1 : 0
      }
    }
    return counts
  }
}
