/// The children of a node in order, made while they are asked for.
package struct SyntaxChildren: Sequence, Sendable {
  private let parent: SyntaxNode

  init(_ parent: SyntaxNode) { self.parent = parent }

  package var count: Int { parent.green.childCount }
  package var underestimatedCount: Int { count }

  package func makeIterator() -> Iterator { Iterator(parent) }

  package struct Iterator: IteratorProtocol {
    private let parent: SyntaxNode
    private let count: Int
    private(set) var index = 0
    private var offset: Int
    private var macroIndex: UInt32

    init(_ parent: SyntaxNode) {
      self.parent = parent
      count = parent.green.childCount
      offset = parent.offset
      macroIndex = parent.macroIndex
    }

    package mutating func next() -> SyntaxElement? {
      guard index < count else { return nil }
      let element = parent.green[index]
      index += 1
      defer { offset += element.width }
      if let node = element.node {
        defer { macroIndex = node.macroIndex(behindFrom: macroIndex) }
        return .node(SyntaxNode(tree: parent.tree, green: node, offset: offset, macroIndex: macroIndex))
      }
      let own = element.isVirtual && element.triviaWidth == 0 ? macroIndex : 0
      if !element.isMissing { macroIndex = element.isVirtual ? own + 1 : 0 }
      return .token(SyntaxToken(tree: parent.tree, element: element, offset: offset, macroIndex: own))
    }
  }
}

extension GreenNode {
  /// Which token of a macro's expansion follows the node, when the node itself begins with the one numbered `first`.
  fileprivate func macroIndex(behindFrom first: UInt32) -> UInt32 {
    guard summary.flags.contains(.endsInMacro) else { return 0 }
    let trailing = trailingVirtualTokens
    return trailing.beginsInside ? trailing.count : first + trailing.count
  }

  /// How many of the last tokens belong to one expansion, and whether that one begins in the node.
  private var trailingVirtualTokens: (count: UInt32, beginsInside: Bool) {
    var count: UInt32 = 0
    for index in (0..<childCount).reversed() {
      let element = self[index]
      if let node = element.node {
        let inner = node.trailingVirtualTokens
        count += inner.count
        if inner.beginsInside { return (count, true) }
      } else if element.isVirtual {
        count += 1
        if element.triviaWidth > 0 { return (count, true) }
      } else if !element.isMissing {
        return (count, true)
      }
    }
    return (count, false)
  }
}
