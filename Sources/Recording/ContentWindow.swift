/// The contents that later records may refer to: those whose bytes, and all that came after them, fit into the window.
struct ContentWindow {
  /// Records with the same type and side are counted together: they resemble each other.
  struct Kind: Hashable {
    var type: String
    var party: Party?
  }

  private let window: Int
  private var kinds: [Kind: Contents] = [:]
  /// The kind of each content, the oldest first, from `oldest` on.
  private var order: [Kind] = []
  private var oldest = 0
  private var byteCount = 0

  /// The contents of one kind, one after the other.
  fileprivate struct Contents {
    var list: [[UInt8]] = []
    /// Where each content starts, counted over all contents of the kind.
    var starts: [Int] = []
    var end = 0
    /// Contents before this one have been let go.
    var oldest = 0
  }

  init(window: Int) { self.window = window }

  /// How many contents of this kind there have been.
  func count(of kind: Kind) -> Int { kinds[kind]?.list.count ?? 0 }

  /// A content by its number within its kind; nil when it is not within reach.
  func content(_ index: Int, kind: Kind) -> (bytes: [UInt8], start: Int)? {
    guard let contents = kinds[kind], index >= contents.oldest, index < contents.list.count else { return nil }
    return (contents.list[index], contents.starts[index])
  }

  /// The bytes at a place of the kind's contents; nil unless it lies within one content that is within reach.
  func stretch(_ place: Range<Int>, kind: Kind) -> ArraySlice<UInt8>? {
    guard let contents = kinds[kind], !place.isEmpty else { return nil }
    let index = contents.starts.partitioningIndex { $0 > place.lowerBound } - 1
    guard index >= contents.oldest, place.upperBound <= contents.starts[index] + contents.list[index].count else {
      return nil
    }
    let offset = place.lowerBound - contents.starts[index]
    return contents.list[index][offset..<(offset + place.count)]
  }

  mutating func append(_ content: [UInt8], kind: Kind) {
    kinds[kind, default: Contents()].append(content)
    order.append(kind)
    byteCount += content.count
    while byteCount > window || order.count - oldest > Format.maximumReach { forgetOldest() }
    if oldest > Format.maximumReach {
      order.removeFirst(oldest)
      oldest = 0
    }
  }

  mutating func reset() { self = ContentWindow(window: window) }

  private mutating func forgetOldest() {
    byteCount -= kinds[order[oldest]]?.forgetOldest() ?? 0
    oldest += 1
  }
}

extension ContentWindow.Contents {
  fileprivate mutating func append(_ content: [UInt8]) {
    list.append(content)
    starts.append(end)
    end += content.count
  }

  /// Lets the oldest content go and returns its size.
  fileprivate mutating func forgetOldest() -> Int {
    defer { oldest += 1 }
    let count = list[oldest].count
    list[oldest] = []
    return count
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, when all that follow do too.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
