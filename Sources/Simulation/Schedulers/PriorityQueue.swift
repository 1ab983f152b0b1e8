/// A binary heap of what is ready: the highest priority first, among equals what became ready first.
struct PriorityQueue {
  /// Small, since heaps move their entries a lot.
  private struct Entry {
    var priority: Int64
    var sequence: UInt64
    /// Where the candidate lies.
    var place: Int

    func precedes(_ other: Entry) -> Bool {
      priority != other.priority ? priority > other.priority : sequence < other.sequence
    }
  }

  private var heap: [Entry] = []
  private var candidates: [Candidate] = []
  private var free: [Int] = []

  var count: Int { heap.count }

  mutating func add(_ candidate: Candidate, priority: Int64) {
    let place: Int
    if let old = free.popLast() {
      place = old
      candidates[old] = candidate
    } else {
      place = candidates.count
      candidates.append(candidate)
    }
    let entry = Entry(priority: priority, sequence: candidate.sequence, place: place)
    heap.append(entry)
    var index = heap.count - 1
    while index > 0, entry.precedes(heap[(index - 1) / 2]) {
      heap[index] = heap[(index - 1) / 2]
      index = (index - 1) / 2
    }
    heap[index] = entry
  }

  mutating func popFirst() -> Candidate? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty { sink(last) }
    free.append(first.place)
    return candidates[first.place]
  }

  /// Fills the hole at the root with `entry`.
  private mutating func sink(_ entry: Entry) {
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].precedes(heap[child]) { child += 1 }
      guard heap[child].precedes(entry) else { break }
      heap[index] = heap[child]
      index = child
    }
    heap[index] = entry
  }
}
