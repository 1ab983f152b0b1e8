/// `inherit Name : alias;`
package struct InheritSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .inheritDeclaration }

  package var keyword: SyntaxToken? { syntax.token(.inheritKeyword) }
  package var target: ProgramNameSyntax? { syntax.first(after: .inheritKeyword, before: .semicolon) }
  package var aliasClause: InheritAliasSyntax? { syntax.first() }
  /// The name behind the colon; nil if there is none, or a string.
  package var alias: SyntaxToken? { aliasClause?.name }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `: alias`
package struct InheritAliasSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .inheritName }

  package var colon: SyntaxToken? { syntax.token(.colon) }
  package var name: SyntaxToken? { syntax.token(.identifier) }
  /// Some old code has a string there.
  package var string: ExpressionSyntax? {
    guard name == nil else { return nil }
    return syntax.first(after: .colon)
  }
}

/// `import Name;`, in a file, a class or a block.
package struct ImportSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .importDeclaration }

  package var keyword: SyntaxToken? { syntax.token(.importKeyword) }
  package var target: ProgramNameSyntax? { syntax.first(after: .importKeyword, before: .semicolon) }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// What `inherit` and `import` name: a name of one or more parts, or a string.
package struct ProgramNameSyntax: SyntaxView {
  package let element: SyntaxElement

  package init?(_ element: SyntaxElement) {
    switch element.kind {
    case .identifier, .reservedName, .qualifiedName, .stringConcatenation: self.element = element
    case let kind where kind.isString: self.element = element
    default: return nil
    }
  }

  /// The name's single token.
  package var name: SyntaxToken? {
    element.token.flatMap { $0.kind == .identifier || $0.kind == .reservedName ? $0 : nil }
  }
  package var qualifiedName: QualifiedNameSyntax? { QualifiedNameSyntax(element) }
  /// The strings of which the file's name is put together.
  package var strings: [SyntaxToken] {
    if case .token(let token) = element { return token.kind.isString ? [token] : [] }
    return StringConcatenationSyntax(element)?.strings ?? []
  }
}

/// `constant a = 1, b = 2;`, in a file, a class or a block.
package struct ConstantSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .constantDeclaration || kind == .constantStatement }

  package var keyword: SyntaxToken? { syntax.token(.constantKeyword) }
  package var declarators: SyntaxViews<DeclaratorSyntax> { syntax.views() }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `name = value`, where the value may be absent.
package struct DeclaratorSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .declarator }

  /// Nil if something else stands in its place.
  package var name: SyntaxToken? {
    guard case .token(let token) = syntax.child(at: 0), token.kind == .identifier else { return nil }
    return token
  }
  package var equal: SyntaxToken? { syntax.token(.equal) }
  package var value: ExpressionSyntax? { syntax.first(after: .equal) }
}

/// `typedef int|string name;`
package struct TypedefSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .typedefDeclaration }

  package var keyword: SyntaxToken? { syntax.token(.typedefKeyword) }
  package var type: TypeSyntax? { TypedName(syntax).type }
  package var name: SyntaxToken? { TypedName(syntax).name }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `int a = 1, b;` in a file or a class.
package struct VariableSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .variableDeclaration }

  package var type: TypeSyntax? { TypedName(syntax).type }
  /// `constant` between type and name, as old code has it.
  package var constantKeyword: SyntaxToken? { syntax.token(.constantKeyword) }
  package var declarators: SyntaxViews<DeclaratorSyntax> { syntax.views() }
  package var semicolon: SyntaxToken? { syntax.token(.semicolon) }
}

/// `private { … }`
package struct ModifierBlockSyntax: ModifiedSyntax {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .modifierBlock }

  package var body: ClassBodySyntax? { syntax.first() }
}
