package import IncrementalQueries
package import PikeAnalysis

/// What an engine has done so far.
package struct EngineStatistics: Sendable {
  package struct Totals: Sendable, Equatable {
    package var scheduling = SchedulingCounts()
    package var answered = 0
    package var results = 0
    package var cancelled = 0
    package var failed = 0
    /// Rejected, or about a snapshot that is not there.
    package var refused = 0
    package var cacheHits = 0
    /// Edits whose diagnostics were not computed, since another edit came first.
    package var coalesced = 0
  }

  /// One request, with its complete metrics: unlike those in its answer, they tell when a cancelled one has stopped.
  package struct Record: Sendable {
    package var id: String
    package var request: FeatureRequest
    package var outcome: OutcomeKind
    package var snapshotUsed: Revision?
    package var metrics: QueryMetrics
  }

  package enum OutcomeKind: Sendable, Equatable { case result, cancelled, snapshotNotFound, rejected, failed }

  /// By the raw value of the class.
  package var totals: [Totals] = Array(repeating: Totals(), count: RequestClass.allCases.count)
  /// The last ones, oldest first.
  package var recent: [Record] = []
  /// Of all computations, each counted once however many requests shared it.
  package var work = WorkAmounts()
  package var published = 0
  /// Diagnostics that were computed, but not published since something newer was there.
  package var overtaken = 0
  package var openRequests = 0
  /// Requests that were answered although something still works for them.
  package var stoppingRequests = 0
  package var runningComputations = 0

  package subscript(requestClass: RequestClass) -> Totals { totals[requestClass.rawValue] }
}

/// Collects metrics: totals, and the last ones as they are.
struct Telemetry: Sendable {
  private let capacity: Int
  private var ring: [EngineStatistics.Record] = []
  private var next = 0
  private(set) var totals = EngineStatistics().totals
  private(set) var work = WorkAmounts()

  init(capacity: Int) { self.capacity = max(1, capacity) }

  mutating func record(_ record: EngineStatistics.Record) {
    let index = record.metrics.requestClass.rawValue
    totals[index].answered += 1
    if record.metrics.isCacheHit { totals[index].cacheHits += 1 }
    switch record.outcome {
    case .result: totals[index].results += 1
    case .cancelled: totals[index].cancelled += 1
    case .failed: totals[index].failed += 1
    case .rejected, .snapshotNotFound: totals[index].refused += 1
    }
    if ring.count < capacity {
      ring.append(record)
    } else {
      ring[next] = record
      next = (next + 1) % capacity
    }
  }

  mutating func add(_ work: WorkAmounts) { self.work = self.work + work }

  var recent: [EngineStatistics.Record] { Array(ring[next...] + ring[..<next]) }
}

extension EngineResponse.Outcome {
  var kind: EngineStatistics.OutcomeKind {
    switch self {
    case .result: .result
    case .cancelled: .cancelled
    case .snapshotNotFound: .snapshotNotFound
    case .rejected: .rejected
    case .failed: .failed
    }
  }
}
