import PikeAnalysis
import PikeSyntax
package import ProcessControl
import QueryEngine
import Synchronization

/// An engine on real threads, asked one thing after the other and awaited.
final class EngineUnderTest: Sendable {
  let engine: Engine
  private let numbers = Atomic<Int>(0)
  private let work = Mutex(WorkCounters())

  /// `root` is the folder of a corpus part.
  init(root: String) throws {
    var options = EngineOptions()
    options.width = Self.width
    engine = Engine(
      files: LocalFiles(), clock: ContinuousClock(), spawner: TaskSpawner(on: BenchmarkThreads.shared), options: options
    )
    var settings = EngineSettings()
    settings.libraryPath = root + "/" + PikeCorpus.library
    _ = try engine.updateSettings(settings)
    _ = try engine.updateWorkspace(WorkspaceUpdate(addedRoots: [root + "/" + PikeCorpus.workspace]))
  }

  private static let width = 2

  deinit { engine.dispose() }

  func ask(_ request: FeatureRequest, as requestClass: RequestClass? = nil) async throws -> FeatureResult {
    let id = "\(numbers.wrappingAdd(1, ordering: .relaxed).newValue)"
    let query = FeatureQuery(request, encoding: .utf16)
    let response = await withCheckedContinuation { continuation in
      engine.submit(EngineRequest(id: id, query: query, requestClass: requestClass)) {
        continuation.resume(returning: $0)
      }
    }
    work.withLock { $0.add(response.metrics) }
    guard case .result(let result) = response.outcome else {
      throw BenchmarkFailure("the engine did not answer \(request): \(response.outcome)")
    }
    return result
  }

  /// What was done since this was last asked.
  func takeWork() -> WorkCounters {
    work.withLock { work in
      defer { work = WorkCounters() }
      return work
    }
  }
}

/// Where the engine and those who wait for it run.
package enum BenchmarkThreads {
  /// As many as the engine works with, and one for whoever asks.
  package static let shared = WorkerPool(width: 3)
}

/// Why a path cannot be measured.
package struct BenchmarkFailure: Error, CustomStringConvertible {
  package var description: String

  init(_ description: String) { self.description = description }
}
