import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Synchronization

/// Keeps versions as the engine does, and answers every question with nothing, at once or when it is cancelled.
final class ImmediateEngine: EngineInterface {
  private struct State {
    var revision = Revision.origin
    var versions: [FileID: Int] = [:]
    var waiting: [String: @Sendable (EngineResponse) -> Void] = [:]
  }

  private let state = Mutex(State())

  private func mutate(_ change: (inout State) throws(MutationFailure) -> Void) throws(MutationFailure)
    -> Acknowledgement
  {
    try state.withLock { state throws(MutationFailure) in
      try change(&state)
      state.revision = state.revision.next
      return Acknowledgement(revision: state.revision)
    }
  }

  func openDocument(_ file: FileID, version: Int, text: SourceText) throws(MutationFailure) -> Acknowledgement {
    try mutate { state throws(MutationFailure) in
      guard state.versions.updateValue(version, forKey: file) == nil else { throw .alreadyOpen(file) }
    }
  }

  func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    try mutate { state throws(MutationFailure) in
      guard let have = state.versions[file] else { throw .notOpen(file) }
      guard version > have else { throw .staleVersion(file, have: have, got: version) }
      for case .ranged(let start, let end, _) in changes where end < start {
        throw .reversedRange(file, .init(start: start, end: end))
      }
      state.versions[file] = version
    }
  }

  func closeDocument(_ file: FileID) throws(MutationFailure) -> Acknowledgement {
    try mutate { state throws(MutationFailure) in
      guard state.versions.removeValue(forKey: file) != nil else { throw .notOpen(file) }
    }
  }

  func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement { try mutate { _ in } }
  func updateWorkspace(_ update: WorkspaceUpdate) throws(MutationFailure) -> Acknowledgement { try mutate { _ in } }

  /// Questions about places wait for their cancel, or for the end.
  func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    let waits = if case .hover = request.query.request { true } else { false }
    if waits {
      state.withLock { $0.waiting[request.id] = completion }
    } else {
      completion(response(request.id, .result(.locations([]))))
    }
  }

  func cancel(_ id: String) -> Bool {
    guard let completion = state.withLock({ $0.waiting.removeValue(forKey: id) }) else { return false }
    completion(response(id, .cancelled(.requested)))
    return true
  }

  func setPublisher(encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?) {}
  func document(_ file: FileID) -> (version: Int, source: SourceFile)? { nil }

  func dispose() {
    let waiting = state.withLock { state in
      defer { state.waiting = [:] }
      return state.waiting
    }
    for (id, completion) in waiting { completion(response(id, .cancelled(.disposed))) }
  }

  private func response(_ id: String, _ outcome: EngineResponse.Outcome) -> EngineResponse {
    let metrics = QueryMetrics(
      requestClass: .interactive, snapshotRequested: .latest, duration: .zero, queueWait: .zero, cancelToStop: nil,
      isCancelled: false, isShared: false, isCacheHit: true, queries: [], work: WorkAmounts())
    return EngineResponse(id: id, outcome: outcome, snapshotUsed: state.withLock { $0.revision }, metrics: metrics)
  }
}
