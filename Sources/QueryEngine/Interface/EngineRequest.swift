package import IncrementalQueries
package import PikeAnalysis

/// Which state of the inputs a request is about.
package enum SnapshotSelection: Hashable, Sendable {
  /// What it is when the request arrives.
  case latest
  case fixed(Revision)
}

/// How urgent a request is, and by whom it may be held up.
package enum RequestClass: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// What the person who types waits for: diagnostics of that document, completion, signature help.
  case typing
  /// What somebody has asked for: hover, definition, references, symbols.
  case interactive
  /// Indexing, closed files, the whole workspace.
  case background

  package static func < (left: RequestClass, right: RequestClass) -> Bool { left.rawValue < right.rawValue }
}

package struct EngineRequest: Sendable {
  /// Chosen by the client; unique among the requests that are open.
  package var id: String
  package var query: FeatureQuery
  package var snapshot: SnapshotSelection
  /// Nil for the feature's own class.
  package var requestClass: RequestClass?

  package init(
    id: String, query: FeatureQuery, snapshot: SnapshotSelection = .latest, requestClass: RequestClass? = nil
  ) {
    self.id = id
    self.query = query
    self.snapshot = snapshot
    self.requestClass = requestClass
  }
}

/// The one answer that a request gets.
package struct EngineResponse: Sendable {
  package enum Outcome: Sendable, Equatable {
    case result(FeatureResult)
    case cancelled(CancellationReason)
    /// The fixed snapshot was never there, or is not kept any more.
    case snapshotNotFound
    /// The request itself cannot be: a second one with an open id, an engine that is disposed. Says why.
    case rejected(String)
    /// A defect of the engine, contained to this request. Says what happened.
    case failed(String)
  }

  package var id: String
  package var outcome: Outcome
  /// Nil when there was none to be used.
  package var snapshotUsed: Revision?
  package var metrics: QueryMetrics

  package init(id: String, outcome: Outcome, snapshotUsed: Revision?, metrics: QueryMetrics) {
    self.id = id
    self.outcome = outcome
    self.snapshotUsed = snapshotUsed
    self.metrics = metrics
  }
}

package enum CancellationReason: Sendable, Equatable {
  /// The client asked for it.
  case requested
  /// A newer request of the same kind took its place.
  case superseded
  /// The engine was disposed of.
  case disposed
}

/// What is told of every request, without exception.
package struct QueryMetrics: Sendable {
  package var requestClass: RequestClass
  package var snapshotRequested: SnapshotSelection
  /// From arrival to the answer.
  package var duration: Duration
  /// From arrival to the first step.
  package var queueWait: Duration
  /// From the cancel's arrival to the moment at which nothing works for the request any more; nil when it was not cancelled.
  package var cancelToStop: Duration?
  package var isCancelled: Bool
  /// It took part in the computation of an identical request.
  package var isShared: Bool
  /// Nothing had to be executed.
  package var isCacheHit: Bool
  /// How often which query was executed, validated, reused, in the order of the database.
  package var queries: [(name: String, counts: QueryCounts)]
  package var work: WorkAmounts

  package init(
    requestClass: RequestClass, snapshotRequested: SnapshotSelection, duration: Duration, queueWait: Duration,
    cancelToStop: Duration?, isCancelled: Bool, isShared: Bool, isCacheHit: Bool,
    queries: [(name: String, counts: QueryCounts)], work: WorkAmounts
  ) {
    self.requestClass = requestClass
    self.snapshotRequested = snapshotRequested
    self.duration = duration
    self.queueWait = queueWait
    self.cancelToStop = cancelToStop
    self.isCancelled = isCancelled
    self.isShared = isShared
    self.isCacheHit = isCacheHit
    self.queries = queries
    self.work = work
  }
}
