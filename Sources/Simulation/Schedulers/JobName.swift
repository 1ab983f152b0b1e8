/// By which a job of one run is known again in another.
struct JobName: Hashable, Sendable {
  /// The lower half of the task's identity.
  var task: UInt32
  /// Which of its jobs; with an anchor, of those since then.
  var number: UInt32
  /// The task that appeared last before the job was ready; zero where the number counts from the task's beginning.
  var anchor: UInt32 = 0
}

/// Names jobs as they become ready.
struct JobNames {
  /// So many jobs of a task are counted from its beginning.
  private static let short: UInt32 = 16

  private var anchor: UInt32 = 0
  private var epoch = 0
  /// How many jobs each task had since the anchor appeared. Only looked up.
  private var counts: [UInt32: (epoch: Int, count: UInt32)] = [:]

  mutating func name(_ candidate: borrowing Candidate) -> JobName {
    let task = UInt32(truncatingIfNeeded: candidate.owner)
    if candidate.cause == .spawned {
      anchor = task
      epoch += 1
    }
    let known = counts[task] ?? (epoch, 0)
    let number = known.epoch == epoch ? known.count : 0
    counts[task] = (epoch, number + 1)
    return candidate.job < Self.short
      ? JobName(task: task, number: candidate.job) : JobName(task: task, number: number, anchor: anchor)
  }
}
