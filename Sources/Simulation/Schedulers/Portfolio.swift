/// One scheduler after the other, with ever new seeds: no single one finds everything.
///
/// Half of the attempts are probabilistic concurrency testing, with depths from 1 to 5 and the length of the run before.
public struct Portfolio: Sendable {
  private let seed: UInt64
  private var attempt = 0
  private var length = 1_000

  /// A portfolio from its beginning; the same seed gives the same attempts to the same code.
  public init(seed: UInt64 = 0) { self.seed = seed }

  /// Those that are taken in turn, for runs of about so many steps.
  public static func schedulers(length: Int) -> [SchedulerKind] {
    [
      .random, .pct(depth: 2, length: length), .partialOrder, .pct(depth: 3, length: length),
      .starvation(limit: length), .pct(depth: 1, length: length), .partialOrder, .pct(depth: 5, length: length),
      .starvation(), .pct(depth: 4, length: length),
    ]
  }

  /// What to try next.
  ///
  /// - Parameter report: of the attempt before, whose steps tell how long a run is.
  /// - Returns: the scheduler and its seed.
  public mutating func next(after report: SimulationReport? = nil) -> (scheduler: SchedulerKind, seed: UInt64) {
    if let report { length = max(8, report.steps) }
    defer { attempt += 1 }
    let kinds = Self.schedulers(length: length)
    // Small ones, since people will type them.
    return (kinds[attempt % kinds.count], seed &+ UInt64(attempt / kinds.count))
  }

  /// Runs until something goes wrong.
  ///
  /// - Parameters:
  ///   - limit: how many runs at most.
  ///   - options: of the runs, but for scheduler and seed.
  ///   - isFailure: what is looked for; without it, anything but ``Outcome/finished``.
  ///   - makeBody: is called for each run; what a run changes outside of itself must not be seen by the next one.
  /// - Returns: how many runs there were, and the report of the last if that is what was looked for.
  public mutating func search(
    limit: Int, options: SimulationOptions = SimulationOptions(),
    isFailure: (SimulationReport) -> Bool = { $0.outcome != .finished },
    _ makeBody: () -> @Sendable (SimulatedWorld) async throws -> Void
  ) -> (runs: Int, failure: SimulationReport?) {
    var options = options
    var last: SimulationReport?
    for run in 0..<max(0, limit) {
      (options.scheduler, options.seed) = next(after: last)
      let report = Simulation.run(options, makeBody())
      if isFailure(report) { return (run + 1, report) }
      last = report
    }
    return (max(0, limit), nil)
  }
}
