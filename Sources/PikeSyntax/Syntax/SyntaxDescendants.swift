extension SyntaxNode {
  /// The node itself and all below it, each before its children.
  package var descendants: SyntaxDescendants { SyntaxDescendants(root: self) }

  /// All tokens in order, missing and virtual ones included.
  package var tokens: SyntaxTokens { SyntaxTokens(root: self) }

  package var firstToken: SyntaxToken? {
    var tokens = tokens.makeIterator()
    return tokens.next()
  }

  /// The last token, missing ones included.
  package var lastToken: SyntaxToken? {
    for index in (0..<green.childCount).reversed() {
      if let token = child(at: index)?.lastToken { return token }
    }
    return nil
  }

  /// The child at `index`, found from the first one on.
  package func child(at index: Int) -> SyntaxElement? {
    var children = children.makeIterator()
    for _ in 0..<index { _ = children.next() }
    return children.next()
  }
}

/// Elements in preorder, without recursion.
package struct SyntaxDescendants: Sequence, Sendable {
  let root: SyntaxNode

  package func makeIterator() -> Iterator { Iterator(root) }

  package struct Iterator: IteratorProtocol {
    private var root: SyntaxNode?
    private var stack: [SyntaxChildren.Iterator] = []

    init(_ root: SyntaxNode) { self.root = root }

    package mutating func next() -> SyntaxElement? {
      if let node = root {
        root = nil
        stack.append(node.children.makeIterator())
        return .node(node)
      }
      while !stack.isEmpty {
        guard let element = stack[stack.count - 1].next() else {
          stack.removeLast()
          continue
        }
        if case .node(let node) = element { stack.append(node.children.makeIterator()) }
        return element
      }
      return nil
    }
  }
}

package struct SyntaxTokens: Sequence, Sendable {
  let root: SyntaxNode

  package func makeIterator() -> Iterator { Iterator(elements: SyntaxDescendants.Iterator(root)) }

  package struct Iterator: IteratorProtocol {
    fileprivate var elements: SyntaxDescendants.Iterator

    package mutating func next() -> SyntaxToken? {
      while let element = elements.next() {
        if case .token(let token) = element { return token }
      }
      return nil
    }
  }
}
