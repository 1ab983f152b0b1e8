import Recording
import Replay
import Simulation

/// All messages nearly at once, with a short random sleep before each: what a plain stress loop does.
struct RandomSleeps: Pacing {
  let name = "random sleeps"
  /// A client asks on with what it was answered.
  let awaitsDependencies = true
  /// Recorded times and those that they become; sorted.
  private let knots: [(recorded: Int64, live: Int64)]

  init(_ session: RecordedSession, seed: UInt64) {
    var choices = Choices(seed: seed)
    var knots: [(recorded: Int64, live: Int64)] = [(0, 0)]
    let origin = session.records.first { if case .message = $0.event { true } else { false } }?.time ?? 0
    var live: Int64 = 0
    for record in session.records where record.time - origin > knots[knots.count - 1].recorded {
      // Half of the messages right behind the one before.
      if choices.draw("sleeps", below: 2) == 0 { live += Int64(choices.draw("sleep", below: Self.longest)) }
      knots.append((record.time - origin, live))
    }
    self.knots = knots
  }

  /// Microseconds: about what work takes, so that it is met at all its stages.
  private static let longest = 5_000

  func delay(_ microseconds: Int64) -> Int64? {
    var (low, high) = (0, knots.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].recorded <= microseconds { low = middle } else { high = middle }
    }
    return knots[low].live
  }
}
