/// Holds some tasks back as long as anything else can happen, time included; the others run at random.
///
/// Finds what depends on a task getting its turn soon. Which tasks are held back is drawn by their identity: about a quarter.
struct StarvationScheduler: Scheduler {
  private var others: RandomScheduler
  private var heldBack = FirstInFirstOutScheduler()
  private var heldSince: Int?
  private let seed: UInt64
  private let limit: Int

  init(limit: Int, seed: UInt64) {
    others = RandomScheduler(seed: seed)
    self.seed = Mixer.mix(seed, 0x73_74_76)
    self.limit = limit
  }

  var count: Int { others.count + heldBack.count }

  mutating func add(_ candidate: Candidate) {
    if Mixer.mix(seed, candidate.identity) >> 62 == 0 { heldBack.add(candidate) } else { others.add(candidate) }
  }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? {
    if heldBack.count > 0 {
      let since = heldSince ?? step
      heldSince = since
      if step - since >= limit {
        heldSince = nil
        return heldBack.next(step: step, mayWait: mayWait)
      }
    }
    if others.count > 0 { return others.next(step: step, mayWait: mayWait) }
    if mayWait { return nil }
    heldSince = nil
    return heldBack.next(step: step, mayWait: mayWait)
  }
}
