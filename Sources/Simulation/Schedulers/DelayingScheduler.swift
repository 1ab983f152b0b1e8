/// First in, first out, but at some decisions the first one goes to the end. (The delaying explorer of Emmi, Qadeer, Rakamarić,
/// "Delay-Bounded Scheduling", POPL 2011.)
final class DelayingScheduler: Scheduler {
  @exclusivity(unchecked) private var order: [ReadyList.Place] = []
  /// Which decisions, in ascending order; one that stands there twice delays twice.
  private let decisions: [Int]
  @exclusivity(unchecked) private var nextDelay = 0
  /// Decisions so far: only those with a choice count.
  @exclusivity(unchecked) private var decision = 0

  init(decisions: [Int]) { self.decisions = decisions.sorted() }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) { order.append(place) }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? {
    guard order.count > 1 else { return order.removeFirst() }
    while nextDelay < decisions.count, decisions[nextDelay] <= decision {
      if decisions[nextDelay] == decision { order.append(order.removeFirst()) }
      nextDelay += 1
    }
    decision += 1
    return order.removeFirst()
  }
}
