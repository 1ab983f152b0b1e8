/// First in, first out, but at some decisions the first one goes to the end. (The delaying explorer of Emmi, Qadeer, Rakamarić,
/// "Delay-Bounded Scheduling", POPL 2011.)
struct DelayingScheduler: Scheduler {
  private var ready: [Candidate] = []
  /// Which decisions, in ascending order; one that stands there twice delays twice.
  private let decisions: [Int]
  private var nextDelay = 0
  /// Decisions so far: only those with a choice count.
  private var decision = 0

  init(decisions: [Int]) { self.decisions = decisions.sorted() }

  var count: Int { ready.count }

  mutating func add(_ candidate: Candidate) { ready.append(candidate) }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? {
    guard ready.count > 1 else { return ready.removeFirst() }
    while nextDelay < decisions.count, decisions[nextDelay] <= decision {
      if decisions[nextDelay] == decision { ready.append(ready.removeFirst()) }
      nextDelay += 1
    }
    decision += 1
    return ready.removeFirst()
  }
}

/// All schedules with at most a number of delays, the ones with fewer first: exhaustive for small cases.
public struct DelayBoundedSearch: Sendable {
  private let bound: Int
  private var delays: [Int] = []
  private var hasBegun = false
  /// The longest run so far, in decisions; a delay behind it has no effect.
  private var decisionCount = 0

  public init(bound: Int) { self.bound = bound }

  /// The next schedule to try, or nil when all were.
  ///
  /// - Parameter report: of the schedule before.
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
