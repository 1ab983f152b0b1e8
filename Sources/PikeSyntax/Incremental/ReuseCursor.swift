/// Finds nodes of the old tree that stand where the parser is, unless the edit touched them or what they were decided by.
///
/// The parser goes forward, and so does the cursor; going back costs a walk from the root.
struct ReuseCursor {
  private struct Level {
    var node: GreenNode
    var start: Int
    var index: Int
    var childStart: Int
  }

  private let root: GreenNode
  private let damage: Damage
  private let change: MeaningChange
  private let mindsLookahead: Bool
  private var path: [Level] = []

  init(root: GreenNode, damage: Damage, change: MeaningChange, mindsLookahead: Bool) {
    self.root = root
    self.damage = damage
    self.change = change
    self.mindsLookahead = mindsLookahead
    path.reserveCapacity(Self.usualDepth)
    path.append(Level(node: root, start: 0, index: 0, childStart: 0))
  }

  private static let usualDepth = 16

  /// What was taken from the old tree.
  struct Run {
    var width = 0
    /// How far the parser had looked when it made the nodes, behind the beginning of the run.
    var peeked = 0
    var hasDiagnostics = false
  }

  /// Moves nodes into `builder` that begin at `position` of the new text and were items of a list of kind `parent`, one behind the
  /// other, until one was touched by the edit or goes on behind `end`, or there are `limit`.
  mutating func takeRun(
    from position: Int, to end: Int, in parent: SyntaxKind, roomForHeight: Int, limit: Int,
    into builder: inout TreeBuilder
  ) -> Run {
    var run = Run()
    guard var old = damage.oldOffset(of: position), seek(old, parent) else { return run }
    let list = path[path.count - 1].node
    var index = path[path.count - 1].index
    var count = 0
    while count < limit, index < list.childCount, !list[index].isToken {
      let summary = list[index].summary
      guard isReusable(summary, from: old, roomForHeight), Int(summary.width) <= end - position - run.width else {
        break
      }
      builder.share(list[index])
      run.width += Int(summary.width)
      run.peeked = max(run.peeked, run.width + Int(summary.lookahead))
      run.hasDiagnostics = run.hasDiagnostics || summary.flags.contains(.hasDiagnostics)
      old += Int(summary.width)
      index += 1
      count += 1
    }
    path[path.count - 1].index = index
    path[path.count - 1].childStart = old
    return run
  }

  private func isReusable(_ header: GreenNode.Header, from start: Int, _ roomForHeight: Int) -> Bool {
    let end = start + Int(header.width) + (mindsLookahead ? Int(header.lookahead) : 0)
    let delta = start >= damage.oldRange.upperBound ? damage.delta : 0
    return header.width > 0 && (header.kind != .unexpected || header.flags.contains(.isItem)) && header.kind != .tooDeep
      && Int(header.height) <= roomForHeight
      && header.flags.isDisjoint(with: [.dependsOnDepth, .startsInMacro, .endsInMacro])
      && (start >= damage.oldRange.upperBound || end <= damage.oldRange.lowerBound)
      && !change.touches(start + delta..<end + delta)
  }

  /// Goes to the child of a list of kind `parent` that begins at `offset`; false if there is none.
  private mutating func seek(_ offset: Int, _ parent: SyntaxKind) -> Bool {
    while path.count > 1, let last = path.last, offset < last.childStart || offset >= last.start + last.node.width {
      path.removeLast()
    }
    if offset < path[0].childStart { path[0] = Level(node: root, start: 0, index: 0, childStart: 0) }
    while true {
      let depth = path.count - 1
      guard let child = Self.advance(&path[depth], to: offset), let node = child.node else { return false }
      let start = path[depth].childStart
      if start == offset, path[depth].node.kind == parent { return true }
      path.append(Level(node: node, start: start, index: 0, childStart: start))
    }
  }

  /// The child that contains `offset`.
  private static func advance(_ level: inout Level, to offset: Int) -> GreenElement? {
    let count = level.node.childCount
    while level.index < count {
      let child = level.node[level.index]
      let width = child.width
      if offset < level.childStart + width { return child }
      level.childStart += width
      level.index += 1
    }
    return nil
  }
}

/// What of the old text was cut into tokens anew, and where it is now.
struct Damage {
  var oldRange: Range<Int>
  var newRange: Range<Int>

  var delta: Int { newRange.count - oldRange.count }

  /// Where a place outside the damage was before.
  func oldOffset(of offset: Int) -> Int? {
    if offset < newRange.lowerBound { return offset }
    return offset >= newRange.upperBound ? offset - delta : nil
  }
}
