import PikeSyntax

/// Goes through a whole file by way of the views, into each of their fields, and keeps what it came by.
struct ViewWalker {
  private(set) var nodes: Set<SyntaxNode> = []
  private(set) var tokens: Set<SyntaxToken> = []
  /// The names that are declared, in the order in which they were found.
  private(set) var declaredNames: [SyntaxToken] = []

  static func walk(_ tree: SyntaxTree) -> ViewWalker {
    var walker = ViewWalker()
    walker.nodes.insert(tree.rootNode)
    walker.add(tree.sourceFile.endOfFile)
    for declaration in tree.sourceFile.declarations { walker.visit(declaration) }
    return walker
  }

  mutating func enter(_ view: some NodeView) { nodes.insert(view.syntax) }
  mutating func enter(_ node: SyntaxNode) { nodes.insert(node) }

  mutating func add(_ found: SyntaxToken?...) { tokens.formUnion(found.compactMap { $0 }) }
  mutating func add(_ found: [SyntaxToken]) { tokens.formUnion(found) }

  mutating func declare(_ name: SyntaxToken?) {
    guard let name else { return }
    add(name)
    if !name.isMissing { declaredNames.append(name) }
  }

  // MARK: Lists

  mutating func visit(_ body: ClassBodySyntax?) {
    guard let body else { return }
    enter(body)
    add(body.leftBrace, body.rightBrace)
    for declaration in body.declarations { visit(declaration) }
  }

  mutating func visit(_ block: BlockSyntax?) {
    guard let block else { return }
    enter(block)
    add(block.leftBrace, block.rightBrace)
    for statement in block.statements { visit(statement) }
  }

  mutating func visit(_ group: ConditionalGroupSyntax) {
    enter(group)
    for directive in group.directives { visit(directive) }
    for branch in group.branches {
      enter(branch)
      add(branch.inactiveText)
      for declaration in branch.declarations { visit(declaration) }
      for statement in branch.statements { visit(statement) }
    }
  }

  mutating func visit(_ directive: DirectiveSyntax) {
    enter(directive)
    add(directive.hash, directive.name)
    add(directive.arguments)
  }

  mutating func visit(_ parameters: ParameterListSyntax?) {
    guard let parameters else { return }
    enter(parameters)
    add(parameters.leftParenthesis, parameters.rightParenthesis)
    for parameter in parameters.parameters {
      enter(parameter)
      visitModifiers(parameter)
      visit(parameter.type)
      add(parameter.dots)
      declare(parameter.name)
    }
  }

  mutating func visitModifiers(_ view: some ModifiedSyntax) {
    if let list = view.modifierList { enter(list) }
    add(view.modifiers)
    for attribute in view.attributes {
      enter(attribute)
      add(attribute.keyword)
      add(attribute.names)
    }
  }

  mutating func visit(_ declarators: SyntaxViews<DeclaratorSyntax>) {
    for declarator in declarators {
      enter(declarator)
      declare(declarator.name)
      add(declarator.equal)
      visit(declarator.value)
    }
  }
}
