package import Simulation

/// A program with a planted bug that only some orders of its tasks show. Shared by tests, the figures, and the program that tests
/// run as a process.
package struct Scenario: Sendable {
  package let name: String
  /// Where a change of the code can be made; see ``Change``.
  package let places: [String]
  private let makeBody: @Sendable (Change) -> @Sendable (SimulatedWorld) async throws -> Void

  init(
    _ name: String, places: [String],
    _ makeBody: @escaping @Sendable (Change) -> @Sendable (SimulatedWorld) async throws -> Void
  ) {
    self.name = name
    self.places = places
    self.makeBody = makeBody
  }

  package func body(_ change: Change = .none) -> @Sendable (SimulatedWorld) async throws -> Void { makeBody(change) }

  /// Whether the run shows the bug.
  package func isFailure(_ report: SimulationReport) -> Bool {
    switch report.outcome {
    case .failed, .deadlock: true
    default: false
    }
  }

  package static let all = [lostWakeUp, publishAfterCancel, twoActors, starvation]
}

/// Thrown where the bug shows.
package struct PlantedBug: Error, CustomStringConvertible {
  package let description: String

  package init(description: String) { self.description = description }
}

/// Something that only counts, so that calling it is a hop and nothing else.
package actor Noise {
  private var count = 0

  package init() {}

  package func hop() { count += 1 }

  package nonisolated func hop(times: Int) async {
    for _ in 0..<times {
      await hop()
      passBy()
    }
  }
}

/// The optimiser cannot look into it. It would join two calls of an actor that have nothing between them, and a release build would
/// have fewer jobs than a debug build.
@_optimize(none) @inline(never)
package func passBy() {}
