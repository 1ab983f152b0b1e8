import Checkers
package import Replay

/// What came of a suite.
package struct StressResult: Sendable {
  /// Runs that failed in the same way.
  package struct Failure: Sendable {
    package var signature: String
    package var count: Int
    /// The first of them, by the order of the cases.
    package var index: Int
    package var workload: String
    package var options: RunOptions
    /// What speaks against the server, in words.
    package var reasons: [String]
    /// Its recording.
    package var artefact: String?
    /// Where it may depend on time: in how many of so many more runs it came again.
    package var confirmed: (failed: Int, of: Int)?
  }

  package var suite: String
  /// The server's command; empty for the embedded engine.
  package var command: [String] = []
  package var purpose: String
  package var sessions = 0
  package var runs = 0
  package var passed = 0
  /// How many different runs there were, by their hashes.
  package var distinct = 0
  package var failures: [Failure] = []
  package var doubleRuns = 0
  /// Runs that were not the same the second time, in words.
  package var mismatches: [String] = []
  package var steps = 0
  /// Nanoseconds of processor time, over all threads, and of wall time.
  package var processorTime: Int64 = 0
  package var wallTime: Int64 = 0
  /// Microseconds of the sessions' own time.
  package var virtualTime: Int64 = 0
  /// What was seen that is legal, by property: in how many places.
  package var observations: [String: Int] = [:]
  /// Workloads that are not for such a target.
  package var leftOut: [String] = []
  /// Why nothing of the suite is for such a target; nil if something is.
  package var notApplicable: String?
  /// How many sessions each workload had.
  package var workloads: [String: Int] = [:]
  /// The first case that was not played: where to go on.
  package var next = 0
  package var wasInterrupted = false
  /// Why it could not go on.
  package var problem: String?

  package init(_ suite: Suite) {
    self.suite = suite.name
    purpose = suite.purpose
  }

  package var conclusion: Verdict.Conclusion {
    if problem != nil { return .couldNotRun }
    if !failures.isEmpty || !mismatches.isEmpty { return .failed }
    return wasInterrupted ? .interrupted : .passed
  }

  /// Counts what is legal in a run and worth knowing.
  mutating func observe(_ run: StressRun) {
    for finding in run.verdict.findings where finding.weight == .observation || run.isDoubted {
      observations[finding.checker, default: 0] += 1
    }
  }

  mutating func add(_ failure: Failure) {
    guard let index = failures.firstIndex(where: { $0.signature == failure.signature }) else {
      failures.append(failure)
      return
    }
    failures[index].count += failure.count
    guard failure.index < failures[index].index else { return }
    // The count and the file stay; the example is the first one, whichever thread came to it.
    (failures[index].index, failures[index].workload) = (failure.index, failure.workload)
  }
}
