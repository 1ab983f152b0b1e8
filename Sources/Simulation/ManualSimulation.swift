internal import CSimulation

/// A simulation that is moved by hand: for tests that say themselves what happens and when time passes.
///
/// ```swift
/// let simulation = ManualSimulation()
/// let world = simulation.world
/// world.spawn(name: "alarm") { try await world.clock.sleep(for: .seconds(5)) }
/// simulation.drain()                       // it sleeps
/// simulation.advance(by: .seconds(5))      // it is awake
/// simulation.drain()                       // it has ended
/// ```
///
/// It belongs to the thread that makes it, on which everything runs, and only while one of its functions is called. The scheduler still
/// decides the order of what is ready, so a test can be run in many orders.
public final class ManualSimulation {
  private let kernel: Kernel

  /// With the scheduler and the seed of the options; limits of time are not looked at.
  public init(_ options: SimulationOptions = SimulationOptions()) {
    kernel = Kernel(options)
    kernel.nextName = nil
    kernel.owner = UnsafeRawPointer(reprise_simulation_thread())
  }

  deinit {
    // Elsewhere nothing of it may run, and what waits stays.
    if kernel.isOnItsThread { kernel.drain() }
  }

  /// What code under simulation is given.
  public var world: SimulatedWorld { SimulatedWorld(kernel) }

  /// Whether nothing can run unless time passes.
  public var isIdle: Bool { kernel.ready.count == 0 }

  /// How many tasks sleep.
  public var sleepers: Int { kernel.timers.count }

  /// When the first of them wakes up, since the beginning.
  public var nextDeadline: Duration? { kernel.timers.nextDeadline.map { .nanoseconds($0) } }

  /// What has happened outside of the simulation.
  public var escapes: [Escape] { kernel.escapes }

  /// Lets one job run, the one that the scheduler chooses.
  ///
  /// - Returns: false when there was none.
  @discardableResult
  public func runOne() -> Bool {
    precondition(kernel.isOnItsThread, "a simulation belongs to the thread that made it")
    kernel.wakeDue()
    guard kernel.ready.count > 0, let place = kernel.scheduler.next(kernel.ready, step: kernel.step, mayWait: false)
    else { return false }
    kernel.run(place)
    return true
  }

  /// Runs until nothing can run unless time passes.
  public func drain() { while runOne() {} }

  /// Lets time pass. Who sleeps until then is woken up by the next step.
  public func advance(by duration: Duration) {
    precondition(kernel.isOnItsThread, "a simulation belongs to the thread that made it")
    kernel.charge(duration.nanosecondsRounded)
  }
}
