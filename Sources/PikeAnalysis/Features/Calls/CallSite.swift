import PikeSyntax

/// The call whose arguments a place is among.
struct CallSite {
  /// The name of what is called; nil if it is no name.
  var name: SyntaxToken?
  /// From 0 on, by the commas before the place.
  var argument: Int
  /// What is called, with all before it.
  var callee: Range<Int>

  /// The innermost call around `cursor`; nil outside of all, also in a block that is itself an argument.
  init?(_ tree: SyntaxTree, at cursor: Int) {
    guard let last = tree.token(before: cursor) else { return nil }
    let nodes = tree.path(to: last.textOffset).nodes
    for (index, node) in nodes.enumerated().reversed() {
      if node.kind == .block || node.kind == .classBody, last.kind != .rightBrace || node.endOffset != last.endOffset {
        return nil
      }
      guard let list = ArgumentListSyntax(node), Self.isInside(list, cursor), index >= 2 else { continue }
      guard let call = Self.call(of: nodes[index - 1], in: nodes[index - 2]) else { return nil }
      callee = call.range
      name = call.name
      argument = list.commas.prefix { $0.endOffset <= cursor && !$0.isMissing }.count
      return
    }
    return nil
  }

  private static func isInside(_ list: ArgumentListSyntax, _ cursor: Int) -> Bool {
    guard let left = list.leftParenthesis, !left.isVirtual, left.endOffset <= cursor else { return false }
    guard let right = list.rightParenthesis, !right.isMissing else { return true }
    return cursor <= right.textOffset
  }

  /// What stands before the parentheses, and the name that it ends in.
  private static func call(of suffix: SyntaxNode, in postfix: SyntaxNode) -> (range: Range<Int>, name: SyntaxToken?)? {
    var last: SyntaxElement?
    for element in postfix.children {
      if element == .node(suffix) { break }
      last = element
    }
    guard let last, postfix.kind == .postfixExpression else { return nil }
    return (postfix.range.lowerBound..<last.endOffset, name(of: last))
  }

  private static func name(of element: SyntaxElement) -> SyntaxToken? {
    let token: SyntaxToken?
    switch element {
    case .token(let own): token = own
    case .node(let node):
      switch node.kind {
      case .memberSuffix: token = MemberSuffixSyntax(node)?.name
      case .qualifiedName: token = QualifiedNameSyntax(node)?.name
      default: token = nil
      }
    }
    return token.flatMap { $0.kind == .identifier && !$0.isMissing && !$0.isVirtual ? $0 : nil }
  }
}
