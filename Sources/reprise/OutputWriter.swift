import Glibc
import ProcessControl

/// Writes whole messages to standard output on a thread of its own, so that nobody who has an answer waits for a slow reader.
final class OutputWriter: Sendable {
  private struct State {
    var pending: [[UInt8]] = []
    var bytes = 0
    /// How many messages have come.
    var count = 0
    var isFinished = false
    var isBroken = false
    var hasEnded = false
  }

  /// More than this is not kept for a reader that does not read: whoever asks waits until it does.
  private static let patientBytes = 64 << 20

  private let state = Monitor(State())

  /// `whenBroken` is called once, on the writer's thread, when nobody reads any more.
  init(whenBroken: @escaping @Sendable () -> Void = {}) {
    SignalHandling.ignore([SIGPIPE])
    _ = WorkerThread(name: "output") { [state] in
      Self.work(state)
      if state.withLock({ $0.isBroken }) { whenBroken() }
    }
  }

  var isBroken: Bool { state.withLock { $0.isBroken } }

  func write(_ message: [UInt8]) {
    state.withLock { state in
      guard !state.isBroken else { return }
      state.pending.append(message)
      state.bytes += message.count
      state.count += 1
    }
    state.broadcast()
  }

  /// Waits while the reader is far behind.
  func waitForReader() {
    _ = state.wait { $0.bytes < Self.patientBytes || $0.isBroken ? true : nil }
  }

  var count: Int { state.withLock { $0.count } }

  /// Waits for a message after the first `count`. Returns false when nobody reads, or the deadline (of ``Uptime``) has passed.
  func waitForMessage(after count: Int, until deadline: Int64) -> Bool {
    state.wait(until: deadline) { $0.isBroken ? false : $0.count > count ? true : nil } ?? false
  }

  /// Waits until all is written, or nobody reads.
  func finish() {
    state.withLock { $0.isFinished = true }
    state.broadcast()
    _ = state.wait { $0.hasEnded ? true : nil }
  }

  private static func work(_ state: Monitor<State>) {
    while true {
      let batch = state.wait { state -> [[UInt8]]? in
        guard !state.pending.isEmpty || state.isFinished else { return nil }
        defer { state.pending = [] }
        return state.pending
      }
      guard let batch, !batch.isEmpty else { break }
      let bytes = batch.reduce(0) { $0 + $1.count }
      let isWritten = batch.allSatisfy { message in
        message.withUnsafeBytes { Descriptor.writeAll(STDOUT_FILENO, $0) } == 0
      }
      state.withLock { state in
        state.bytes -= bytes
        if !isWritten {
          state.isBroken = true
          state.pending = []
        }
      }
      state.broadcast()
      if !isWritten { break }
    }
    state.withLock { $0.hasEnded = true }
    state.broadcast()
  }
}
