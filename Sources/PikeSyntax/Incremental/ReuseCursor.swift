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
  private var path: [Level] = []

  init(root: GreenNode, damage: Damage) {
    self.root = root
    self.damage = damage
    path = [Level(node: root, start: 0, index: 0, childStart: 0)]
  }

  /// The node that begins at `position` of the new text and was an item of a list of kind `parent`.
  mutating func element(at position: Int, in parent: SyntaxKind, roomForHeight: Int) -> GreenElement? {
    guard let old = damage.oldOffset(of: position), let element = seek(old, parent) else { return nil }
    let node = element.unownedNode
    let end = old + node.width
    guard node.width > 0, node.kind != .unexpected, node.kind != .tooDeep, Int(node.header.height) <= roomForHeight, node.header.flags.isDisjoint(with: [.dependsOnDepth, .startsInMacro, .endsInMacro]),
      old >= damage.oldRange.upperBound || end + Int(node.header.lookahead) <= damage.oldRange.lowerBound
    else { return nil }
    return element
  }

  private mutating func seek(_ offset: Int, _ parent: SyntaxKind) -> GreenElement? {
    while path.count > 1, let last = path.last, offset < last.childStart || offset >= last.start + last.node.width {
      path.removeLast()
    }
    if offset < path[0].childStart { path[0] = Level(node: root, start: 0, index: 0, childStart: 0) }
    while true {
      let depth = path.count - 1
      guard let child = advance(&path[depth], to: offset), let node = child.node else { return nil }
      let start = path[depth].childStart
      if start == offset, path[depth].node.kind == parent { return child }
      path.append(Level(node: node, start: start, index: 0, childStart: start))
    }
  }

  /// The child that contains `offset`.
  private func advance(_ level: inout Level, to offset: Int) -> GreenElement? {
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
