internal import PikeSyntax

extension BodyLowering {
  /// What the body of an item is made of. Members of a class are items of their own.
  mutating func visitItem(_ node: SyntaxNode) {
    switch node.kind {
    case .functionDeclaration: visitFunction(node)
    case .variableDeclaration:
      _ = typeOf(VariableSyntax(unchecked: node).type)
      // Those behind a comma are items of their own.
      lower(VariableSyntax(unchecked: node).declarators.first?.value)
    case .constantDeclaration:
      for declarator in ConstantSyntax(unchecked: node).declarators { lower(declarator.value) }
    case .declarator: lower(DeclaratorSyntax(unchecked: node).value)
    case .enumMember: lower(EnumMemberSyntax(unchecked: node).value)
    case .inheritDeclaration: _ = programName(InheritSyntax(unchecked: node).target)
    case .importDeclaration: _ = programName(ImportSyntax(unchecked: node).target)
    case .typedefDeclaration: _ = typeOf(TypedefSyntax(unchecked: node).type)
    case .classDeclaration:
      guard let list = ClassSyntax(unchecked: node).parameterList else { return }
      for parameter in list.parameters { _ = typeOf(parameter.type) }
    default: break
    }
  }

  /// The parameters and the block, in the scope that is current.
  private mutating func visitFunction(_ node: SyntaxNode) {
    let function = FunctionSyntax(unchecked: node)
    _ = typeOf(function.returnType)
    visitParameters(function.parameterList)
    if let body = function.body { visitStatements(body.syntax) }
  }

  @discardableResult
  mutating func visitParameters(_ list: ParameterListSyntax?) -> [Item.Parameter] {
    guard let list else { return [] }
    var result: [Item.Parameter] = []
    for parameter in list.parameters {
      let type = typeOf(parameter.type)
      let isVariadic = parameter.dots != nil
      let index = declare(
        parameter.name, .parameter, isVariadic ? .array(type) : type, isInitialized: true)
      result.append(
        Item.Parameter(name: index.map { locals[$0].name }, type: type, hasDefault: false, isVariadic: isVariadic))
    }
    return result
  }

  mutating func visitLambda(_ parameters: ParameterListSyntax?, _ body: BlockSyntax?, _ range: Range<Int>) {
    within(.function, range) {
      $0.visitParameters(parameters)
      if let body { $0.visitStatements(body.syntax) }
    }
  }

  /// `int name(int a) { … }` in a block; it may call itself.
  mutating func visitLocalFunction(_ node: SyntaxNode) {
    let function = LocalFunctionSyntax(unchecked: node)
    let type = typeOf(function.returnType)
    let index = declare(function.name, .function, type, isInitialized: true)
    var parameters: [Item.Parameter] = []
    within(.function, node.rangeWithTrivia) {
      parameters = $0.visitParameters(function.parameterList)
      if let body = function.body { $0.visitStatements(body.syntax) }
    }
    if let index { locals[index].parameters = parameters }
  }

  /// `int a = 1, b`: no variable is seen by its own value.
  mutating func visitLocalDeclaration(_ node: SyntaxNode) {
    let declaration = LocalDeclarationSyntax(unchecked: node)
    let type = typeOf(declaration.type)
    for declarator in declaration.declarators {
      let value = declarator.value.map { lower($0.element) }
      declare(
        declarator.name, .variable, type, value: value, isInitialized: declarator.equal != nil,
        visibleFrom: declarator.syntax.endOffset)
    }
  }

  mutating func visitConstants(_ node: SyntaxNode) {
    for declarator in ConstantSyntax(unchecked: node).declarators {
      let value = declarator.value.map { lower($0.element) }
      declare(
        declarator.name, .constant, value: value, isInitialized: true, visibleFrom: declarator.syntax.endOffset)
    }
  }

  mutating func visitEnum(_ node: SyntaxNode, declares: Bool = true) {
    let declaration = EnumSyntax(unchecked: node)
    if declares { declare(declaration.name, .enum) }
    for member in declaration.members {
      let value = member.value.map { lower($0.element) }
      if declares { declare(member.name, .enumMember, .basic("int"), value: value, isInitialized: true) }
    }
  }
}
