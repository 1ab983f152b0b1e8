import PikeSyntax

extension ViewWalker {
  mutating func visit(_ declaration: DeclarationSyntax) {
    switch declaration {
    case .inherit(let view): visit(view)
    case .import(let view): visit(view)
    case .constant(let view): visit(view)
    case .class(let view): visit(view)
    case .enum(let view): visit(view)
    case .typedef(let view): visit(view)
    case .function(let view): visit(view)
    case .variable(let view): visit(view)
    case .modifierBlock(let view):
      enter(view)
      visitModifiers(view)
      visit(view.body)
    case .conditionalGroup(let view): visit(view)
    case .directive(let view): visit(view)
    case .empty(let node), .unexpected(let node), .tooDeep(let node): enter(node)
    }
  }

  private mutating func visit(_ view: InheritSyntax) {
    enter(view)
    visitModifiers(view)
    add(view.keyword, view.semicolon)
    visit(view.target)
    guard let clause = view.aliasClause else { return }
    enter(clause)
    add(clause.colon)
    declare(view.alias)
    visit(clause.string)
  }

  mutating func visit(_ view: ImportSyntax) {
    enter(view)
    add(view.keyword, view.semicolon)
    visit(view.target)
  }

  mutating func visit(_ view: ProgramNameSyntax?) {
    guard let view else { return }
    add(view.name)
    add(view.strings)
    visit(view.qualifiedName)
    if let node = view.element.node { enter(node) }
    visit(ExpressionSyntax(view.element))
  }

  mutating func visit(_ view: ConstantSyntax) {
    enter(view)
    visitModifiers(view)
    add(view.keyword, view.semicolon)
    visit(view.declarators)
  }

  mutating func visit(_ view: ClassSyntax) {
    enter(view)
    visitModifiers(view)
    add(view.keyword)
    declare(view.name)
    visit(view.parameterList)
    visit(view.body)
  }

  mutating func visit(_ view: EnumSyntax) {
    enter(view)
    visitModifiers(view)
    add(view.keyword)
    declare(view.name)
    if let body = view.body {
      enter(body)
      add(body.leftBrace, body.rightBrace)
    }
    for member in view.members {
      enter(member)
      declare(member.name)
      add(member.equal)
      visit(member.value)
    }
  }

  private mutating func visit(_ view: TypedefSyntax) {
    enter(view)
    visitModifiers(view)
    add(view.keyword, view.semicolon)
    visit(view.type)
    declare(view.name)
  }

  private mutating func visit(_ view: FunctionSyntax) {
    enter(view)
    visitModifiers(view)
    visit(view.returnType)
    add(view.constantKeyword, view.semicolon)
    declare(view.name)
    visit(view.parameterList)
    visit(view.body)
  }

  private mutating func visit(_ view: VariableSyntax) {
    enter(view)
    visitModifiers(view)
    visit(view.type)
    add(view.constantKeyword, view.semicolon)
    visit(view.declarators)
  }

  // MARK: Types

  mutating func visit(_ type: TypeSyntax?) {
    guard let type else { return }
    switch type.form {
    case .name(let token), .missing(let token): add(token)
    case .tooDeep(let node): enter(node)
    case .qualifiedName(let view): visit(view)
    case .basic(let view):
      enter(view)
      add(view.keyword)
      visit(view.range)
    case .container(let view):
      enter(view)
      add(view.keyword)
      visit(view.elementType)
    case .mapping(let view):
      enter(view)
      add(view.keyword, view.colon)
      visit(view.keyType)
      visit(view.valueType)
    case .function(let view): visit(view)
    case .object(let view):
      enter(view)
      add(view.keyword)
      visit(view.program)
      add(view.strings)
    case .union(let view):
      enter(view)
      for type in view.types { visit(type) }
    case .attributed(let view):
      enter(view)
      add(view.keyword)
      add(view.names)
      visit(view.type)
    }
  }

  private mutating func visit(_ view: TypeRangeSyntax?) {
    guard let view else { return }
    enter(view)
    add(view.bits, view.dots)
    add(view.lowerBound)
    add(view.upperBound)
  }

  private mutating func visit(_ view: FunctionTypeSyntax) {
    enter(view)
    add(view.keyword, view.dots, view.colon)
    for type in view.parameterTypes { visit(type) }
    visit(view.returnType)
  }

  mutating func visit(_ name: QualifiedNameSyntax?) {
    guard let name else { return }
    enter(name)
    add(name.name)
    add(name.parts)
    add(name.separators)
  }
}
