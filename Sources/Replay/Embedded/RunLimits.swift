import Checkers

/// What a run is held to beside what its server promises.
package struct RunChecks: Sendable, Equatable {
  /// By name: ``RunLimits``.
  package var limits: [String: Int64] = [:]
  /// The client does what its protocol forbids: only what speaks against the server counts.
  package var isClientIllegal = false

  package init() {}
}

/// Limits as suites and headers name them.
package enum RunLimits {
  package struct Name: Sendable {
    package var text: String
    /// Whether it is a time, in microseconds, or else a number.
    package var isTime: Bool
    fileprivate var set: @Sendable (inout CheckerLimits, Int64) -> Void
  }

  /// How many old states a server may keep.
  package static let retainedSnapshots = "retained-snapshots"

  /// From a cancel to the end of the work.
  package static let cancelToStop = "cancel-to-stop"

  package static let names: [Name] = [
    Name(text: "typing", isTime: true) { $0.typing = $1 },
    Name(text: "interactive", isTime: true) { $0.interactive = $1 },
    Name(text: "background", isTime: true) { $0.background = $1 },
    Name(text: "longest-answer", isTime: true) { $0.longestAnswer = $1 },
    Name(text: "cancel-to-answer", isTime: true) { $0.cancelToAnswer = $1 },
    Name(text: RunLimits.cancelToStop, isTime: true) { $0.cancelToStop = $1 },
    Name(text: "first-diagnostics", isTime: true) { $0.firstDiagnostics = $1 },
    Name(text: "typing-queue-wait", isTime: true) { $0.typingQueueWait = $1 },
    Name(text: "interactive-queue-wait", isTime: true) { $0.interactiveQueueWait = $1 },
    Name(text: "background-queue-wait", isTime: true) { $0.backgroundQueueWait = $1 },
    Name(text: "snapshots-kept", isTime: false) { $0.snapshotsKept = Int($1) },
    // Not seen in a conversation: the server's telemetry tells.
    Name(text: RunLimits.retainedSnapshots, isTime: false) { _, _ in },
  ]

  /// Those of `values`, over those of `base`. Names that do not exist are passed over: they are for a newer version.
  static func limits(_ values: [String: Int64], over base: CheckerLimits) -> CheckerLimits {
    var limits = base
    for name in names {
      if let value = values[name.text] { name.set(&limits, value) }
    }
    return limits
  }
}
