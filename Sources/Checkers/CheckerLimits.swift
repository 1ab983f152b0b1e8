/// What a session is held to beyond what its protocol says. A checker whose limit is not set is silent.
package struct CheckerLimits: Equatable, Sendable {
  // MARK: Microseconds

  /// From a request to its answer, by the request's class.
  package var typing: Int64?
  package var interactive: Int64?
  package var background: Int64?
  /// From a request to its answer, or to the end: whatever takes longer hangs.
  package var longestAnswer: Int64?
  /// From a cancel to the answer of the cancelled request.
  package var cancelToAnswer: Int64?
  /// From a cancel until nothing works for the query, as the engine's telemetry has it.
  package var cancelToStop: Int64?
  /// From the last change of a document to its first diagnostics.
  package var firstDiagnostics: Int64?
  /// From a query's arrival to its first step, as the engine's telemetry has it, by the class that it ran in.
  package var typingQueueWait: Int64?
  package var interactiveQueueWait: Int64?
  package var backgroundQueueWait: Int64?

  // MARK: Counts

  /// How many of the latest snapshots can be read.
  package var snapshotsKept: Int?

  /// What the server promises beyond its protocol.
  package var promises: ServerPromises = []

  package init() {}
}

/// What a server may promise beyond its protocol; what breaks a promise is a fault and not only an observation.
package struct ServerPromises: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  /// A cancel that was read before the answer was sent makes the answer an error.
  package static let terminalCancels = ServerPromises(rawValue: 1 << 0)
  /// Each answer comes from one state of all documents, and is the same each time, in the same order.
  package static let oneState = ServerPromises(rawValue: 1 << 1)
  /// Positions never stand behind their line's end, nor lines behind the last one.
  package static let exactPositions = ServerPromises(rawValue: 1 << 2)

  /// What the embedded engine promises.
  package static let all: ServerPromises = [.terminalCancels, .oneState, .exactPositions]
}
