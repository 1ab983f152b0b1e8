internal import PikeSyntax

extension BodyLowering {
  /// The statements of a block, in the scope that is current.
  mutating func visitStatements(_ list: SyntaxNode) {
    for element in list.children { visitStatement(element) }
  }

  private mutating func visitStatement(_ element: SyntaxElement) {
    guard case .node(let node) = element else { return }
    nested(node, ()) { $0.visitStatement(node) }
  }

  private mutating func visitStatement(_ node: SyntaxNode) {
    switch node.kind {
    case .block: within(.block, node.rangeWithTrivia) { $0.visitStatements(node) }
    case .ifStatement: visitIf(node)
    case .whileStatement, .forStatement, .switchStatement:
      within(.block, node.rangeWithTrivia) { $0.visitParts(of: node) }
    case .doStatement: visitParts(of: node)
    case .foreachStatement: visitForeach(node)
    case .labeledStatement:
      if let body = LabeledSyntax(unchecked: node).body { visitStatement(body.element) }
    case .expressionStatement, .variableStatement, .returnStatement, .caseLabel: visitParts(of: node)
    case .constantStatement: visitConstants(node)
    case .importDeclaration: visitImport(node)
    case .conditionalGroup, .statementBranch: visitStatements(node)
    case .inactiveStatementBranch, .inactiveDeclarationBranch: mentionInactive(node)
    case .unexpected, .tooDeep: mention(node)
    default: break
    }
  }

  /// Conditions and bodies, in the order in which they stand.
  private mutating func visitParts(of node: SyntaxNode) {
    for element in node.children { visitPart(element) }
  }

  private mutating func visitPart(_ element: SyntaxElement) {
    if let expression = ExpressionSyntax(element) { lower(expression) } else { visitStatement(element) }
  }

  /// What a condition declares is seen in its body and in what follows `else`, where it may be hidden again.
  private mutating func visitIf(_ node: SyntaxNode) {
    let outer = scope
    push(.block, node.rangeWithTrivia)
    var isElse = false
    for element in node.children {
      if case .token(let token) = element {
        if token.kind == .ifKeyword, isElse { push(.block, token.offset..<node.endOffset) }
        isElse = token.kind == .elseKeyword
      }
      visitPart(element)
    }
    scope = outer
  }

  private mutating func visitForeach(_ node: SyntaxNode) {
    let statement = ForeachSyntax(unchecked: node)
    within(.block, node.rangeWithTrivia) { lowering in
      let collection = statement.collection.map { lowering.lower($0.element) }
      let element = collection.map { lowering.add(.element($0)) }
      lowering.receive(statement.index)
      if let target = statement.value { lowering.lower(target.element, .write, received: element) }
      if let body = statement.body { lowering.visitStatement(body.element) }
      for child in node.children where child.kind == .unexpected { lowering.visitStatement(child) }
    }
  }

  /// A place that takes a value.
  mutating func receive(_ target: ExpressionSyntax?) {
    if let target { lower(target.element, .write) }
  }
}
