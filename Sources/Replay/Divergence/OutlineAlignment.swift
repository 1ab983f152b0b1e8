/// Lays two sequences of messages side by side.
///
/// Source: the anchors of "patience diff" (B. Cohen): messages that stand exactly once in both, in their longest common
/// order. It costs n log n at worst, where an exact alignment costs time and memory that a hostile file could blow up.
enum OutlineAlignment {
  typealias Entry = ConversationOutline.Entry

  enum Step {
    case same(Entry, Entry)
    /// The same method at the same place, with other parameters.
    case changed(Entry, Entry)
    case onlyInFirst(Entry)
    case onlyInSecond(Entry)
  }

  static func steps(_ first: [Entry], _ second: [Entry]) -> [Step] {
    var steps: [Step] = []
    var (left, right) = (0, 0)
    for anchor in anchors(first, second) + [(first.count, second.count)] {
      steps += between(first[left..<anchor.0], second[right..<anchor.1])
      if anchor.0 < first.count { steps.append(.same(first[anchor.0], second[anchor.1])) }
      (left, right) = (anchor.0 + 1, anchor.1 + 1)
    }
    return steps
  }

  // MARK: Anchors

  private struct Key: Hashable {
    var method: String
    var parameters: Int

    init(_ entry: Entry) { (method, parameters) = (entry.method, entry.parameters) }
  }

  private static func anchors(_ first: [Entry], _ second: [Entry]) -> [(Int, Int)] {
    let places = uniquePlaces(second)
    let unique = uniquePlaces(first)
    let candidates = first.indices.compactMap { index -> (Int, Int)? in
      let key = Key(first[index])
      guard unique[key] != nil, let place = places[key] else { return nil }
      return (index, place)
    }
    return longestRising(candidates)
  }

  private static func uniquePlaces(_ entries: [Entry]) -> [Key: Int] {
    var places: [Key: Int?] = [:]
    for (index, entry) in entries.enumerated() {
      let key = Key(entry)
      places.updateValue(places[key] == nil ? index : Int?.none, forKey: key)
    }
    return places.compactMapValues { $0 }
  }

  /// The longest subsequence whose second numbers rise; the first ones rise already.
  private static func longestRising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var piles: [Int] = []
    var before = [Int?](repeating: nil, count: pairs.count)
    for index in pairs.indices {
      var (low, high) = (0, piles.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[piles[middle]].1 < pairs[index].1 { low = middle + 1 } else { high = middle }
      }
      before[index] = low > 0 ? piles[low - 1] : nil
      if low < piles.count { piles[low] = index } else { piles.append(index) }
    }
    var result: [(Int, Int)] = []
    var next = piles.last
    while let index = next {
      result.append(pairs[index])
      next = before[index]
    }
    return result.reversed()
  }

  // MARK: Between anchors

  /// Equal messages at both ends belong together, and of the rest those of one method, in their order.
  private static func between(_ first: ArraySlice<Entry>, _ second: ArraySlice<Entry>) -> [Step] {
    var (first, second) = (first, second)
    var (head, tail): ([Step], [Step]) = ([], [])
    while let old = first.first, let new = second.first, Key(old) == Key(new) {
      head.append(.same(first.removeFirst(), second.removeFirst()))
    }
    while let old = first.last, let new = second.last, Key(old) == Key(new) {
      tail.append(.same(first.removeLast(), second.removeLast()))
    }
    return head + pair(Array(first), Array(second)) + tail.reversed()
  }

  private static func pair(_ first: [Entry], _ second: [Entry]) -> [Step] {
    var waiting: [String: [Int]] = [:]
    for (index, entry) in second.enumerated().reversed() { waiting[entry.method, default: []].append(index) }
    var taken = Set<Int>()
    var steps: [Step] = []
    for entry in first {
      guard let index = waiting[entry.method]?.popLast() else {
        steps.append(.onlyInFirst(entry))
        continue
      }
      taken.insert(index)
      let other = second[index]
      steps.append(Key(entry) == Key(other) ? .same(entry, other) : .changed(entry, other))
    }
    return steps + second.indices.filter { !taken.contains($0) }.map { .onlyInSecond(second[$0]) }
  }
}
