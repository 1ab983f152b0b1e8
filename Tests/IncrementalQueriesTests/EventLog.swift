import IncrementalQueries
import Synchronization

/// Collects what a database says that it did, shortened: `run total(1)`, `valid total(1)`, `reuse total(1)`, `same total(1)`.
final class EventLog: Sendable {
  private let events = Mutex<[QueryEvent]>([])

  func append(_ event: QueryEvent) { events.withLock { $0.append(event) } }

  /// What happened since the last time.
  func take() -> [String] {
    events.withLock { events in
      defer { events = [] }
      return events.map(Self.line)
    }
  }

  private static func line(_ event: QueryEvent) -> String {
    switch event {
    case .executed(let query, let key): "run \(query)(\(key))"
    case .validated(let query, let key): "valid \(query)(\(key))"
    case .reused(let query, let key): "reuse \(query)(\(key))"
    case .backdated(let query, let key): "same \(query)(\(key))"
    case .evicted(let query, let key): "evict \(query)(\(key))"
    case .removed(let query, let key): "remove \(query)(\(key))"
    case .cycle(let participants): "cycle \(participants.joined(separator: " "))"
    }
  }
}
