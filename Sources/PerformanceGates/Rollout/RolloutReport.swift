/// What becomes of a release.
package enum RolloutDecision: String, Sendable, CaseIterable {
  case go = "GO"
  /// Not yet, or not known: missing data holds, it never passes.
  case hold = "HOLD"
  case rollBack = "ROLL BACK"
}

/// One thing that was seen in a stage's metrics.
package struct RolloutFinding: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case stalePublish, cancellationFailure, crashLoop, lifecycleLeak, severeLatency
    case parseHardFail, latency, errorRate
    case noMetrics, otherBuild, shortObservation, gap, tooFewQueries, missingStream, uncounted, fromTheFuture
    case crash

    /// What this alone leads to.
    package var decision: RolloutDecision {
      switch self {
      case .stalePublish, .cancellationFailure, .crashLoop, .lifecycleLeak, .severeLatency: .rollBack
      case .crash: .go
      default: .hold
      }
    }
  }

  package var kind: Kind
  /// What was seen, and what to do.
  package var message: String

  package init(kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }
}

/// Whether a stage's release goes on, with all that was seen.
package struct RolloutReport: Sendable, Equatable {
  package var stage: RolloutStage
  package var build: String
  package var decision: RolloutDecision
  /// The worst first.
  package var findings: [RolloutFinding]
  package var queries: Int
  package var errors: Int
  /// Of the error rate, with 95 % confidence.
  package var errorRateLow: Double
  package var errorRateHigh: Double
  package var p95Ms: Double?
  package var observedHours: Double
  package var neededHours: Double

  /// 0 go, 4 hold, 1 roll back.
  package var exitCode: Int32 {
    switch decision {
    case .go: 0
    case .hold: 4
    case .rollBack: 1
    }
  }
}
