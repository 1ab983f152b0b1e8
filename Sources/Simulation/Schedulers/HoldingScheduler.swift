/// First in, first out, but for some jobs that are held until others have gone first.
///
/// With all the holds of a run, it makes that run again: before each step the same jobs are ready, those before the one that ran were
/// overtaken by it and so are held, and what it was held for itself has happened. Each hold can be left out, so that a search can
/// find the few that matter (the preemptions of "iterative context bounding", Musuvathi and Qadeer, PLDI 2007). What a job is held for
/// and does not come does not keep the run from going on: when all are held, the first one runs.
final class HoldingScheduler: Scheduler {
  private struct Held {
    var by: UInt32
    var count: Int
    var waits: Int

    var isOver: Bool { count <= 0 && waits <= 0 }
  }

  @exclusivity(unchecked) private var names = JobNames()
  /// Only looked up.
  private let holds: [JobName: Schedule.Hold]
  /// Those that are ready and held, by place. Only looked up.
  @exclusivity(unchecked) private var held: [ReadyList.Place: Held] = [:]

  init(_ holds: [Schedule.Hold]) {
    self.holds = Dictionary(holds.map { ($0.job, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {
    guard let hold = holds[names.name(candidate)] else { return }
    held[place] = Held(by: hold.by, count: hold.by == 0 ? 0 : hold.count, waits: hold.waits)
  }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? {
    if held.isEmpty { return ready.first }
    var place = ready.first
    var isWaiting = false
    while place >= 0 {
      guard let own = held[place], !own.isOver else { return run(place, ready) }
      if own.waits > 0 { isWaiting = true }
      place = ready.next(after: place)
    }
    if isWaiting, mayWait {
      timePasses(ready)
      return nil
    }
    return run(ready.first, ready)
  }

  private func run(_ place: ReadyList.Place, _ ready: borrowing ReadyList) -> ReadyList.Place {
    let task = UInt32(truncatingIfNeeded: ready[place].owner)
    var before = ready.first
    while before != place, before >= 0 {
      if held[before]?.by == task { held[before]?.count -= 1 }
      before = ready.next(after: before)
    }
    held[place] = nil
    return place
  }

  private func timePasses(_ ready: borrowing ReadyList) {
    var place = ready.first
    while place >= 0 {
      held[place]?.waits -= 1
      place = ready.next(after: place)
    }
  }
}
