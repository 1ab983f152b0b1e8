import Glibc

/// A few threads with large stacks that run Swift's tasks, the more urgent ones first.
///
/// The pool of Swift's concurrency has small stacks, on which deep recursion (a parser's) does not fit, and runs tasks in the order in
/// which they come.
package final class WorkerPool: TaskExecutor {
  private struct State {
    /// By urgency, the most urgent lane first; in each, oldest first.
    var lanes: [Lane] = Array(repeating: Lane(), count: 4)
    var threads = 0
  }

  private struct Lane {
    var jobs: [UnownedJob] = []
    var head = 0

    mutating func pop() -> UnownedJob? {
      guard head < jobs.count else { return nil }
      let job = jobs[head]
      head += 1
      // Now and then, so that a lane that is never empty does not grow for ever, and one job costs little.
      if head == jobs.count || head >= 256 && head * 2 >= jobs.count {
        jobs.removeFirst(head)
        head = 0
      }
      return job
    }
  }

  private let width: Int
  private let state = Monitor(State())

  /// The threads are started when there is work for them, and live as long as the process.
  package init(width: Int) { self.width = max(1, width) }

  package func enqueue(_ job: consuming ExecutorJob) {
    let lane = Self.lane(of: job.priority)
    let job = UnownedJob(job)
    let needsThread = state.withLock { state in
      state.lanes[lane].jobs.append(job)
      guard state.threads < width else { return false }
      state.threads += 1
      return true
    }
    if needsThread {
      _ = WorkerThread(name: "worker", stackSize: 16 << 20) { [self] in work() }
    } else {
      state.signal()
    }
  }

  private static func lane(of priority: JobPriority) -> Int {
    switch priority.rawValue {
    case TaskPriority.high.rawValue...: 0
    case TaskPriority.medium.rawValue...: 1
    case TaskPriority.low.rawValue...: 2
    default: 3
    }
  }

  private func work() {
    while true {
      let job = state.wait { state -> UnownedJob? in
        for lane in state.lanes.indices {
          if let job = state.lanes[lane].pop() { return job }
        }
        return nil
      }
      // Waiting without a deadline always ends with a value.
      job?.runSynchronously(on: asUnownedTaskExecutor())
    }
  }
}
