import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import QueryEngine
import Synchronization

/// Answers when the test says so, and is always too late to cancel anything: the answer is on its way already.
final class LateEngine: EngineInterface {
  private struct State {
    var revision = Revision.origin
    var open: [(request: EngineRequest, completion: @Sendable (EngineResponse) -> Void)] = []
  }

  private let state = Mutex(State())

  private func advance() -> Acknowledgement {
    state.withLock { state in
      state.revision = state.revision.next
      return Acknowledgement(revision: state.revision)
    }
  }

  func openDocument(_ file: FileID, version: Int, text: SourceText) -> Acknowledgement { advance() }
  func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) -> Acknowledgement { advance() }
  func closeDocument(_ file: FileID) -> Acknowledgement { advance() }
  func updateSettings(_ settings: EngineSettings) -> Acknowledgement { advance() }
  func updateWorkspace(_ update: WorkspaceUpdate) -> Acknowledgement { advance() }

  func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    state.withLock { $0.open.append((request, completion)) }
  }

  func cancel(_ id: String) -> Bool { false }
  func setPublisher(encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?) {}
  func document(_ file: FileID) -> (version: Int, source: SourceFile)? { nil }
  func dispose() {}

  /// Answers all that is open, `times` times over.
  func answer(_ result: FeatureResult, times: Int = 1) {
    let (open, revision) = state.withLock { state in
      defer { state.open = [] }
      return (state.open, state.revision)
    }
    for (request, completion) in open {
      let metrics = QueryMetrics(
        requestClass: .interactive, snapshotRequested: request.snapshot, duration: .microseconds(12_345),
        queueWait: .zero, cancelToStop: nil, isCancelled: false, isShared: false, isCacheHit: true, queries: [],
        work: WorkAmounts())
      for _ in 0..<times {
        completion(
          EngineResponse(id: request.id, outcome: .result(result), snapshotUsed: revision, metrics: metrics))
      }
    }
  }
}
