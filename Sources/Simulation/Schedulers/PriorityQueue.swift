/// A binary heap of what is ready: the highest priority first, among equals what became ready first.
struct PriorityQueue {
  private struct Entry {
    var priority: Int64
    /// The lower half of the order of becoming ready; two billion are never ready at once.
    var sequence: UInt32
    var place: ReadyList.Place

    @inline(__always)
    func precedes(_ other: Entry) -> Bool {
      priority != other.priority ? priority > other.priority : Int32(bitPattern: sequence &- other.sequence) < 0
    }
  }

  private var heap: [Entry] = []

  var count: Int { heap.count }

  mutating func add(_ place: ReadyList.Place, sequence: UInt64, priority: Int64) {
    let entry = Entry(priority: priority, sequence: UInt32(truncatingIfNeeded: sequence), place: place)
    heap.append(entry)
    heap.withUnsafeMutableBufferPointer { heap in
      var index = heap.count - 1
      while index > 0, entry.precedes(heap[(index - 1) / 2]) {
        heap[index] = heap[(index - 1) / 2]
        index = (index - 1) / 2
      }
      heap[index] = entry
    }
  }

  mutating func popFirst() -> ReadyList.Place? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last.place }
    heap.withUnsafeMutableBufferPointer { Self.sink(last, in: $0) }
    return first.place
  }

  /// Fills the hole at the root with `entry`.
  private static func sink(_ entry: Entry, in heap: UnsafeMutableBufferPointer<Entry>) {
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
