/// Who wakes up when: a binary heap by deadline, then by the order of asking.
struct TimerQueue {
  struct Timer {
    let deadline: Int64
    let task: Int
    let continuation: UnsafeContinuation<Void, any Error>
  }

  private struct Entry {
    let deadline: Int64
    let sequence: UInt64

    func precedes(_ other: Entry) -> Bool { (deadline, sequence) < (other.deadline, other.sequence) }
  }

  /// Cancelled ones stay until they come to the top, or until they are too many.
  private var heap: [Entry] = []
  /// What is asked for and not cancelled. Only looked up.
  private var timers: [UInt64: Timer] = [:]
  private var nextSequence: UInt64 = 0

  var isEmpty: Bool { timers.isEmpty }
  var count: Int { timers.count }
  /// The top is never a cancelled one.
  var nextDeadline: Int64? { heap.first?.deadline }

  /// Returns the timer's number, by which it can be cancelled.
  mutating func add(deadline: Int64, task: Int, _ continuation: UnsafeContinuation<Void, any Error>) -> UInt64 {
    let entry = Entry(deadline: deadline, sequence: nextSequence)
    nextSequence += 1
    timers[entry.sequence] = Timer(deadline: deadline, task: task, continuation: continuation)
    heap.append(entry)
    rise(heap.count - 1)
    return entry.sequence
  }

  mutating func popFirst() -> Timer? {
    guard let first = heap.first, let timer = timers.removeValue(forKey: first.sequence) else { return nil }
    removeFirst()
    prune()
    return timer
  }

  /// Nil when it has woken up, or was cancelled before.
  mutating func cancel(_ sequence: UInt64) -> Timer? {
    guard let timer = timers.removeValue(forKey: sequence) else { return nil }
    if heap.count > 64, heap.count > 2 * timers.count {
      heap = heap.filter { timers[$0.sequence] != nil }.sorted { $0.precedes($1) }
    } else {
      prune()
    }
    return timer
  }

  private mutating func prune() {
    while let first = heap.first, timers[first.sequence] == nil { removeFirst() }
  }

  private mutating func removeFirst() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    sink()
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0, heap[index].precedes(heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && heap[child].precedes(heap[least]) {
        least = child
      }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
