/// Something that went wrong, or was not as in the recording, beside the answers.
package struct Problem: Sendable, Equatable {
  package enum Severity: String, Sendable {
    /// Worth knowing.
    case note
    /// May explain differences.
    case warning
    /// The replay fails for it.
    case failure
  }

  /// A word for machines.
  package enum Kind: String, Sendable {
    case crashed, hung, timedOut, outputClosed, inputClosed, babbling
    case duplicateAnswer, unknownAnswer, junk, missingCause, unboundToken, unknownRequest, defaultReply
    case exitStatus, killed, leftovers
    case simulation, interrupted, unfinishedRecording, gaps, outOfBandCancellation, clientNoise, workspace
  }

  package var kind: Kind
  package var severity: Severity
  /// What was wrong, where, and what to try: a sentence without its full stop.
  package var message: String
  /// The record of the recording that it is about.
  package var record: Int?

  package init(_ kind: Kind, _ severity: Severity, _ message: String, record: Int? = nil) {
    self.kind = kind
    self.severity = severity
    self.message = message
    self.record = record
  }
}

/// Problems, each kind in bounded number.
package struct ProblemLog: Sendable {
  private static let limitPerKind = 10

  package private(set) var problems: [Problem] = []
  private var counts: [Problem.Kind: Int] = [:]

  package init() {}

  package mutating func add(_ problem: Problem) {
    counts[problem.kind, default: 0] += 1
    if count(of: problem.kind) <= Self.limitPerKind { problems.append(problem) }
  }

  package func count(of kind: Problem.Kind) -> Int { counts[kind] ?? 0 }

  /// How many were left out, by kind, in the order of first appearance.
  package var omitted: [(kind: Problem.Kind, count: Int)] {
    var seen: Set<Problem.Kind> = []
    return problems.compactMap { problem in
      guard seen.insert(problem.kind).inserted, count(of: problem.kind) > Self.limitPerKind else { return nil }
      return (problem.kind, count(of: problem.kind) - Self.limitPerKind)
    }
  }

  package var hasFailure: Bool { problems.contains { $0.severity == .failure } }
}
