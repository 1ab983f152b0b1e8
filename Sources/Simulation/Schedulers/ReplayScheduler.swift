/// Replays a schedule, also on code that has changed.
///
/// The schedule says whose turn it is. A task that has more jobs than it had (an await was added) is noticed by how they became
/// ready, and runs them at once, so that it is as far as it was; where a task is not ready when its turn comes, those that the
/// schedule does not know run first, then those whose turn comes next. Behind the schedule's end, first in, first out.
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
  /// Whether something became ready that may be no job of the schedule.
  @exclusivity(unchecked) private var mayBeAdded = false
  @exclusivity(unchecked) private(set) var drift: ScheduleDrift

  /// An entry that was passed over so often never comes.
  private static let patience = 200
  /// So far ahead is looked for an entry that can run.
  private static let window = 64
  /// So many jobs in a row may a task have that it did not have; then it is taken to have lost one.
  private static let maximumAdded = 4

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

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {
    if let index = nextOfTask[UInt32(truncatingIfNeeded: candidate.owner)], entries[index].cause != candidate.cause {
      mayBeAdded = true
    }
  }

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
    if mayBeAdded {
      if let place = firstAdded(ready) { return add(ready, place) }
      mayBeAdded = false
    }
    if let place = find(head, ready) {
      drift.exact += 1
      finish(head)
      return place
    }
    // A job that the task did not have comes before.
    if let place = first(in: ready, where: { $0 == entry.task }) { return add(ready, place) }
    entries[head].passes += 1
    guard entry.passes < Self.patience else {
      finish(head)
      return nil
    }
    if let place = firstUnknown(ready) { return add(ready, place) }
    return firstLater(ready) ?? ready.first
  }

  /// The job of that entry, if it is ready.
  private func find(_ index: Int, _ ready: borrowing ReadyList) -> ReadyList.Place? {
    let entry = entries[index]
    var place = ready.first
    while place >= 0 {
      let candidate = ready[place]
      if Self.task(candidate) == entry.task, candidate.cause == entry.cause { return place }
      place = ready.next(after: place)
    }
    return nil
  }

  private func first(in ready: borrowing ReadyList, where isWanted: (UInt32) -> Bool) -> ReadyList.Place? {
    var place = ready.first
    while place >= 0 {
      if isWanted(Self.task(ready[place])) { return place }
      place = ready.next(after: place)
    }
    return nil
  }

  /// The first job of a task all of whose ready jobs do not fit its next entry.
  private func firstAdded(_ ready: borrowing ReadyList) -> ReadyList.Place? {
    var place = ready.first
    while place >= 0 {
      let task = Self.task(ready[place])
      if let index = nextOfTask[task], entries[index].cause != ready[place].cause, find(index, ready) == nil,
        addedInARow[task, default: 0] < Self.maximumAdded
      {
        return place
      }
      place = ready.next(after: place)
    }
    return nil
  }

  /// The first job that is of a task without entries, or does not fit the next entry of its task.
  private func firstUnknown(_ ready: borrowing ReadyList) -> ReadyList.Place? {
    var place = ready.first
    while place >= 0 {
      let candidate = ready[place]
      guard let index = nextOfTask[Self.task(candidate)], entries[index].cause == candidate.cause else { return place }
      place = ready.next(after: place)
    }
    return nil
  }

  /// What comes next of what can run.
  private func firstLater(_ ready: borrowing ReadyList) -> ReadyList.Place? {
    for index in (head + 1)..<max(head + 1, min(entries.count, head + Self.window)) where !entries[index].isDone {
      guard nextOfTask[entries[index].task] == index, let place = find(index, ready) else { continue }
      drift.late += 1
      finish(index)
      return place
    }
    return nil
  }

  /// Runs a job that the schedule does not have; nil when the task has rather lost one, which is given up.
  private func add(_ ready: borrowing ReadyList, _ place: ReadyList.Place) -> ReadyList.Place? {
    let task = Self.task(ready[place])
    let count = addedInARow[task, default: 0] + 1
    if count > Self.maximumAdded, let index = nextOfTask[task] {
      finish(index)
      return nil
    }
    addedInARow[task] = count
    drift.added += 1
    return place
  }

  private static func task(_ candidate: Candidate) -> UInt32 { UInt32(truncatingIfNeeded: candidate.owner) }

  private func finish(_ index: Int) {
    entries[index].isDone = true
    let task = entries[index].task
    addedInARow[task] = 0
    if nextOfTask[task] == index {
      nextOfTask[task] = entries[index].following >= 0 ? entries[index].following : nil
    }
  }
}
