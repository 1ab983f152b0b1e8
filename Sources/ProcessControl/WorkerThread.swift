internal import CProcess
import Glibc

/// A thread for blocking calls, which the pool of Swift's concurrency is not made for.
package final class WorkerThread: @unchecked Sendable {
  // Unchecked: `thread` is set once, before anybody else sees this object.
  private var thread = pthread_t()
  private let name: String
  private let body: @Sendable () -> Void
  private let isRunning = Monitor(true)

  /// Starts the thread. It runs to the end of `body`, whether or not this object is kept. `stackSize` is in bytes; nil for the system's
  /// default.
  package init(name: String, stackSize: Int? = nil, _ body: @escaping @Sendable () -> Void) {
    self.name = name
    self.body = body
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    if let stackSize { pthread_attr_setstacksize(&attributes, stackSize) }
    defer { pthread_attr_destroy(&attributes) }
    let context = Unmanaged.passRetained(self)
    let result = pthread_create(
      &thread, &attributes,
      { context in
        Unmanaged<WorkerThread>.fromOpaque(context!).takeRetainedValue().run()
        return nil
      }, context.toOpaque())
    guard result == 0 else {
      fatalError("cannot start a thread (\(String(cString: strerror(result)))); is there a limit on processes?")
    }
  }

  private func run() {
    reprise_name_thread(name)
    reprise_unblock_signals()
    body()
    isRunning.withLock { $0 = false }
    isRunning.broadcast()
  }

  /// Makes the thread's blocking call return `EINTR`, when the signal has a handler that does nothing
  /// (``SignalHandling/interrupts(with:)``).
  package func interrupt(with signal: Int32) {
    // The thread cannot end while the lock is held.
    isRunning.withLock { if $0 { pthread_kill(thread, signal) } }
  }

  /// Waits for the end of the thread; false when `deadline` (nanoseconds of ``Uptime``) passes first.
  @discardableResult
  package func join(until deadline: Int64? = nil) -> Bool {
    isRunning.wait(until: deadline) { $0 ? nil : true } ?? false
  }

  /// The calling thread does not interrupt others when it wakes, and gets about a tenth of a busy processor: enough for what
  /// it has to do, and never in the way of those who pass messages on.
  package static func beConsiderate() { _ = reprise_make_thread_considerate() }
}
