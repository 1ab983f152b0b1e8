package import IncrementalQueries
package import PikeAnalysis

/// What whoever makes an engine may choose. None of it changes an answer.
package struct EngineOptions: Sendable {
  /// How many requests are worked on at once: as many as the executor has threads.
  package var width = 2
  /// After how many more urgent starts a waiting class of requests gets its turn.
  package var patience = 8
  /// How many steps a request may take before others of its class get their turn.
  package var quantum = 4
  /// How many revisions can be asked for after the newest was made.
  package var retainedSnapshots = 64
  /// In bytes; documents that would be larger are refused.
  package var documentLimit = 64 << 20
  /// Diagnostics are pushed this long after the first edit that they were not pushed for, however fast edits follow each other.
  package var maximumDiagnosticsDelay = Duration.milliseconds(250)
  /// Diagnostics of open documents that were not edited themselves are pushed this long after the last change.
  package var otherDocumentsDelay = Duration.milliseconds(200)
  /// Where an installed Pike is looked for when none is configured; of a path that ends in `/*`, each directory in it.
  package var libraryCandidates = ["/usr/lib/pike8.0", "/usr/local/pike/*"]
  package var workspaceFileLimit = 50_000
  package var workspaceDepthLimit = 24
  /// Of how many requests the metrics are kept.
  package var recentMetrics = 256
  /// Memos that were of no use for so many revisions are let go.
  package var memoLifetime: UInt64 = 4096
  /// How requests are computed. Tests bring their own.
  package var stepper: @Sendable (FeatureQuery) -> any FeatureStepper = { FeatureRun($0) }
  /// How long a step takes that did so much work; nil if it takes what it takes. Simulations bring their own.
  package var stepCost: (@Sendable (StepWork) -> Duration)?
  /// Is told of what the memos do. Slow; for tests.
  package var observer: (@Sendable (QueryEvent) -> Void)?
  /// Makes the engine wrong. No command sets it.
  package var sabotage: EngineSabotage?

  package init() {}
}

/// What a step of a computation did.
package struct StepWork: Sendable, Equatable {
  package var amounts = WorkAmounts()
  /// Queries whose memos were made anew, were found to hold still, and held without being looked at.
  package var executed = 0
  package var validated = 0
  package var reused = 0

  static func - (left: StepWork, right: StepWork) -> StepWork {
    StepWork(
      amounts: left.amounts - right.amounts, executed: left.executed - right.executed,
      validated: left.validated - right.validated, reused: left.reused - right.reused)
  }
}

/// The way from a question to its answer, in steps; see ``FeatureRun``.
package protocol FeatureStepper: Sendable {
  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult?
}

extension FeatureRun: FeatureStepper {}
