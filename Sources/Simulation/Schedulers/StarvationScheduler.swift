/// Holds some tasks back as long as anything else can happen, time included; the others run at random.
///
/// Finds what depends on a task getting its turn soon. Which tasks are held back is drawn by their identity: about a quarter.
final class StarvationScheduler: Scheduler {
  private let others: RandomScheduler
  /// From `head` on, first in, first out.
  @exclusivity(unchecked) private var heldBack: [ReadyList.Place] = []
  @exclusivity(unchecked) private var head = 0
  @exclusivity(unchecked) private var heldSince: Int?
  private let seed: UInt64
  private let limit: Int

  init(limit: Int, seed: UInt64) {
    others = RandomScheduler(seed: seed)
    self.seed = Mixer.mix(seed, 0x73_74_76)
    self.limit = limit
  }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {
    if Mixer.mix(seed, candidate.identity) >> 62 == 0 {
      heldBack.append(place)
    } else {
      others.add(place, candidate)
    }
  }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? {
    if head < heldBack.count {
      let since = heldSince ?? step
      heldSince = since
      if step - since >= limit { return release() }
    }
    if others.count > 0 { return others.next(ready, step: step, mayWait: mayWait) }
    return mayWait ? nil : release()
  }

  private func release() -> ReadyList.Place {
    heldSince = nil
    let place = heldBack[head]
    head += 1
    if head > 64, head * 2 > heldBack.count {
      heldBack.removeFirst(head)
      head = 0
    }
    return place
  }
}
