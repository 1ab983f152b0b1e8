/// A stress suite that was run beside the measurement.
package struct SuiteResult: Sendable, Equatable {
  package var name: String
  package var outcome: GateOutcome
  /// What it found; a line that reproduces it.
  package var detail: String

  package init(name: String, outcome: GateOutcome, detail: String = "") {
    self.name = name
    self.outcome = outcome
    self.detail = detail
  }
}

/// The verdict of a gate, with all that it rests on.
package struct GateReport: Sendable {
  package var outcome: GateOutcome
  /// Why the whole of it says nothing.
  package var reasons: [InvalidReason]
  package var paths: [PathVerdict]
  package var rounds: [RoundVerdict]
  package var suites: [SuiteResult]
  /// Without its rounds' samples being of interest here; they are in the comparison's file.
  package var comparison: Comparison
  package var budgets: Budgets

  /// The exit code that the command line documents: 0 passed, 1 failed, 4 inconclusive, 3 when files or programs must change first.
  package var exitCode: Int32 {
    switch outcome {
    case .pass: 0
    case .fail: 1
    case .unresolved: 4
    case .invalid: isNoiseAlone ? 4 : 3
    }
  }

  /// Whether another run may help.
  private var isNoiseAlone: Bool {
    reasons.isEmpty && !suites.contains { $0.outcome == .invalid }
      && paths.flatMap(\.invalidReasons).allSatisfy { $0.isNoise }
  }
}

extension GateSession {
  /// The verdict on what was measured so far. A round that is still needed is not a pass.
  package func report(suites: [SuiteResult] = []) -> GateReport {
    let missing = plan.suites.filter { name in !suites.contains { $0.name == name } }
    let suites =
      suites + missing.map { SuiteResult(name: $0, outcome: .invalid, detail: "\(InvalidReason.suiteMissing($0))") }
    // A gate that has measured nothing yet is as blind as one that never will.
    let reasons = reasons.isEmpty && comparison.rounds.isEmpty ? [.nothingMeasured] : reasons
    let verdicts = reasons.isEmpty ? paths.map { PathVerdict($0.name, rounds: $0.rounds, in: self) } : []
    let outcome =
      reasons.isEmpty ? GateOutcome.all([GateOutcome.all(verdicts.map(\.outcome))] + suites.map(\.outcome)) : .invalid
    return GateReport(
      outcome: outcome, reasons: reasons, paths: verdicts, rounds: rounds, suites: suites, comparison: comparison,
      budgets: budgets)
  }
}
