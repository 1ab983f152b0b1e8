/// `a->b(c)[d]++`: one node, however long. Each suffix applies to all before it.
package struct PostfixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .postfixExpression }

  package var operand: ExpressionSyntax? { syntax.child(at: 0).flatMap { ExpressionSyntax($0) } }
  package var suffixes: SyntaxViews<SuffixSyntax> { syntax.views() }
}

/// What may stand behind an operand.
package enum SuffixSyntax: SyntaxView {
  case member(MemberSuffixSyntax)
  case call(CallSuffixSyntax)
  case `subscript`(SubscriptSuffixSyntax)
  case increment(IncrementSuffixSyntax)

  package init?(_ element: SyntaxElement) {
    guard case .node(let node) = element else { return nil }
    switch node.kind {
    case .memberSuffix: self = .member(MemberSuffixSyntax(unchecked: node))
    case .callSuffix: self = .call(CallSuffixSyntax(unchecked: node))
    case .subscriptSuffix: self = .subscript(SubscriptSuffixSyntax(unchecked: node))
    case .incrementSuffix: self = .increment(IncrementSuffixSyntax(unchecked: node))
    default: return nil
    }
  }

  package var element: SyntaxElement {
    switch self {
    case .member(let view): view.element
    case .call(let view): view.element
    case .subscript(let view): view.element
    case .increment(let view): view.element
    }
  }
}

/// `->b`, `->?b`, `.b`
package struct MemberSuffixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .memberSuffix }

  package var `operator`: SyntaxToken? { syntax.firstToken }
  /// Behind an arrow it may be a word that is a keyword elsewhere. Nil if something unexpected stands in its place.
  package var name: SyntaxToken? {
    guard case .token(let token) = syntax.child(at: 1) else { return nil }
    return token
  }
}

/// `(a, b)`, and perhaps a block behind it.
package struct CallSuffixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .callSuffix }

  package var argumentList: ArgumentListSyntax? { syntax.first() }
  package var arguments: SyntaxViews<ExpressionSyntax> { SyntaxViews(of: argumentList?.syntax) }
  /// A block as the last argument.
  package var trailingBlock: ImplicitLambdaSyntax? { syntax.first() }
}

/// `(a, @b)`
package struct ArgumentListSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .argumentList }

  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var arguments: SyntaxViews<ExpressionSyntax> { syntax.views() }
  package var commas: [SyntaxToken] { syntax.tokens { $0 == .comma } }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
}

/// A block behind a call.
package struct ImplicitLambdaSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .implicitLambda }

  package var body: BlockSyntax? { syntax.first() }
}

/// `[i]`, `[?i]`, `[a..<b]`, `[*]`
package struct SubscriptSuffixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .subscriptSuffix }

  /// `[` or `[?`
  package var leftBracket: SyntaxToken? { syntax.token { $0 == .leftBracket || $0 == .safeIndexStart } }
  /// `*`: each element.
  package var star: SyntaxToken? { syntax.token(.star) }
  /// The index; nil if this is a range.
  package var index: ExpressionSyntax? { dots == nil ? syntax.first() : nil }
  package var dots: SyntaxToken? { syntax.token(where: \.isDots) }
  package var lowerBound: ExpressionSyntax? { dots == nil ? nil : syntax.first(before: \.isDots) }
  package var upperBound: ExpressionSyntax? { syntax.first(after: \.isDots, before: { $0 == .rightBracket }) }
  package var rightBracket: SyntaxToken? { syntax.token(.rightBracket) }
}

/// `++`, `--`
package struct IncrementSuffixSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .incrementSuffix }

  package var `operator`: SyntaxToken? { syntax.firstToken }
}
