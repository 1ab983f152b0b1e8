/// Which scheduler, with its parameters.
public enum SchedulerKind: Sendable, Equatable {
  /// What became ready first runs first: one schedule, whatever the seed.
  case firstInFirstOut
  /// Uniformly random.
  case random
  /// Probabilistic concurrency testing: random priorities, changed at `depth` − 1 places; finds a bug of that depth with a known
  /// probability. `length` is how many steps a run is expected to have.
  case pct(depth: Int, length: Int = 1_000)
  /// Partial-order sampling: a random priority for each job.
  case partialOrder
  /// Some tasks are held back as long as anything else can happen, up to `limit` steps.
  case starvation(limit: Int = 10_000)
  /// What became ready first, but at these decisions the second: see ``DelayBoundedSearch``.
  case delays([Int])
  /// The steps of an earlier run, with its seed instead of the options'.
  case replay(Schedule)

  func makeScheduler(seed: UInt64) -> any Scheduler {
    switch self {
    case .firstInFirstOut: FirstInFirstOutScheduler()
    case .random: RandomScheduler(seed: seed)
    case .pct(let depth, let length): PCTScheduler(depth: depth, length: length, seed: seed)
    case .partialOrder: PartialOrderScheduler(seed: seed)
    case .starvation(let limit): StarvationScheduler(limit: limit, seed: seed)
    case .delays(let decisions): DelayingScheduler(decisions: decisions)
    case .replay(let schedule) where schedule.turns.isEmpty: HoldingScheduler(schedule.holds)
    case .replay(let schedule): ReplayScheduler(schedule)
    }
  }
}
