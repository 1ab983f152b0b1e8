/// `(a)`
package struct ParenthesizedSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .parenthesizedExpression }

  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var expression: ExpressionSyntax? { syntax.first() }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
}

/// `({ a, b })`
package struct ArrayLiteralSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .arrayLiteral }

  package var elements: SyntaxViews<ExpressionSyntax> { syntax.views() }
}

/// `(< a, b >)`
package struct MultisetLiteralSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .multisetLiteral }

  package var elements: SyntaxViews<ExpressionSyntax> { syntax.views() }
}

/// `([ a: b ])`
package struct MappingLiteralSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .mappingLiteral }

  package var entries: SyntaxViews<MappingEntrySyntax> { syntax.views() }
  /// What stands between commas and is no entry.
  package var strays: SyntaxViews<ExpressionSyntax> { syntax.views() }
}

/// `a: b`
package struct MappingEntrySyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .mappingEntry }

  package var key: ExpressionSyntax? { syntax.first(before: { $0 == .colon }) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
  package var value: ExpressionSyntax? { syntax.first(after: .colon) }
}

/// `"a" "b"`, strings and the names of macros that stand for strings. Where only a string may stand, `+` may be between them.
package struct StringConcatenationSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .stringConcatenation }

  /// Strings and names.
  package var parts: SyntaxViews<ExpressionSyntax> { syntax.views() }
  package var strings: [SyntaxToken] { syntax.tokens { $0.isString } }
}
