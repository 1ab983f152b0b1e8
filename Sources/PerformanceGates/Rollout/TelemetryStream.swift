/// What every query must say of itself. A query that lacks one cannot be judged by it, and a rollout that cannot be judged does not go on.
package enum TelemetryStream: String, Sendable, CaseIterable {
  case requestId, snapshotRequested, snapshotIdUsed, durationMs, queueWaitMs, cancelled, cacheHit, recomputed
}

/// What is counted beside queries; each must be there, for none counted is not the same as not counted.
package enum RolloutCounter: String, Sendable, CaseIterable {
  case stalePublishes, postCancelPublishes, cancellationFailures, lifecycleLeaks, parseHardFails

  /// Whether one of these sends a release back at once. A parse that failed hard stops it where it is.
  package var rollsBack: Bool { self != .parseHardFails }

  package var title: String {
    switch self {
    case .stalePublishes: "stale publishes"
    case .postCancelPublishes: "publishes after a cancel"
    case .cancellationFailures: "cancellation failures"
    case .lifecycleLeaks: "lifecycle leaks"
    case .parseHardFails: "hard failures of parsing"
    }
  }
}
