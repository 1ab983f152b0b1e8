/// What a run may be told beforehand. Two runs with equal options are equal.
public struct SimulationOptions: Sendable {
  /// Who decides what runs next.
  public var scheduler: SchedulerKind
  /// Decides all that the scheduler and the code draw.
  public var seed: UInt64
  /// A run of more steps is taken for one that has no end.
  public var stepLimit: Int
  /// A run that passes this much virtual time is taken for one that has no end.
  public var timeLimit: Duration
  /// A task that is ready to run and is passed over more often than this is reported as starved; nil for never.
  public var starvationLimit: Int?
  /// So much virtual time at most passes while a task is ready to run and is held back; nil for any. A machine that is busy makes tasks wait
  /// for some milliseconds, not for hours.
  public var longestDelay: Duration?
  /// Keeps the events themselves beside their hash, up to this many.
  public var traceLimit: Int
  /// Keeps whose turn it was, so that the report's schedule can be replayed without the scheduler, and after the code has changed.
  public var recordsSchedule: Bool
  /// What may go wrong, by the names of the places where the code asks (``SimulatedWorld/fault(at:)``).
  public var faults: [String: [FaultRule]]

  /// Options; each has a default.
  public init(
    scheduler: SchedulerKind = .firstInFirstOut, seed: UInt64 = 0, stepLimit: Int = 10_000_000,
    timeLimit: Duration = .seconds(366 * 24 * 3600), starvationLimit: Int? = nil, longestDelay: Duration? = nil,
    traceLimit: Int = 0,
    recordsSchedule: Bool = false, faults: [String: [FaultRule]] = [:]
  ) {
    self.scheduler = scheduler
    self.seed = seed
    self.stepLimit = stepLimit
    self.timeLimit = timeLimit
    self.starvationLimit = starvationLimit
    self.longestDelay = longestDelay
    self.traceLimit = traceLimit
    self.recordsSchedule = recordsSchedule
    self.faults = faults
  }
}
