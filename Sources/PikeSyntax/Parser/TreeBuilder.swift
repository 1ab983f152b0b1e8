/// Builds the tree bottom up: children are pushed on a stack, and a node takes those that came since its mark.
struct TreeBuilder: ~Copyable {
  private var words: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 256
    words = .allocate(capacity: capacity)
  }

  deinit {
    for index in 0..<count { GreenElement(word: words[index]).release() }
    words.deallocate()
  }

  @inline(__always) mutating func push(_ element: GreenElement) {
    if count == capacity { grow() }
    words[count] = element.word
    count += 1
  }

  /// Pushes a node that somebody else holds as well.
  mutating func share(_ element: GreenElement) {
    element.retain()
    push(element)
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: words, count: count)
    words.deallocate()
    words = larger
    capacity *= 2
  }

  subscript(index: Int) -> GreenElement { GreenElement(word: words[index]) }

  /// Forgets what was pushed since `mark`.
  mutating func truncate(to mark: Int) {
    while count > mark {
      count -= 1
      GreenElement(word: words[count]).release()
    }
  }

  /// Replaces the children since `mark` with a node of them.
  mutating func finish(_ kind: SyntaxKind, from mark: Int, flags extra: GreenNode.Flags = [], peekedEnd: Int, end: Int)
  {
    push(GreenElement(owning: take(kind, from: mark, flags: extra, lookahead: max(0, peekedEnd - end))))
  }

  mutating func take(_ kind: SyntaxKind, from mark: Int, flags extra: GreenNode.Flags, lookahead: Int) -> GreenNode {
    var width = 0
    var height = 0
    var flags = extra
    for index in mark..<count {
      let element = GreenElement(word: words[index])
      if !element.isToken {
        let summary = element.summary
        width += Int(summary.width)
        height = max(height, Int(summary.height))
        flags.formUnion(summary.flags.intersection(.inherited))
      } else {
        width += element.triviaWidth + element.textWidth
        if element.hasDiagnostics { flags.insert(.hasDiagnostics) }
      }
    }
    if kind == .unexpected || kind == .tooDeep { flags.insert(.hasDiagnostics) }
    if kind.isInactiveBranch { flags.remove(.hasDiagnostics) }
    if startsInMacro(mark) { flags.insert(.startsInMacro) }
    let node = GreenNode.make(
      kind: kind, flags: flags, height: height + 1, width: width, lookahead: lookahead, children: words + mark,
      count: count - mark)
    count = mark
    return node
  }

  /// Whether the first token since `mark` is one of a macro's body, but not its first.
  private func startsInMacro(_ mark: Int) -> Bool {
    for index in mark..<count {
      let element = GreenElement(word: words[index])
      if !element.isToken {
        let summary = element.summary
        let starts = summary.flags.contains(.startsInMacro)
        if starts || summary.width > 0 { return starts }
      } else if !element.isMissing {
        return element.isVirtual && element.triviaWidth == 0
      }
    }
    return false
  }
}
