/// A whole file.
package struct SourceFileSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .sourceFile }

  package var declarations: SyntaxViews<DeclarationSyntax> { syntax.views() }
  package var endOfFile: SyntaxToken? { syntax.token(.endOfFile) }
}

extension SyntaxTree {
  package var sourceFile: SourceFileSyntax { SourceFileSyntax(unchecked: rootNode) }
}

/// `{ … }` of a class, or behind modifiers.
package struct ClassBodySyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .classBody }

  package var leftBrace: SyntaxToken? { syntax.token(.leftBrace) }
  package var declarations: SyntaxViews<DeclarationSyntax> { syntax.views() }
  package var rightBrace: SyntaxToken? { syntax.token(.rightBrace) }
}

/// What stands in a file or in a class.
package enum DeclarationSyntax: SyntaxView {
  case inherit(InheritSyntax)
  case `import`(ImportSyntax)
  case constant(ConstantSyntax)
  case `class`(ClassSyntax)
  case `enum`(EnumSyntax)
  case typedef(TypedefSyntax)
  case function(FunctionSyntax)
  case variable(VariableSyntax)
  case modifierBlock(ModifierBlockSyntax)
  /// A `;` by itself.
  case empty(SyntaxNode)
  case conditionalGroup(ConditionalGroupSyntax)
  case directive(DirectiveSyntax)
  /// Tokens that fit nowhere.
  case unexpected(SyntaxNode)
  /// What stood below the deepest level that is parsed.
  case tooDeep(SyntaxNode)

  package init?(_ element: SyntaxElement) {
    guard case .node(let node) = element else { return nil }
    switch node.kind {
    case .inheritDeclaration: self = .inherit(InheritSyntax(unchecked: node))
    case .importDeclaration: self = .import(ImportSyntax(unchecked: node))
    case .constantDeclaration: self = .constant(ConstantSyntax(unchecked: node))
    case .classDeclaration: self = .class(ClassSyntax(unchecked: node))
    case .enumDeclaration: self = .enum(EnumSyntax(unchecked: node))
    case .typedefDeclaration: self = .typedef(TypedefSyntax(unchecked: node))
    case .functionDeclaration: self = .function(FunctionSyntax(unchecked: node))
    case .variableDeclaration: self = .variable(VariableSyntax(unchecked: node))
    case .modifierBlock: self = .modifierBlock(ModifierBlockSyntax(unchecked: node))
    case .emptyDeclaration: self = .empty(node)
    case .conditionalGroup: self = .conditionalGroup(ConditionalGroupSyntax(unchecked: node))
    case .unexpected: self = .unexpected(node)
    case .tooDeep: self = .tooDeep(node)
    default:
      guard node.kind.isDirective else { return nil }
      self = .directive(DirectiveSyntax(unchecked: node))
    }
  }

  package var syntax: SyntaxNode {
    switch self {
    case .inherit(let view): view.syntax
    case .import(let view): view.syntax
    case .constant(let view): view.syntax
    case .class(let view): view.syntax
    case .enum(let view): view.syntax
    case .typedef(let view): view.syntax
    case .function(let view): view.syntax
    case .variable(let view): view.syntax
    case .modifierBlock(let view): view.syntax
    case .conditionalGroup(let view): view.syntax
    case .directive(let view): view.syntax
    case .empty(let node), .unexpected(let node), .tooDeep(let node): node
    }
  }

  package var element: SyntaxElement { .node(syntax) }
}
