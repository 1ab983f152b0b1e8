import PikeAnalysis
import PikeSyntax
import ProcessControl
import QueryEngine
import Synchronization

/// An engine on real threads, asked and awaited.
final class EngineUnderTest: Sendable {
  let engine: Engine
  private let numbers = Atomic<Int>(0)

  init(
    files: any FileAccess = LocalFiles(), root: String? = nil, library: String? = nil, width: Int = 2,
    clock: any Clock<Duration> = ContinuousClock(),
    _ change: (inout EngineOptions) -> Void = { _ in }
  ) throws {
    var options = EngineOptions()
    options.width = width
    change(&options)
    engine = Engine(
      files: files, clock: clock, spawner: TaskSpawner(on: Executors.shared), options: options)
    var settings = EngineSettings()
    settings.libraryPath = library
    _ = try engine.updateSettings(settings)
    if let root { _ = try engine.updateWorkspace(WorkspaceUpdate(addedRoots: [root])) }
  }

  func ask(_ request: FeatureRequest, as requestClass: RequestClass? = nil) async -> EngineResponse {
    await withCheckedContinuation { continuation in
      submit(request, as: requestClass) { continuation.resume(returning: $0) }
    }
  }

  @discardableResult
  func submit(
    _ request: FeatureRequest, as requestClass: RequestClass? = nil,
    _ completion: @escaping @Sendable (EngineResponse) -> Void
  ) -> String {
    let id = "\(numbers.wrappingAdd(1, ordering: .relaxed).newValue)"
    let query = FeatureQuery(request, encoding: .utf16)
    engine.submit(EngineRequest(id: id, query: query, requestClass: requestClass), completion: completion)
    return id
  }

  /// Returns when everything is answered and nothing works any more.
  func quiet() async {
    while true {
      let statistics = engine.statistics
      if statistics.openRequests == 0, statistics.runningComputations == 0 { return }
      try? await Task.sleep(for: .milliseconds(1))
    }
  }

  /// From the cancel to the moment at which nothing works for the request any more. A cancelled request is answered at once, so
  /// that its answer cannot tell.
  func stopTime(of id: String) async -> Duration? {
    for _ in 0..<10_000 {
      if let record = engine.statistics.recent.last(where: { $0.id == id }) { return record.metrics.cancelToStop }
      try? await Task.sleep(for: .microseconds(200))
    }
    return nil
  }
}
