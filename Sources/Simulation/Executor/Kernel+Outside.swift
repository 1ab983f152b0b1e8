internal import CSimulation
internal import Synchronization

/// What came from other threads than the run's.
struct Outside {
  fileprivate(set) var escapes: [Escape] = []
  /// Jobs that were enqueued there; run only so that their tasks end.
  fileprivate var jobs: [UnownedJob] = []
  /// Nobody runs them any more.
  fileprivate var isClosed = false
}

extension Kernel {
  func note(_ escape: Escape) {
    outside.withLock { if $0.escapes.count < 16, !$0.escapes.contains(escape) { $0.escapes.append(escape) } }
    hasEscaped.store(true, ordering: .releasing)
  }

  func noteRealSleep() { note(.realSleep(task: tasks.name(of: running))) }

  /// Safe at any time from any thread, also long after the end; a job that comes then never runs.
  func enqueueFromOutside(_ job: UnownedJob) {
    outside.withLock { if !$0.isClosed { $0.jobs.append(job) } }
    note(.foreignEnqueue)
  }

  var escapes: [Escape] { outside.withLock { $0.escapes } }

  func takeJobsFromOutside() -> [UnownedJob] {
    outside.withLock { outside in
      defer { outside.jobs = [] }
      return outside.jobs
    }
  }

  func closeToOutside() {
    outside.withLock { outside in
      outside.isClosed = true
      outside.jobs = []
    }
  }
}
