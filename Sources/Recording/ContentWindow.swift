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
    /// The tokens of contents that have been referred to.
    var tokens: [Int: Tokens] = [:]
    var tokenCount = 0
    /// Which tokens were made when, the oldest first.
    var recency: [Int] = []
    /// Contents before this one have been let go.
    var oldest = 0
  }

  init(window: Int) { self.window = window }

  /// How many contents of this kind there have been.
  func count(of kind: Kind) -> Int { kinds[kind]?.list.count ?? 0 }

  /// A content by its number within its kind; nil when it is not within reach.
  func content(_ index: Int, kind: Kind) -> [UInt8]? {
    guard let contents = kinds[kind], index >= contents.oldest, index < contents.list.count else { return nil }
    return contents.list[index]
  }

  /// The tokens of a content within reach.
  mutating func tokens(_ index: Int, kind: Kind) -> Tokens? {
    if let tokens = kinds[kind]?.tokens[index] { return tokens }
    guard let tokens = content(index, kind: kind).map(Tokens.init) else { return nil }
    kinds[kind]?.keep(tokens, index: index)
    return tokens
  }

  mutating func append(_ content: [UInt8], kind: Kind) {
    kinds[kind, default: Contents()].list.append(content)
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
  /// Tokens take about twice the room of their text: those of the contents used last are kept, up to a limit.
  private static let keptTokens = 1 << 18

  fileprivate mutating func keep(_ made: Tokens, index: Int) {
    recency.removeAll { $0 == index }
    recency.append(index)
    tokens[index] = made
    tokenCount += made.count
    while tokenCount > Self.keptTokens, recency.count > 1 { forgetTokens(of: recency.removeFirst()) }
  }

  /// Lets the oldest content go and returns its size.
  fileprivate mutating func forgetOldest() -> Int {
    defer { oldest += 1 }
    if tokens[oldest] != nil {
      recency.removeAll { $0 == oldest }
      forgetTokens(of: oldest)
    }
    let count = list[oldest].count
    list[oldest] = []
    return count
  }

  private mutating func forgetTokens(of index: Int) {
    tokenCount -= tokens.removeValue(forKey: index)?.count ?? 0
  }
}
