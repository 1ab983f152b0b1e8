/// What stands in a block.
package enum StatementSyntax: SyntaxView {
  case expression(ExpressionStatementSyntax)
  case variable(VariableStatementSyntax)
  case constant(ConstantSyntax)
  case `import`(ImportSyntax)
  case block(BlockSyntax)
  case `if`(IfSyntax)
  case `while`(WhileSyntax)
  case `do`(DoSyntax)
  case `for`(ForSyntax)
  case foreach(ForeachSyntax)
  case `switch`(SwitchSyntax)
  case `case`(CaseSyntax)
  case `default`(DefaultSyntax)
  case `return`(ReturnSyntax)
  case jump(JumpSyntax)
  case labeled(LabeledSyntax)
  /// A `;` by itself.
  case empty(SyntaxNode)
  case conditionalGroup(ConditionalGroupSyntax)
  case directive(DirectiveSyntax)
  /// The statement that another one should govern.
  case missing(SyntaxToken)
  /// Tokens that fit nowhere.
  case unexpected(SyntaxNode)
  /// What stood below the deepest level that is parsed.
  case tooDeep(SyntaxNode)

  package init?(_ element: SyntaxElement) {
    switch element {
    case .token(let token):
      guard token.isMissing, token.kind == .semicolon else { return nil }
      self = .missing(token)
    case .node(let node):
      guard let statement = Self.simple(node) ?? Self.compound(node) ?? Self.other(node) else { return nil }
      self = statement
    }
  }

  private static func simple(_ node: SyntaxNode) -> StatementSyntax? {
    switch node.kind {
    case .expressionStatement: .expression(ExpressionStatementSyntax(unchecked: node))
    case .variableStatement: .variable(VariableStatementSyntax(unchecked: node))
    case .constantStatement: .constant(ConstantSyntax(unchecked: node))
    case .importDeclaration: .import(ImportSyntax(unchecked: node))
    case .caseLabel: .case(CaseSyntax(unchecked: node))
    case .defaultLabel: .default(DefaultSyntax(unchecked: node))
    case .returnStatement: .return(ReturnSyntax(unchecked: node))
    case .breakStatement, .continueStatement: .jump(JumpSyntax(unchecked: node))
    case .emptyStatement: .empty(node)
    default: nil
    }
  }

  private static func compound(_ node: SyntaxNode) -> StatementSyntax? {
    switch node.kind {
    case .block: .block(BlockSyntax(unchecked: node))
    case .ifStatement: .if(IfSyntax(unchecked: node))
    case .whileStatement: .while(WhileSyntax(unchecked: node))
    case .doStatement: .do(DoSyntax(unchecked: node))
    case .forStatement: .for(ForSyntax(unchecked: node))
    case .foreachStatement: .foreach(ForeachSyntax(unchecked: node))
    case .switchStatement: .switch(SwitchSyntax(unchecked: node))
    case .labeledStatement: .labeled(LabeledSyntax(unchecked: node))
    default: nil
    }
  }

  private static func other(_ node: SyntaxNode) -> StatementSyntax? {
    switch node.kind {
    case .conditionalGroup: .conditionalGroup(ConditionalGroupSyntax(unchecked: node))
    case .unexpected: .unexpected(node)
    case .tooDeep: .tooDeep(node)
    default: node.kind.isDirective ? .directive(DirectiveSyntax(unchecked: node)) : nil
    }
  }

  package var element: SyntaxElement {
    switch self {
    case .expression(let view): view.element
    case .variable(let view): view.element
    case .constant(let view): view.element
    case .import(let view): view.element
    case .block(let view): view.element
    case .if(let view): view.element
    case .while(let view): view.element
    case .do(let view): view.element
    case .for(let view): view.element
    case .foreach(let view): view.element
    case .switch(let view): view.element
    case .case(let view): view.element
    case .default(let view): view.element
    case .return(let view): view.element
    case .jump(let view): view.element
    case .labeled(let view): view.element
    case .conditionalGroup(let view): view.element
    case .directive(let view): view.element
    case .missing(let token): .token(token)
    case .empty(let node), .unexpected(let node), .tooDeep(let node): .node(node)
    }
  }
}

/// `{ … }`
package struct BlockSyntax: NodeView {
  package let syntax: SyntaxNode
  package init(unchecked syntax: SyntaxNode) { self.syntax = syntax }
  package static func accepts(_ kind: SyntaxKind) -> Bool { kind == .block }

  package var leftBrace: SyntaxToken? { syntax.token(.leftBrace) }
  /// A missing brace is no statement.
  package var statements: SyntaxViews<StatementSyntax> { syntax.views() }
  package var rightBrace: SyntaxToken? { syntax.token(.rightBrace) }
}
