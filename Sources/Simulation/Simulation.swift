// Simulation: runs Swift concurrency on one thread, under a clock that does not tick and a scheduler that is told what to choose.
// It knows nothing of this package: no recording, no engine, no protocol. Anyone's code can be run under it.

/// Runs code under a controlled scheduler and clock.
///
/// ```swift
/// let report = Simulation.run(.init(scheduler: .pct(depth: 3), seed: 42)) { world in
///   let clock = world.clock
///   async let slow: Void = clock.sleep(for: .seconds(60))  // takes no time at all
///   try await slow
/// }
/// precondition(report.outcome == .finished)
/// ```
///
/// Two runs with the same options and the same code take the same steps: their ``SimulationReport/hash`` is the same, in
/// any process, on any machine. What code does must depend on nothing but the clock, the choices, and itself.
///
/// Tasks that the body starts as children (`async let`, task groups), through ``SimulatedWorld/spawn(name:_:)`` or with an
/// executor preference belong to the simulation. Plain `Task {}` and `Task.detached {}` do when ``install()`` was called before
/// anything concurrent happened in the process; otherwise they escape, which is noticed when they come back.
public enum Simulation {
  /// Runs `body` to its end, or to a state from which it has none.
  ///
  /// The calling thread does nothing else meanwhile. Several may run at once on several threads, and one within another, which
  /// must then not wake up each other's tasks.
  ///
  /// - Parameters:
  ///   - options: what decides, and when it is too much.
  ///   - body: the run is over when it has ended and nothing else can run. Tasks that then still sleep or wait are cancelled.
  /// - Returns: how it went.
  public static func run(
    _ options: SimulationOptions = SimulationOptions(),
    _ body: @escaping @Sendable (SimulatedWorld) async throws -> Void
  ) -> SimulationReport {
    Kernel(options).run(body)
  }
}
