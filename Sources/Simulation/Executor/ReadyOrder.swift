/// Which of the ready jobs became ready first, whoever takes them out in whatever order.
struct ReadyOrder {
  private var entries: [(sequence: UInt64, identity: UInt64, job: Int, readySince: Int, task: Int)] = []
  private var taken: Set<UInt64> = []
  private var head = 0

  mutating func add(_ candidate: Candidate) {
    entries.append((candidate.sequence, candidate.identity, candidate.job, candidate.readySince, candidate.task))
  }

  var front: (sequence: UInt64, identity: UInt64, job: Int, readySince: Int, task: Int)? {
    head < entries.count ? entries[head] : nil
  }

  mutating func take(_ sequence: UInt64) {
    guard entries[head].sequence == sequence else {
      taken.insert(sequence)
      return
    }
    head += 1
    while head < entries.count, !taken.isEmpty, taken.remove(entries[head].sequence) != nil { head += 1 }
    if head > 256, head * 2 > entries.count {
      entries.removeFirst(head)
      head = 0
    }
  }
}
