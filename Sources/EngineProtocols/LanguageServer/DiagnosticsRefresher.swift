import JSONRPC
import Synchronization

/// Asks a client that pulls diagnostics to pull again, with one request at a time.
final class DiagnosticsRefresher: Sendable {
  /// Ids of strings are used for nothing else.
  static let id = RequestID.string("refresh-diagnostics")

  private struct State {
    var isEnabled = false
    var isAsked = false
    var mustAskAgain = false
  }

  private let outbox: Outbox
  private let messages: OutgoingMessages
  private let state = Mutex(State())

  init(outbox: Outbox, messages: OutgoingMessages) {
    self.outbox = outbox
    self.messages = messages
  }

  func enable() { state.withLock { $0.isEnabled = true } }

  /// For good. When this returns, nothing more is asked.
  func disable() { state.withLock { $0.isEnabled = false } }

  /// What was answered before may be otherwise now. From any thread.
  func refresh() {
    state.withLock { state in
      guard state.isEnabled else { return }
      guard !state.isAsked else {
        state.mustAskAgain = true
        return
      }
      state.isAsked = true
      // Under the lock, so that nothing is on its way when somebody disables this.
      outbox.send(messages.request(Self.id, "workspace/diagnostic/refresh"))
    }
  }

  func answered() {
    let mustAskAgain = state.withLock { state in
      state.isAsked = false
      defer { state.mustAskAgain = false }
      return state.mustAskAgain
    }
    if mustAskAgain { refresh() }
  }
}
