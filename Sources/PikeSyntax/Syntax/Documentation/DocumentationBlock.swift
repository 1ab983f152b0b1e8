/// Documentation comments that stand together, and the declarations that they are about.
package struct DocumentationBlock: Sendable, Hashable {
  /// Without the markers and the blank behind each, one line for each comment; lines of `/*! … */` likewise.
  package var text: String
  /// From the first comment's beginning to the last one's end.
  package var range: Range<Int>
  /// In the order of the text. A block about none stands free: it is about the class, or says itself what it is about.
  package var declarations: [SyntaxNode]
}

extension SyntaxTree {
  /// The documentation of a declaration or of a member of an enum; nil if it has none.
  package func documentation(of declaration: SyntaxNode) -> DocumentationBlock? {
    guard let list = list(of: declaration) else { return nil }
    return DocumentationReader.block(of: declaration, in: list)
  }

  /// The documentation that stands among the items of a file, a class, an enum or a branch, in order. To ask for that of all
  /// items at once is faster than one by one. What stands between `@ignore` and `@endignore` is passed over.
  package func documentation(in list: SyntaxNode) -> [DocumentationBlock] {
    DocumentationReader.blocks(in: list)
  }

  /// The node that the declaration is a child of. One out of a macro's body has no width, and stands before what is found there.
  private func list(of declaration: SyntaxNode) -> SyntaxNode? {
    for offset in [declaration.offset, declaration.offset - 1] {
      for node in path(to: offset).nodes.reversed() {
        if node.children.contains(.node(declaration)) { return node }
      }
    }
    return nil
  }
}
