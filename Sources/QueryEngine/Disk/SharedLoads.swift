import Synchronization

/// Loads that are in flight: who wants what is being loaded waits for it.
final class SharedLoads: Sendable {
  enum Key: Hashable { case file(String), directory(String) }

  private let waiters = Mutex<[Key: [CheckedContinuation<Void, Never>]]>([:])

  func isLoading(_ key: Key) -> Bool { waiters.withLock { $0[key] != nil } }

  /// Runs `load`, or waits until the one that is running has ended.
  func run(_ key: Key, _ load: () async -> Void) async {
    let isFirst = waiters.withLock { waiters in
      if waiters[key] != nil { return false }
      waiters[key] = []
      return true
    }
    guard isFirst else { return await wait(for: key) }
    await load()
    for waiter in waiters.withLock({ $0.removeValue(forKey: key) }) ?? [] { waiter.resume() }
  }

  private func wait(for key: Key) async {
    await withCheckedContinuation { waiter in
      let isOver = waiters.withLock { waiters in
        waiters[key]?.append(waiter)
        return waiters[key] == nil
      }
      if isOver { waiter.resume() }
    }
  }
}
