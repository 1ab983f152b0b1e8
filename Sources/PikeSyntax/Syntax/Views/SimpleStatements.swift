/// `expression;`, which may also be a function, a class or an enum that is declared in a block.
package struct ExpressionStatementSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .expressionStatement }

  package var expression: ExpressionSyntax? { syntax.first() }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `int a = 1, b;` in a block.
package struct VariableStatementSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .variableStatement }

  package var declaration: LocalDeclarationSyntax? { syntax.first() }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `int a = 1, b` in a block, or in the parentheses behind `for`, `if` and the like.
package struct LocalDeclarationSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .localDeclaration }

  package var type: TypeSyntax? { TypedName(syntax).type }
  package var declarators: SyntaxViews<DeclaratorSyntax> { syntax.views() }
}

/// `return value;`
package struct ReturnSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .returnStatement }

  package var keyword: SyntaxToken? { syntax.token(.returnKeyword) }
  package var value: ExpressionSyntax? { syntax.first() }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `break label;`, `continue label;`
package struct JumpSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .breakStatement || kind == .continueStatement }

  package var keyword: SyntaxToken? { syntax.token(where: \.isStatementKeyword) }
  package var label: SyntaxToken? { syntax.token(.identifier) }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `label: statement`
package struct LabeledSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .labeledStatement }

  package var label: SyntaxToken? { syntax.token(.identifier) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
  package var body: StatementSyntax? { syntax.first(after: .colon) }
}

/// `case 1..2:`
package struct CaseSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .caseLabel }

  package var keyword: SyntaxToken? { syntax.token(.caseKeyword) }
  /// The value, or the first one of a range.
  package var value: ExpressionSyntax? { syntax.first(before: { $0.isDots || $0 == .colon }) }
  package var dots: SyntaxToken? { syntax.token(where: \.isDots) }
  /// The last value of a range.
  package var end: ExpressionSyntax? { syntax.first(after: \.isDots, before: { $0 == .colon }) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
}

/// `default:`
package struct DefaultSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .defaultLabel }

  package var keyword: SyntaxToken? { syntax.token(.defaultKeyword) }
  package var colon: SyntaxToken? { syntax.token(.colon) }
}
