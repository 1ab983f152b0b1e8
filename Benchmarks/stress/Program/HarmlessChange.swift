import EngineTargets
import JSONRPC
import PlantedFaults
import QueryEngine
import Replay

/// A change of the engine as people make them all day, at one place, that changes nothing of what it does: done at run time in place of in the
/// code, so that fifty of them need no fifty builds.
struct HarmlessChange: Sendable, Equatable, CustomStringConvertible {
  enum Kind: String, Sendable, CaseIterable {
    /// An await more before the work.
    case yield
    /// Two of them.
    case yields
    /// An await more behind the work.
    case yieldAfter = "yield after"
    /// A task more, with a name, that does something for a while.
    case task
    /// A child more.
    case child
  }

  var kind: Kind
  /// A task of the engine, or an access to a file.
  var place: String

  private static let tasks = [
    "compute", "prepare", "publish diagnostics", "remove unused memos", "refresh files", "search library",
    "list workspace",
  ]
  private static let accesses = ["file-stat", "file-read", "directory-list"]

  /// Fifty: each kind at each place.
  static let all = (tasks + accesses).flatMap { place in Kind.allCases.map { HarmlessChange(kind: $0, place: place) } }

  var description: String { "\(kind.rawValue): \(place)" }

  /// Engines with this fault and this change.
  func factory(_ framing: Framing, fault: PlantedFault?) -> EmbeddedServerFactory {
    let inner = EmbeddedEngines.factory(framing, fault: fault) { environment in wrap(environment) }
    return { environment in
      var changed = environment
      changed.passes = { name in
        guard name == place else { return await environment.passes(name) }
        return await around(environment) { await environment.passes(name) }
      }
      return inner(changed)
    }
  }

  private func wrap(_ environment: EmbeddedEnvironment) -> TaskSpawner.Wrap {
    return { name, _, body in
      guard name == place else { return body }
      return { await around(environment, body) }
    }
  }

  private func around<Result: Sendable>(
    _ environment: EmbeddedEnvironment, _ work: @Sendable () async -> Result
  ) async -> Result {
    switch kind {
    case .yield: await Task.yield()
    case .yields:
      await Task.yield()
      await Task.yield()
    case .task:
      environment.willSpawn?("added")
      Task.detached(name: "added", executorPreference: environment.executor) {
        for _ in 0..<5 { await Task.yield() }
      }
    case .child:
      async let child: Void = Task.yield()
      let result = await work()
      await child
      return result
    case .yieldAfter: break
    }
    let result = await work()
    if kind == .yieldAfter { await Task.yield() }
    return result
  }
}
