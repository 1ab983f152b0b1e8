package import PikeSyntax

/// What must hold of a tree after each edit.
package enum EditCheck {
  /// Nil if the tree is right: it holds the text byte for byte, and is what a parse from scratch gives.
  package static func fault(of tree: SyntaxTree) -> String? {
    if let fault = widthFault(of: tree) { return fault }
    let fresh = SyntaxTree.parse(tree.text, environment: tree.environment)
    guard tree.root.isEqual(to: fresh.root) else {
      return "incremental differs from fresh at byte \(difference(tree.root, fresh.root, 0) ?? -1)"
    }
    return tree.diagnostics == fresh.diagnostics ? nil : "the diagnostics differ from those of a fresh parse"
  }

  package static func widthFault(of tree: SyntaxTree) -> String? {
    tree.root.width == tree.text.count ? nil : "the tree holds \(tree.root.width) bytes of \(tree.text.count)"
  }

  /// Where two trees begin to differ.
  private static func difference(_ left: GreenNode, _ right: GreenNode, _ start: Int) -> Int? {
    if left.isEqual(to: right) { return nil }
    var offset = start
    for index in 0..<min(left.childCount, right.childCount) {
      if let a = left[index].node, let b = right[index].node {
        if let found = difference(a, b, offset) { return found }
        if a.width != b.width { return offset }
      } else if left[index].isToken != right[index].isToken || left[index].kind != right[index].kind {
        return offset
      }
      offset += left[index].width
    }
    return start
  }
}
