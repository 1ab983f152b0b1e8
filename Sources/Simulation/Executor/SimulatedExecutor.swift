internal import CSimulation

/// Takes every job of a simulation.
final class SimulatedExecutor: TaskExecutor, SerialExecutor {
  private unowned let kernel: Kernel

  init(_ kernel: Kernel) { self.kernel = kernel }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    guard kernel.isOnItsThread else {
      // The job is lost, and with it the run: what a thread from outside wakes up comes at no definite time.
      return kernel.note(.foreignEnqueue(task: "a task"))
    }
    kernel.enqueue(job)
  }

  func checkIsolated() {}
}
