/// Partial-order sampling (Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018): each job gets a random priority when it
/// becomes ready, and keeps it until it runs.
///
/// Which jobs touch the same data is not known here, so priorities are not drawn again after a race, as the paper has it.
final class PartialOrderScheduler: Scheduler {
  @exclusivity(unchecked) private var queue = PriorityQueue()
  private let seed: UInt64

  init(seed: UInt64) { self.seed = Mixer.mix(seed, 0x70_6f_73) }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {
    let priority = Int64(Mixer.mix(seed ^ candidate.identity, UInt64(candidate.job)) >> 1)
    queue.add(place, sequence: candidate.sequence, priority: priority)
  }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? { queue.popFirst() }
}
