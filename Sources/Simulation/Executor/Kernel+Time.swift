internal import Synchronization

extension Kernel {
  /// For those who come after the end, when it ended.
  var visibleTime: Int64 {
    if isOnItsThread { return now }
    let time = endTime.load(ordering: .acquiring)
    if time < 0 { note(.foreignUse(of: "the clock")) }
    return max(0, time)
  }

  func charge(_ nanoseconds: Int64) {
    guard isOwnUse(of: "the clock") else { return }
    let (time, overflow) = now.addingReportingOverflow(max(0, nanoseconds))
    advance(to: overflow ? .max : time)
  }

  func advance(to time: Int64) {
    guard time > now else { return }
    now = time
    record(.time, 0, UInt64(time), name: "")
  }

  func sleep(until deadline: Int64) async throws {
    guard isOwnUse(of: "the clock") else { throw CancellationError() }
    try Task.checkCancellation()
    let timer = Atomic<UInt64>(.max)
    try await withTaskCancellationHandler {
      try await withUnsafeThrowingContinuation { (continuation: UnsafeContinuation<Void, any Error>) in
        let task = self.currentTask
        if task >= 0 { self.tasks[task].isWaitingForClock = true }
        let deadline = max(deadline, self.now)
        timer.store(self.timers.add(deadline: deadline, task: task, continuation), ordering: .relaxed)
      }
    } onCancel: {
      guard self.isOwnUse(of: "cancelling a sleeping task") else { return }
      guard let cancelled = self.timers.cancel(timer.load(ordering: .relaxed)) else { return }
      self.wake(cancelled, throwing: true)
    }
  }

  func wake(_ timer: TimerQueue.Timer, throwing: Bool = false) {
    if timer.task >= 0 { tasks[timer.task].isWaitingForClock = false }
    if throwing { timer.continuation.resume(throwing: CancellationError()) } else { timer.continuation.resume() }
  }

  func wakeDue() {
    while let deadline = timers.nextDeadline, deadline <= now, let timer = timers.popFirst() { wake(timer) }
  }
}
