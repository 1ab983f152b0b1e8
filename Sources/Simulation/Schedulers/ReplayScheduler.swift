/// Replays a schedule, also on code that has changed.
///
/// The schedule says whose turn it is. A task that has more jobs than it had (an await was added) is noticed by how they became
/// ready, and runs them at once; where a task is not ready when its turn comes, those that the schedule does not know run
/// first, then those whose turn comes next. Behind the schedule's end, first in, first out.
final class ReplayScheduler: Scheduler {
  private struct Entry {
    let task: UInt32
    let cause: Cause
    /// The next entry of the same task.
    var following = -1
    var isDone = false
    /// How often it was passed over.
    var passes = 0
  }

  @exclusivity(unchecked) private var entries: [Entry] = []
  /// The first entry of each task that has not run. Only looked up.
  @exclusivity(unchecked) private var nextOfTask: [UInt32: Int] = [:]
  /// How many jobs in a row each task ran that its schedule does not have. Only looked up.
  @exclusivity(unchecked) private var addedInARow: [UInt32: Int] = [:]
  /// Before it, all entries are done.
  @exclusivity(unchecked) private var head = 0
  @exclusivity(unchecked) private(set) var drift: ScheduleDrift

  /// An entry that was passed over so often never comes.
  private static let patience = 200
  /// So far ahead is looked for an entry that can run.
  private static let window = 64
  /// So many jobs in a row may a task have that it did not have; then it is taken to have lost one.
  private static let maximumAdded = 3

  init(_ schedule: Schedule) {
    for turn in schedule.turns {
      for _ in 0..<turn.count { entries.append(Entry(task: turn.task, cause: turn.cause)) }
    }
    drift = ScheduleDrift(total: entries.count)
    for index in entries.indices.reversed() {
      entries[index].following = nextOfTask[entries[index].task] ?? -1
      nextOfTask[entries[index].task] = index
    }
  }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {}

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? {
    while true {
      skipDone()
      guard head < entries.count else { return ready.first }
      if entries[head].cause == .waited {
        if mayWait { drift.exact += 1 }
        finish(head)
        if mayWait { return nil }
      } else if let place = choose(ready) {
        return place
      }
    }
  }

  private func skipDone() { while head < entries.count, entries[head].isDone { head += 1 } }

  /// Nil when an entry was given up instead.
  private func choose(_ ready: borrowing ReadyList) -> ReadyList.Place? {
    let entry = entries[head]
    if let place = Self.find(entry.task, ready) {
      if fits(ready[place], head) {
        drift.exact += 1
        finish(head)
        return place
      }
      return add(ready, place)
    }
    entries[head].passes += 1
    guard entry.passes < Self.patience else {
      finish(head)
      return nil
    }
    // What the schedule does not know, or not yet.
    if let place = firstUnknown(ready) { return add(ready, place) }
    for index in (head + 1)..<max(head + 1, min(entries.count, head + Self.window)) where !entries[index].isDone {
      guard let place = Self.find(entries[index].task, ready), nextOfTask[entries[index].task] == index,
        fits(ready[place], index)
      else { continue }
      drift.late += 1
      finish(index)
      return place
    }
    return ready.first
  }

  /// Runs a job that the schedule does not have; nil when the task has rather lost one, which is given up.
  private func add(_ ready: borrowing ReadyList, _ place: ReadyList.Place) -> ReadyList.Place? {
    let task = UInt32(truncatingIfNeeded: ready[place].identity)
    let count = addedInARow[task, default: 0] + 1
    if count > Self.maximumAdded, let index = nextOfTask[task] {
      finish(index)
      return nil
    }
    addedInARow[task] = count
    drift.added += 1
    return place
  }

  private func fits(_ candidate: Candidate, _ index: Int) -> Bool { candidate.cause == entries[index].cause }

  private static func find(_ task: UInt32, _ ready: borrowing ReadyList) -> ReadyList.Place? {
    var place = ready.first
    while place >= 0 {
      if UInt32(truncatingIfNeeded: ready[place].identity) == task { return place }
      place = ready.next(after: place)
    }
    return nil
  }

  /// The first job that is of a task without entries, or does not fit the next entry of its task.
  private func firstUnknown(_ ready: borrowing ReadyList) -> ReadyList.Place? {
    var place = ready.first
    while place >= 0 {
      let task = UInt32(truncatingIfNeeded: ready[place].identity)
      guard let index = nextOfTask[task], fits(ready[place], index) else { return place }
      place = ready.next(after: place)
    }
    return nil
  }

  private func finish(_ index: Int) {
    entries[index].isDone = true
    let task = entries[index].task
    addedInARow[task] = 0
    if nextOfTask[task] == index {
      nextOfTask[task] = entries[index].following >= 0 ? entries[index].following : nil
    }
  }
}
