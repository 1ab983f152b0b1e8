/// The way from the root down to a token; it can go on to the tokens beside it.
package struct SyntaxPath: Sendable {
  /// From the root to the token's parent.
  package private(set) var nodes: [SyntaxNode]
  package private(set) var token: SyntaxToken
  /// Which child of each node is on the way.
  private var indices: [Int]

  /// The way to the token in whose text or trivia `offset` lies; behind the last byte, to the token of the end.
  init(tree: SyntaxTree, offset: Int) {
    nodes = []
    indices = []
    var node = tree.rootNode
    // A root has at least the token of the end.
    while true {
      let (index, element) = Self.child(of: node, at: offset)
      nodes.append(node)
      indices.append(index)
      switch element {
      case .token(let found):
        token = found
        return
      case .node(let inner): node = inner
      }
    }
  }

  /// The innermost node around the token.
  package var parent: SyntaxNode { nodes[nodes.count - 1] }

  /// The innermost node of that kind.
  package func innermost(_ kind: SyntaxKind) -> SyntaxNode? { nodes.last { $0.kind == kind } }

  private static func child(of node: SyntaxNode, at offset: Int) -> (Int, SyntaxElement) {
    var last: (Int, SyntaxElement)?
    for (index, element) in node.children.enumerated() {
      last = (index, element)
      if offset < element.endOffset, element.endOffset > element.offset { break }
    }
    guard let last else { preconditionFailure("a node without children was entered at \(offset)") }
    return last
  }

  // MARK: Neighbours

  /// Goes on to the next token, of whatever kind. False at the last one.
  package mutating func moveToNext() -> Bool {
    move(by: 1) { _ in -1 }
  }

  /// Goes back to the token before. False at the first one.
  package mutating func moveToPrevious() -> Bool {
    move(by: -1) { $0.green.childCount }
  }

  /// `edge` says at which index, one step outside, to begin in a node that is entered.
  private mutating func move(by step: Int, edge: (SyntaxNode) -> Int) -> Bool {
    let saved = self
    while let node = nodes.last {
      let index = indices[indices.count - 1] + step
      guard index >= 0, let element = node.child(at: index) else {
        nodes.removeLast()
        indices.removeLast()
        continue
      }
      indices[indices.count - 1] = index
      if case .token(let found) = element {
        token = found
        return true
      }
      // A node may be empty; then the next round leaves it again.
      if case .node(let inner) = element {
        nodes.append(inner)
        indices.append(edge(inner))
      }
    }
    self = saved
    return false
  }
}

extension SyntaxTree {
  /// The way to the token in whose text or trivia `offset` lies.
  package func path(to offset: Int) -> SyntaxPath { SyntaxPath(tree: self, offset: max(0, offset)) }

  /// The last token with a text that ends at `offset` or before.
  package func token(before offset: Int) -> SyntaxToken? {
    var path = path(to: offset)
    while path.token.textRange.isEmpty || path.token.endOffset > offset {
      guard path.moveToPrevious() else { return nil }
    }
    return path.token
  }

  /// The first token with a text that begins at `offset` or behind it; at the end, the token of the end.
  package func token(after offset: Int) -> SyntaxToken {
    var path = path(to: offset)
    while path.token.textRange.isEmpty || path.token.textOffset < offset, path.token.kind != .endOfFile {
      guard path.moveToNext() else { break }
    }
    return path.token
  }
}
