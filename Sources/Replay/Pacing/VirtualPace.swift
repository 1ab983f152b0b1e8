/// The recorded distances, on a clock that takes no time; and each message still waits for what it depended on.
///
/// A seed may change the distances: bursts, and pauses of about the time that work takes, are where orders differ.
package struct VirtualPace: Pacing {
  package let name = "virtual"
  package let awaitsDependencies = true
  /// Recorded times and those that they become, both since the pace began; sorted.
  private let knots: [(recorded: Int64, live: Int64)]

  /// As it was recorded.
  package init() { knots = [(0, 0)] }

  /// - Parameters:
  ///   - times: of the client's messages, since the pace began; sorted.
  ///   - choose: a number below the one given, from the stream of that name.
  package init(times: [Int64], choose: (_ stream: String, _ bound: Int) -> Int) {
    var knots: [(recorded: Int64, live: Int64)] = [(0, 0)]
    var last: (recorded: Int64, live: Int64) = (0, 0)
    for time in times where time > last.recorded {
      let gap = time - last.recorded
      let drawn: Int64 =
        switch choose("pace", 8) {
        case 0...2: 0
        case 3...4: Int64(choose("pause", Self.longestShortPause))
        default: gap
        }
      last = (time, last.live + min(gap, drawn))
      knots.append(last)
    }
    self.knots = knots
  }

  /// Microseconds.
  private static let longestShortPause = 5000

  package func delay(_ microseconds: Int64) -> Int64? {
    var (low, high) = (0, knots.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if knots[middle].recorded <= microseconds { low = middle } else { high = middle }
    }
    return knots[low].live + max(0, microseconds - knots[low].recorded)
  }
}
