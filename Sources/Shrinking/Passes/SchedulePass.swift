import Replay
import Simulation

/// First in, first out, if that fails too; else as few deviations from it as it takes.
struct SchedulePass: ShrinkPass {
  let name = "schedule"

  func run(_ search: inout Search) {
    guard Deviations.count(search.best.options) > 0 else { return }
    var plain = search.best.options
    plain.scheduler = .firstInFirstOut
    if search.consider(plain) { return }
    list(&search)
    removeRanges(count: { Deviations.list($0.best.options)?.holds.count ?? 0 }, &search) { range, search in
      guard var schedule = Deviations.list(search.best.options), range.upperBound <= schedule.holds.count else {
        return false
      }
      schedule.holds.removeSubrange(range)
      return search.consider(schedule)
    }
    removeRanges(count: { Deviations.list($0.best.options)?.choices.count ?? 0 }, &search) { range, search in
      guard var schedule = Deviations.list(search.best.options), range.upperBound <= schedule.choices.count else {
        return false
      }
      schedule.choices.removeSubrange(range)
      return search.consider(schedule)
    }
  }

  /// The deviations that the best run had, in place of the scheduler that made them; and only those that still mean something.
  private func list(_ search: inout Search) {
    guard let schedule = search.schedule else { return }
    _ = search.consider(schedule)
  }
}

extension Search {
  fileprivate mutating func consider(_ schedule: Schedule) -> Bool {
    var options = best.options
    options.scheduler = .replay(schedule)
    return consider(options)
  }
}
