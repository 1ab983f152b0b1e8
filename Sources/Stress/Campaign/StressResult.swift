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
  /// The session that took most processor time, in nanoseconds.
  package var costliest: (index: Int, workload: String, time: Int64)?
  package var wasInterrupted = false
  /// What campaigns before this one came to, where it goes on.
  package var earlier = CampaignState.Entry()
  /// Why it could not go on.
  package var problem: String?

  package init(_ suite: Suite) {
    self.suite = suite.name
    purpose = suite.purpose
  }

  package var conclusion: Verdict.Conclusion {
    if problem != nil { return .couldNotRun }
    if !failures.isEmpty || !mismatches.isEmpty || !earlier.failures.isEmpty { return .failed }
    return wasInterrupted ? .interrupted : .passed
  }

  /// Counts what is legal in a run and worth knowing.
  mutating func observe(_ run: StressRun) {
    for finding in run.verdict.findings where finding.weight == .observation || run.isDoubted {
      observations[finding.checker, default: 0] += 1
    }
  }

  mutating func count(_ stress: StressCase, _ time: Int64) {
    sessions += 1
    workloads[stress.workload, default: 0] += 1
    processorTime += time
    if time > costliest?.time ?? -1 { costliest = (stress.index, stress.workload, time) }
  }

  /// Holds what it cost against the budgets: what was overspent is a failure like others, with the costliest session as its example.
  mutating func settle(_ budgets: Suite.Budgets, peakMemory: Int) {
    guard let costliest else { return }
    func overspent(_ budget: String, _ reason: String) {
      failures.append(
        Failure(
          signature: "over-budget: \(budget)", count: 1, index: costliest.index, workload: costliest.workload,
          options: RunOptions(), reasons: [reason], artefact: nil))
    }
    let mean = processorTime / 1000 / Int64(max(1, sessions))
    if let budget = budgets.processorTime, mean > budget {
      overspent(
        "processor-time",
        "a session takes \(mean) us of processor time in the mean, this one \(costliest.time / 1000) us; the budget is \(budget) us"
      )
    }
    if let budget = budgets.memory, peakMemory > budget {
      overspent("memory", "\(peakMemory) bytes were resident; the budget is \(budget) bytes")
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
