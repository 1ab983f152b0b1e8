/// Probabilistic concurrency testing (Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees
/// of Finding Bugs", ASPLOS 2010).
///
/// Each task has a random priority, and the highest that is ready runs. At `depth` − 1 places the task that runs falls below all
/// others. Here priorities and places are drawn by the task's identity and the number of its job, not by the number of the
/// step, so that the same seed finds the same bug after the code has changed elsewhere; the number of places is `depth` − 1
/// in the mean.
final class PCTScheduler: Scheduler {
  @exclusivity(unchecked) private var queue = PriorityQueue()
  private let seed: UInt64
  /// Of 2⁶⁴: how probable it is that a job is a place of change.
  private let threshold: UInt64
  /// Of tasks that fell.
  @exclusivity(unchecked) private var lowered: [UInt64: Int64] = [:]

  init(depth: Int, length: Int, seed: UInt64) {
    self.seed = Mixer.mix(seed, 0x70_63_74)
    let rate = Double(max(0, depth - 1)) / Double(max(1, length))
    threshold = rate >= 1 ? .max : UInt64(rate * 0x1p64)
  }

  func add(_ place: ReadyList.Place, _ candidate: borrowing Candidate) {
    if Mixer.mix(seed ^ candidate.identity, UInt64(candidate.job)) < threshold { lower(candidate.identity) }
    // Positive for those that never fell.
    let own = Int64(Mixer.mix(seed, candidate.identity) >> 1)
    queue.add(
      place, sequence: candidate.sequence,
      priority: lowered.isEmpty ? own : lowered[candidate.identity] ?? own)
  }

  private func lower(_ identity: UInt64) { lowered[identity] = -1 - Int64(lowered.count) }

  func next(_ ready: borrowing ReadyList, step: Int, mayWait: Bool) -> ReadyList.Place? { queue.popFirst() }
}
