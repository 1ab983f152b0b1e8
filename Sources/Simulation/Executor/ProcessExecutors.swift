internal import Synchronization
@_spi(ExperimentalCustomExecutors) @_spi(ExperimentalScheduling) internal import _Concurrency

extension Simulation {
  /// Lets simulations own plain `Task {}`, `Task.detached {}`, main-actor code and real sleeps as well.
  ///
  /// To be called once, at the very beginning of a process, before anything concurrent has happened in it. Outside of simulations
  /// everything runs as it always does. This uses what the runtime of Swift 6.3 offers for custom executors, which is
  /// not yet stable; without it simulations work, and only notice what they do not own.
  public static func install() {
    guard !installed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    _createExecutors(factory: RoutingFactory.self)
  }

  /// Whether ``install()`` was called.
  public static var isInstalled: Bool { installed.load(ordering: .acquiring) }

  private static let installed = Atomic<Bool>(false)

  /// As which jobs of the main actor run.
  static var mainExecutor: UnownedSerialExecutor { RoutingFactory.mainExecutor.asUnownedSerialExecutor() }
}

/// The executors of the process: for threads that run a simulation, the simulation; for all others, those of the platform.
private struct RoutingFactory: ExecutorFactory {
  static let mainExecutor: any MainExecutor = RoutingMainExecutor(PlatformExecutorFactory.mainExecutor)
  static let defaultExecutor: any TaskExecutor = RoutingExecutor(PlatformExecutorFactory.defaultExecutor)
}

private final class RoutingExecutor: TaskExecutor, SchedulingExecutor {
  private let platform: any TaskExecutor

  init(_ platform: any TaskExecutor) { self.platform = platform }

  func enqueue(_ job: consuming ExecutorJob) {
    guard let kernel = Kernel.current else { return platform.enqueue(job) }
    kernel.becameReady(UnownedJob(job), in: .plain)
  }

  // A sleep on a real clock inside of a simulation is a mistake of the code that is simulated; it ends at once.
  func enqueue<C: Clock>(
    _ job: consuming ExecutorJob, after delay: C.Duration, tolerance: C.Duration?, clock: C
  ) {
    guard let kernel = Kernel.current else {
      guard let scheduling = platform as? any SchedulingExecutor else { return platform.enqueue(job) }
      return scheduling.enqueue(job, after: delay, tolerance: tolerance, clock: clock)
    }
    kernel.noteRealSleep()
    kernel.becameReady(UnownedJob(job), in: .plain)
  }

  func enqueue<C: Clock>(
    _ job: consuming ExecutorJob, at instant: C.Instant, tolerance: C.Duration?, clock: C
  ) {
    guard let kernel = Kernel.current else {
      guard let scheduling = platform as? any SchedulingExecutor else { return platform.enqueue(job) }
      return scheduling.enqueue(job, at: instant, tolerance: tolerance, clock: clock)
    }
    kernel.noteRealSleep()
    kernel.becameReady(UnownedJob(job), in: .plain)
  }
}

private final class RoutingMainExecutor: MainExecutor {
  private let platform: any MainExecutor

  init(_ platform: any MainExecutor) { self.platform = platform }

  func enqueue(_ job: consuming ExecutorJob) {
    guard let kernel = Kernel.current else { return platform.enqueue(job) }
    kernel.becameReady(UnownedJob(job), in: .mainActor)
  }

  func checkIsolated() {
    if Kernel.current == nil { platform.checkIsolated() }
  }

  func run() throws { try platform.run() }
  func runUntil(_ condition: () -> Bool) throws { try platform.runUntil(condition) }
  func stop() { platform.stop() }
}
