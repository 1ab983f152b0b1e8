/// All schedules with at most a number of delays, the ones with fewer first: exhaustive for small cases.
public struct DelayBoundedSearch: Sendable {
  private let bound: Int
  private var delays: [Int] = []
  private var hasBegun = false
  /// The longest run so far, in decisions; a delay behind it has no effect.
  private var decisionCount = 0

  /// A search from the beginning, up to that many delays.
  public init(bound: Int) { self.bound = bound }

  /// The next schedule to try, or nil when all were.
  ///
  /// - Parameter report: of the schedule before.
  /// - Returns: what to run with next.
  public mutating func next(after report: SimulationReport?) -> SchedulerKind? {
    decisionCount = max(decisionCount, report?.decisions ?? 0)
    guard hasBegun else {
      hasBegun = true
      return .delays([])
    }
    guard advance() else { return nil }
    return .delays(delays)
  }

  /// To the next combination with repetition, in lexical order; behind the last one, to one that is longer.
  private mutating func advance() -> Bool {
    for index in delays.indices.reversed() where delays[index] + 1 < decisionCount {
      let value = delays[index] + 1
      for later in index..<delays.count { delays[later] = value }
      return true
    }
    guard delays.count < bound, decisionCount > 0 else { return false }
    delays = Array(repeating: 0, count: delays.count + 1)
    return true
  }
}
