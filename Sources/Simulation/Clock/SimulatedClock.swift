/// A clock that stands still until nothing else can happen.
///
/// Sleeping on it takes virtual time only. Deadlines that are equal come in the order in which they were asked for.
public struct SimulatedClock: Clock, Sendable {
  /// A point in a run's time.
  public struct Instant: InstantProtocol, Sendable {
    /// Since the beginning of the run.
    public var offset: Duration

    /// So long after the beginning.
    public init(offset: Duration) { self.offset = offset }

    /// A later one, or an earlier one.
    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    /// How long it is to another one.
    public func duration(to other: Instant) -> Duration { other.offset - offset }
    /// Whether it is earlier.
    public static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  private let kernel: Kernel

  init(_ kernel: Kernel) { self.kernel = kernel }

  /// The run's time; after the run, when it ended.
  public var now: Instant { Instant(offset: .nanoseconds(kernel.visibleTime)) }
  /// A nanosecond.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Waits without taking real time.
  ///
  /// - Parameters:
  ///   - deadline: when to go on.
  ///   - tolerance: is not made use of.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public func sleep(until deadline: Instant, tolerance: Duration? = nil) async throws {
    try await kernel.sleep(until: deadline.offset.nanosecondsRounded)
  }

  /// Says that work was done that takes so long: time goes on at once, while the task still runs. What falls due meanwhile runs
  /// when the task lets go.
  public func charge(_ cost: Duration) { kernel.charge(cost.nanosecondsRounded) }
}

extension Duration {
  /// Clamped to about 292 years.
  var nanosecondsRounded: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    if overflow { return seconds < 0 ? .min : .max }
    let (sum, overflows) = whole.addingReportingOverflow(attoseconds / 1_000_000_000)
    return overflows ? .max : sum
  }
}
