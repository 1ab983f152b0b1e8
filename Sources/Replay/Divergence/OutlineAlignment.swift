/// Lays two sequences of messages side by side.
enum OutlineAlignment {
  typealias Entry = ConversationOutline.Entry

  enum Step {
    case same(Entry, Entry)
    /// The same method at the same place, with other parameters.
    case changed(Entry, Entry)
    case onlyInFirst(Entry)
    case onlyInSecond(Entry)
  }

  /// The exact alignment costs the product of the length and the number of differences; beyond this length of what lies
  /// between the common start and the common end, messages are held against each other place by place.
  private static let longestExact = 20_000

  static func steps(_ first: [Entry], _ second: [Entry]) -> [Step] {
    var start = 0
    while start < min(first.count, second.count), first[start].says(second[start]) { start += 1 }
    var end = 0
    while end < min(first.count, second.count) - start,
      first[first.count - 1 - end].says(second[second.count - 1 - end])
    { end += 1 }
    let head = zip(first.prefix(start), second.prefix(start)).map { Step.same($0, $1) }
    let tail = zip(first.suffix(end), second.suffix(end)).map { Step.same($0, $1) }
    let middle = align(Array(first[start..<(first.count - end)]), Array(second[start..<(second.count - end)]))
    return head + middle + tail
  }

  private static func align(_ first: [Entry], _ second: [Entry]) -> [Step] {
    guard max(first.count, second.count) <= longestExact else { return pair(first, second) }
    // The standard library's difference is Myers' algorithm.
    let difference = second.difference(from: first) { $0.says($1) }
    var removed = Set<Int>()
    var inserted = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var steps: [Step] = []
    var (left, right) = (0, 0)
    while left < first.count || right < second.count {
      var (old, new): ([Entry], [Entry]) = ([], [])
      while left < first.count, removed.contains(left) {
        old.append(first[left])
        left += 1
      }
      while right < second.count, inserted.contains(right) {
        new.append(second[right])
        right += 1
      }
      steps += pair(old, new)
      if left < first.count, right < second.count, !removed.contains(left), !inserted.contains(right) {
        steps.append(.same(first[left], second[right]))
        left += 1
        right += 1
      }
    }
    return steps
  }

  /// Of what stands between two common messages, those of one method belong together.
  private static func pair(_ first: [Entry], _ second: [Entry]) -> [Step] {
    var waiting: [String: [Int]] = [:]
    for (index, entry) in second.enumerated().reversed() { waiting[entry.method, default: []].append(index) }
    var taken = Set<Int>()
    var steps: [Step] = []
    for entry in first {
      if let index = waiting[entry.method]?.popLast() {
        taken.insert(index)
        steps.append(entry.says(second[index]) ? .same(entry, second[index]) : .changed(entry, second[index]))
      } else {
        steps.append(.onlyInFirst(entry))
      }
    }
    for (index, entry) in second.enumerated() where !taken.contains(index) { steps.append(.onlyInSecond(entry)) }
    return steps
  }
}

extension ConversationOutline.Entry {
  /// Whether both say the same; their answers do not count.
  fileprivate func says(_ other: Self) -> Bool {
    parameters == other.parameters && method == other.method && isRequest == other.isRequest
  }
}
