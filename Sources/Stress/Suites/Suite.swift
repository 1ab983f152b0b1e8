package import JSONRPC
package import Simulation

/// What QA writes in `suites/*.yaml`: which sessions are played under which circumstances, and what must hold.
package struct Suite: Sendable {
  /// One kind of session, and how often it is taken.
  package struct Ingredient: Sendable {
    package var workload: any Workload
    /// As the suite names it.
    package var name: String
    /// In proportion to the others.
    package var share: Int
    /// How many times as much there is in each file of the project.
    package var scale = 1
  }

  package var name: String
  /// One sentence.
  package var purpose: String
  package var framings: [Framing]
  package var ingredients: [Ingredient]
  /// Who decides what runs next, in turn; empty for all there are.
  package var schedulers: [SchedulerKind]
  /// How many orders each session is played in.
  package var runsPerSession: Int
  /// Sets of faults; a session gets one of them. There is always at least the empty one.
  package var faults: [[String: [FaultRule]]]
  package var oracles: [Oracle]
  /// By the limit's name; microseconds, or a number.
  package var limits: [String: Int64]
  /// How many sessions a run of the suite has that is not told otherwise.
  package var sessions: Int
  package var budgets = Budgets()

  /// What playing the suite on the embedded engine may cost; nil for what nobody minds.
  package struct Budgets: Sendable, Equatable {
    /// Microseconds of processor time that a session takes with all its runs, in the mean.
    package var processorTime: Int64?
    /// Bytes that the process has resident at most.
    package var memory: Int?
  }
}

/// Properties for which one run is not enough: something is held against another session.
package enum Oracle: String, Sendable, CaseIterable {
  /// A fresh server that is given the final texts answers as the one that has seen all edits.
  case fresh = "fresh-equals-incremental"
  /// What one server made may be handed to the next.
  case restart = "follow-ups-after-restart"

  package var purpose: String {
    switch self {
    case .fresh: "A fresh server that is given the final texts answers the same."
    case .restart: "A server that was started again answers for what the one before had made, or refuses clearly."
    }
  }
}

/// What is wrong with a suite's file, where, and what to try.
package struct SuiteError: Error, Equatable, CustomStringConvertible {
  package var file: String
  /// Counted from 1.
  package var line: Int?
  package var message: String

  package init(file: String, line: Int? = nil, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  package var description: String { line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)" }
}
