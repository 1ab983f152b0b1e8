/// Partial-order sampling (Yuan, Yang, Gu, "Partial Order Aware Concurrency Sampling", CAV 2018): each job gets a random priority when it
/// becomes ready, and keeps it until it runs.
///
/// Which jobs touch the same data is not known here, so priorities are not drawn again after a race, as the paper has it.
struct PartialOrderScheduler: Scheduler {
  private var ready = PriorityQueue()
  private let seed: UInt64

  init(seed: UInt64) { self.seed = Mixer.mix(seed, 0x70_6f_73) }

  var count: Int { ready.count }

  mutating func add(_ candidate: Candidate) {
    ready.add(candidate, priority: Int64(Mixer.mix(seed ^ candidate.identity, UInt64(candidate.job)) >> 1))
  }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? { ready.popFirst() }
}
