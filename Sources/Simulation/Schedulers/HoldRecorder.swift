/// Writes down which jobs were held while others ran that had become ready after them.
struct HoldRecorder {
  private struct Waiting {
    var name: JobName
    var by: UInt32 = 0
    /// How often each task went first.
    var overtaken: [UInt32: Int] = [:]
    var waits = 0
  }

  private var names = JobNames()
  /// By the number under which a job became ready. Only looked up.
  private var waiting: [UInt64: Waiting] = [:]
  private(set) var holds: [Schedule.Hold] = []

  mutating func add(_ candidate: borrowing Candidate) {
    waiting[candidate.sequence] = Waiting(name: names.name(candidate))
  }

  /// The job at that place is to run, and is still in the list.
  mutating func run(_ place: ReadyList.Place, _ ready: borrowing ReadyList) {
    let chosen = ready[place]
    let task = UInt32(truncatingIfNeeded: chosen.owner)
    var before = ready.first
    while before != place, before >= 0 {
      waiting[ready[before].sequence]?.by = task
      waiting[ready[before].sequence]?.overtaken[task, default: 0] += 1
      before = ready.next(after: before)
    }
    guard let own = waiting.removeValue(forKey: chosen.sequence), own.by != 0 || own.waits > 0 else { return }
    let count = own.by == 0 ? 0 : own.overtaken[own.by] ?? 0
    holds.append(Schedule.Hold(job: own.name, by: own.by, count: count, waits: own.waits))
  }

  /// Time passes although those in the list could run.
  mutating func wait(_ ready: borrowing ReadyList) {
    var place = ready.first
    while place >= 0 {
      waiting[ready[place].sequence]?.waits += 1
      place = ready.next(after: place)
    }
  }
}
