/// Replays a schedule: first in, first out, but for the picks that it lists.
///
/// A pick is found again by names, not by numbers of steps: by the task that stood in front and by the one that ran. After an await was
/// added or taken away the job's number is another one; then the next time that the task stands in front counts.
struct ReplayScheduler: Scheduler {
  private var ready: [Candidate] = []
  private let picks: [Schedule.Pick]
  private var nextPick = 0
  private(set) var drift: ScheduleDrift

  /// A pick that was not found that many steps behind where it should be is given up.
  private static let patience = 64

  init(_ schedule: Schedule) {
    picks = schedule.picks
    drift = ScheduleDrift(total: schedule.picks.count)
  }

  var count: Int { ready.count }

  mutating func add(_ candidate: Candidate) { ready.append(candidate) }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? {
    while nextPick < picks.count {
      let pick = picks[nextPick]
      if step > pick.step + Self.patience {
        drift.missed += 1
        nextPick += 1
        continue
      }
      let front = ready[0]
      guard UInt32(truncatingIfNeeded: front.identity) == pick.front, front.job >= pick.frontJob else { break }
      guard let index = ready.firstIndex(where: { UInt32(truncatingIfNeeded: $0.identity) == pick.picked }) else {
        // It may become ready a little later.
        if front.job > pick.frontJob + 2 {
          drift.missed += 1
          nextPick += 1
          continue
        }
        break
      }
      if front.job == pick.frontJob { drift.exact += 1 } else { drift.shifted += 1 }
      nextPick += 1
      return ready.remove(at: index)
    }
    return ready.removeFirst()
  }
}
