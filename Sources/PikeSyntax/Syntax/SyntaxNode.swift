/// A node of a tree with the place where it stands. Made on the way down from the root, and cheap to make.
// Unchecked because of GreenNode, which nobody writes to once it is made (see SyntaxTree).
package struct SyntaxNode: @unchecked Sendable {
  package let tree: SyntaxTree
  package let green: GreenNode
  private let start: UInt32
  /// How many tokens of the same macro's body stand before it at the same offset; they have no text that would tell them apart.
  package let macroIndex: UInt32

  /// The node must stand there in the tree, with that number.
  package init(tree: SyntaxTree, green: GreenNode, offset: Int, macroIndex: UInt32) {
    self.tree = tree
    self.green = green
    start = UInt32(truncatingIfNeeded: offset)
    self.macroIndex = macroIndex
  }

  package var kind: SyntaxKind { green.kind }
  /// Where it begins in the text, in bytes, with the trivia before its first token.
  package var offset: Int { Int(start) }
  package var width: Int { green.width }
  package var endOffset: Int { offset + width }
  package var rangeWithTrivia: Range<Int> { offset..<endOffset }

  /// From its first token's text to its last one's end. Of a node without text, an empty range at its end.
  package var range: Range<Int> { offset + green.leadingTriviaWidth..<endOffset }

  package var text: String { tree.text.string(in: range) }

  package var children: SyntaxChildren { SyntaxChildren(self) }
}

extension SyntaxNode: Hashable {
  package static func == (left: SyntaxNode, right: SyntaxNode) -> Bool {
    left.green === right.green && left.start == right.start && left.macroIndex == right.macroIndex
      && left.tree === right.tree
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(green))
    hasher.combine(start)
    hasher.combine(macroIndex)
  }
}

extension SyntaxTree {
  package var rootNode: SyntaxNode { SyntaxNode(tree: self, green: root, offset: 0, macroIndex: 0) }
}

extension GreenNode {
  /// The trivia before the first token that is not empty.
  var leadingTriviaWidth: Int {
    var node = self
    while true {
      guard let first = node.firstElementWithWidth else { return node.width }
      guard let inner = first.node else { return first.triviaWidth }
      node = inner
    }
  }

  private var firstElementWithWidth: GreenElement? {
    for index in 0..<childCount where self[index].width > 0 { return self[index] }
    return nil
  }
}
