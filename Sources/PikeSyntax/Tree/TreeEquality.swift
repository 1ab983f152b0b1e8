extension GreenNode {
  /// Whether two trees are the same, node for node and token for token. How far the parser looked ahead is no part of a tree.
  package func isEqual(to other: GreenNode) -> Bool {
    if self === other { return true }
    guard kind == other.kind, childCount == other.childCount, width == other.width,
      summary.flags == other.summary.flags, summary.height == other.summary.height
    else { return false }
    for index in 0..<childCount {
      let (mine, theirs) = (self[index], other[index])
      if let node = mine.node, let otherNode = theirs.node {
        if !node.isEqual(to: otherNode) { return false }
      } else if mine.isToken != theirs.isToken || mine.isToken && mine.word != theirs.word {
        return false
      }
    }
    return true
  }

  /// Bytes of memory of this node and all below it, shared ones counted each time.
  package var memoryUse: Int {
    (0..<childCount).reduce(allocatedBytes) { $0 + (self[$1].node?.memoryUse ?? 0) }
  }

  package var nodeCount: Int {
    (0..<childCount).reduce(1) { $0 + (self[$1].node?.nodeCount ?? 0) }
  }
}
