// Over whole trees, without calls inside calls: a tree may be deeper than the stack of a small thread.
extension GreenNode {
  /// Whether two trees are the same, node for node and token for token. How far the parser looked ahead is no part of a tree.
  package func isEqual(to other: GreenNode) -> Bool {
    var pending = [(self, other)]
    while let (mine, theirs) = pending.popLast() {
      if mine === theirs { continue }
      guard mine.hasSameHeader(as: theirs) else { return false }
      for index in 0..<mine.childCount {
        if let node = mine[index].node, let other = theirs[index].node {
          pending.append((node, other))
        } else if !mine[index].isToken || mine[index].word != theirs[index].word {
          return false
        }
      }
    }
    return true
  }

  private func hasSameHeader(as other: GreenNode) -> Bool {
    kind == other.kind && childCount == other.childCount && width == other.width
      && summary.flags == other.summary.flags && summary.height == other.summary.height
  }

  /// Bytes of memory of this node and all below it, shared ones counted each time.
  package var memoryUse: Int { sum(\.allocatedBytes) }

  package var nodeCount: Int { sum { _ in 1 } }

  private func sum(_ value: (GreenNode) -> Int) -> Int {
    var result = 0
    var pending = [self]
    while let node = pending.popLast() {
      result += value(node)
      for index in 0..<node.childCount {
        if let inner = node[index].node { pending.append(inner) }
      }
    }
    return result
  }
}
