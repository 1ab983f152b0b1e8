/// `int name(int a) { … }` in a file or a class, or with `;` for a body.
package struct FunctionSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .functionDeclaration }

  package var returnType: TypeSyntax? { TypedName(syntax).type }
  /// `constant` between type and name, as old code has it.
  package var constantKeyword: SyntaxToken? { syntax.token(.constantKeyword) }
  package var name: SyntaxToken? { TypedName(syntax).name }
  package var parameterList: ParameterListSyntax? { syntax.first() }
  package var body: BlockSyntax? { syntax.first() }
  /// Of a function without body.
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `int name(int a) { … }` in a block.
package struct LocalFunctionSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .localFunctionStatement }

  package var returnType: TypeSyntax? { TypedName(syntax).type }
  package var name: SyntaxToken? { TypedName(syntax).name }
  package var parameterList: ParameterListSyntax? { syntax.first() }
  package var body: BlockSyntax? { syntax.first() }
}

/// `(int a, string ... rest)`
package struct ParameterListSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .parameterList }

  package var leftParenthesis: SyntaxToken? { syntax.token(.leftParenthesis) }
  package var parameters: SyntaxViews<ParameterSyntax> { syntax.views() }
  package var rightParenthesis: SyntaxToken? { syntax.token(.rightParenthesis) }
}

/// `string ... rest`; modifiers stand before it in a class's parameters.
package struct ParameterSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .parameter }

  package var type: TypeSyntax? { TypedName(syntax).type }
  /// The dots of a parameter that takes all that is left.
  package var dots: SyntaxToken? { syntax.token(where: \.isDots) }
  /// Nil if it has no name.
  package var name: SyntaxToken? { TypedName(syntax).name }
}
