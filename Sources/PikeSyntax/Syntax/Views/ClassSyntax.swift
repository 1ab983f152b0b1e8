/// `class Name (int created) { … }`, also where an expression stands; the name may be absent.
package struct ClassSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .classDeclaration }

  package var keyword: SyntaxToken? { syntax.token(.classKeyword) }
  package var name: SyntaxToken? { syntax.token(.identifier) }
  /// What `create` takes, and the variables that it sets.
  package var parameterList: ParameterListSyntax? { syntax.first() }
  package var body: ClassBodySyntax? { syntax.first() }
}

/// `enum Name { A, B = 2 }`, also where an expression stands; the name may be absent.
package struct EnumSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .enumDeclaration }

  package var keyword: SyntaxToken? { syntax.token(.enumKeyword) }
  package var name: SyntaxToken? { syntax.token(.identifier) }
  package var body: EnumBodySyntax? { syntax.first() }
  package var members: SyntaxViews<EnumMemberSyntax> { SyntaxViews(of: body?.syntax) }
}

/// `{ A, B = 2 }`
package struct EnumBodySyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .enumBody }

  package var leftBrace: SyntaxToken? { syntax.token(.leftBrace) }
  package var members: SyntaxViews<EnumMemberSyntax> { syntax.views() }
  package var rightBrace: SyntaxToken? { syntax.token(.rightBrace) }
}

/// `B = 2`
package struct EnumMemberSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .enumMember }

  /// Nil if something else stands in its place.
  package var name: SyntaxToken? {
    guard case .token(let token) = syntax.child(at: 0), token.kind == .identifier else { return nil }
    return token
  }
  package var equal: SyntaxToken? { syntax.token(.equal) }
  package var value: ExpressionSyntax? { syntax.first(after: .equal) }
}
