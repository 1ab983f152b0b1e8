/// What became ready first runs first. Explores nothing, but is what others are compared with.
final class FirstInFirstOutScheduler: Scheduler {
  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {}

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? { ready.first }
}
