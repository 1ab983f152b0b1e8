import FigureSupport

/// Shows how long the processor has worked for this process, all threads together. What is measured with it does not depend on what
/// else runs on the machine.
struct ProcessorClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Swift.Duration
    func advanced(by duration: Swift.Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Swift.Duration { other.offset - offset }
    static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
  }

  var now: Instant { Instant(offset: .seconds(ProcessorTime.ofProcess)) }
  var minimumResolution: Swift.Duration { .microseconds(1) }

  /// Nobody who is measured with it sleeps; by the wall, so that whoever does wakes up.
  func sleep(until deadline: Instant, tolerance: Swift.Duration?) async throws {
    try await Task.sleep(for: now.duration(to: deadline))
  }
}
