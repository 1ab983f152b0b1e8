/// The injected clock, as times since the engine was made.
struct EngineClock: Sendable {
  private let elapsed: @Sendable () -> Duration
  private let sleepUntil: @Sendable (Duration) async throws -> Void

  init(_ clock: any Clock<Duration>) { self = Self.make(clock) }

  private init(
    elapsed: @escaping @Sendable () -> Duration, sleepUntil: @escaping @Sendable (Duration) async throws -> Void
  ) {
    self.elapsed = elapsed
    self.sleepUntil = sleepUntil
  }

  private static func make<C: Clock>(_ clock: C) -> EngineClock where C.Duration == Duration {
    let origin = clock.now
    return EngineClock(
      elapsed: { origin.duration(to: clock.now) },
      sleepUntil: { try await clock.sleep(until: origin.advanced(by: $0), tolerance: nil) })
  }

  var now: Duration { elapsed() }

  /// False when the task was cancelled meanwhile.
  func sleep(until deadline: Duration) async -> Bool {
    do {
      try await sleepUntil(deadline)
      return true
    } catch {
      return false
    }
  }
}
