import Synchronization

/// Lets those wait who need something that is being worked on.
final class Latch: Sendable {
  private struct State {
    var workers = 0
    var waiters: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var isBusy: Bool { state.withLock { $0.workers > 0 } }

  func enter() { state.withLock { $0.workers += 1 } }

  func leave() {
    let waiters: [CheckedContinuation<Void, Never>] = state.withLock { state in
      state.workers -= 1
      guard state.workers == 0 else { return [] }
      defer { state.waiters = [] }
      return state.waiters
    }
    for waiter in waiters { waiter.resume() }
  }

  /// Returns when nobody works, at once if nobody does.
  func wait() async {
    await withCheckedContinuation { waiter in
      let isIdle = state.withLock { state in
        if state.workers > 0 { state.waiters.append(waiter) }
        return state.workers == 0
      }
      if isIdle { waiter.resume() }
    }
  }
}
