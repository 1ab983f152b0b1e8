import Synchronization

/// Runs jobs when the test says so, on the test's own thread, in the order in which they came.
final class TestExecutor: TaskExecutor {
  private let jobs = Mutex<[UnownedJob]>([])

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
  }

  var isIdle: Bool { jobs.withLock { $0.isEmpty } }

  /// - Returns: false when there was none.
  @discardableResult
  func runOne() -> Bool {
    guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return false }
    job.runSynchronously(on: asUnownedTaskExecutor())
    return true
  }

  /// Runs until nothing is left that could run without the clock moving.
  func drain() { while runOne() {} }
}
