/// What became ready first runs first. Explores nothing, but is what others are compared with.
struct FirstInFirstOutScheduler: Scheduler {
  private var ready: [Candidate] = []
  private var head = 0

  var count: Int { ready.count - head }

  mutating func add(_ candidate: Candidate) { ready.append(candidate) }

  mutating func next(step: Int, mayWait: Bool) -> Candidate? {
    let candidate = ready[head]
    head += 1
    if head > 64, head * 2 > ready.count {
      ready.removeFirst(head)
      head = 0
    }
    return candidate
  }
}
