/// Who wakes up when: a binary heap by deadline, then by the order of asking.
struct TimerQueue {
  struct Timer {
    let deadline: Int64
    let sequence: UInt64
    let task: Int
    let continuation: UnsafeContinuation<Void, any Error>
  }

  private var heap: [Timer] = []
  private var nextSequence: UInt64 = 0

  var isEmpty: Bool { heap.isEmpty }
  var nextDeadline: Int64? { heap.first?.deadline }

  /// Returns the timer's number, by which it can be cancelled.
  mutating func add(deadline: Int64, task: Int, _ continuation: UnsafeContinuation<Void, any Error>) -> UInt64 {
    let timer = Timer(deadline: deadline, sequence: nextSequence, task: task, continuation: continuation)
    nextSequence += 1
    heap.append(timer)
    siftUp(heap.count - 1)
    return timer.sequence
  }

  mutating func popFirst() -> Timer? {
    guard let first = heap.first else { return nil }
    remove(at: 0)
    return first
  }

  mutating func remove(sequence: UInt64) -> Timer? {
    guard let index = heap.firstIndex(where: { $0.sequence == sequence }) else { return nil }
    let timer = heap[index]
    remove(at: index)
    return timer
  }

  private mutating func remove(at index: Int) {
    let last = heap.removeLast()
    guard index < heap.count else { return }
    heap[index] = last
    siftUp(index)
    siftDown(index)
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    (heap[left].deadline, heap[left].sequence) < (heap[right].deadline, heap[right].sequence)
  }

  private mutating func siftUp(_ start: Int) {
    var index = start
    while index > 0, precedes(index, (index - 1) / 2) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func siftDown(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in [2 * index + 1, 2 * index + 2] where child < heap.count && precedes(child, least) { least = child }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}
