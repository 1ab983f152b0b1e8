/// Any of those that are ready, with equal probability.
struct RandomScheduler: Scheduler {
  private var ready: [Candidate] = []
  private var state: UInt64

  init(seed: UInt64) { state = Mixer.mix(seed, 0x72_61_6e_64) }

  var count: Int { ready.count }

  mutating func add(_ candidate: Candidate) { ready.append(candidate) }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? {
    state = Mixer.mix(state)
    let index = Mixer.bounded(state, ready.count)
    ready.swapAt(index, ready.count - 1)
    return ready.removeLast()
  }
}
