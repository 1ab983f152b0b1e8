import IncrementalQueries
import Synchronization

/// A state of all inputs, with what else decides what is answered about it.
struct EngineState: Sendable {
  let snapshot: Snapshot
  /// Codes of diagnostics that are not wanted.
  let disabledDiagnostics: [String]

  var revision: Revision { snapshot.revision }
}

/// The states that can be asked for: the last ones, in the order of their revisions, without gaps.
final class SnapshotStore: Sendable {
  private let capacity: Int
  private let sabotage: (any SnapshotSabotage)?
  private let states: Mutex<[EngineState]>

  init(_ first: EngineState, capacity: Int, sabotage: (any SnapshotSabotage)? = nil) {
    self.capacity = max(1, capacity)
    self.sabotage = sabotage
    states = Mutex([first])
  }

  var latest: EngineState {
    // It begins with one and never loses the last.
    states.withLock { $0[$0.count - 1] }
  }

  var count: Int { states.withLock { $0.count } }

  func state(at revision: Revision) -> EngineState? {
    states.withLock { states in
      let first = states[0].revision.number
      guard revision.number >= first, revision.number - first < UInt64(states.count) else { return nil }
      return states[Int(revision.number - first)]
    }
  }

  func append(_ state: EngineState) {
    let dropped: EngineState? = states.withLock { states in
      states.append(state)
      guard states.count > capacity else { return nil }
      if let sabotage, sabotage.keepsDropped() { return nil }
      return states.removeFirst()
    }
    // Outside of the lock: letting go of a snapshot may let go of much.
    _ = dropped
  }
}
