internal import PikeSyntax

/// Classes in functions. Their members are not items; they are the locals of the class's scope, visible in all of it.
extension BodyLowering {
  mutating func visitClass(_ node: SyntaxNode, declares: Bool = true) {
    let declaration = ClassSyntax(unchecked: node)
    if declares, let index = declare(declaration.name, .class, isInitialized: true) { locals[index].visibleFrom = 0 }
    within(.class, node.rangeWithTrivia) {
      $0.visitParameters(declaration.parameterList)
      guard let body = declaration.body else { return }
      $0.declareMembers(of: body.syntax)
      $0.visitMembers(of: body.syntax)
    }
  }

  /// Members may be used before they are declared.
  private mutating func declareMembers(of list: SyntaxNode) {
    for element in list.children {
      guard case .node(let node) = element else { continue }
      switch node.kind {
      case .functionDeclaration:
        let function = FunctionSyntax(unchecked: node)
        declareMember(function.name, .function, quietType(function.returnType))
      case .variableDeclaration:
        let variable = VariableSyntax(unchecked: node)
        let type = quietType(variable.type)
        for declarator in variable.declarators { declareMember(declarator.name, .variable, type) }
      case .constantDeclaration:
        for declarator in ConstantSyntax(unchecked: node).declarators { declareMember(declarator.name, .constant) }
      case .classDeclaration: declareMember(ClassSyntax(unchecked: node).name, .class)
      case .typedefDeclaration: declareMember(TypedefSyntax(unchecked: node).name, .typedef)
      case .enumDeclaration:
        let declaration = EnumSyntax(unchecked: node)
        declareMember(declaration.name, .enum)
        for member in declaration.members { declareMember(member.name, .enumMember, .basic("int")) }
      case .modifierBlock:
        if let body = ModifierBlockSyntax(unchecked: node).body { declareMembers(of: body.syntax) }
      case .conditionalGroup, .declarationBranch: declareMembers(of: node)
      case .unexpected, .tooDeep: scopes[scope].isOpen = true
      default: break
      }
    }
  }

  private mutating func declareMember(_ token: SyntaxToken?, _ kind: Body.Local.Kind, _ type: TypeExpression = .unknown)
  {
    if let index = declare(token, kind, type, isInitialized: true) { locals[index].visibleFrom = 0 }
  }

  private mutating func visitMembers(of list: SyntaxNode) {
    for element in list.children {
      guard case .node(let node) = element else { continue }
      nested(node, ()) { $0.visitMember(node) }
    }
  }

  private mutating func visitMember(_ node: SyntaxNode) {
    switch node.kind {
    case .functionDeclaration:
      let function = FunctionSyntax(unchecked: node)
      _ = typeOf(function.returnType)
      visitLambda(function.parameterList, function.body, node.rangeWithTrivia)
    case .inheritDeclaration:
      if let target = programName(InheritSyntax(unchecked: node).target) {
        scopes[scope].inherits.append(target)
      } else {
        scopes[scope].isOpen = true
      }
    case .importDeclaration: visitImport(node)
    case .classDeclaration: visitClass(node, declares: false)
    case .enumDeclaration: visitEnum(node, declares: false)
    case .variableDeclaration:
      _ = typeOf(VariableSyntax(unchecked: node).type)
      for declarator in VariableSyntax(unchecked: node).declarators { lower(declarator.value) }
    case .constantDeclaration, .typedefDeclaration: visitItem(node)
    case .modifierBlock:
      if let body = ModifierBlockSyntax(unchecked: node).body { visitMembers(of: body.syntax) }
    case .conditionalGroup, .declarationBranch: visitMembers(of: node)
    case .inactiveDeclarationBranch: mentionInactive(node)
    case .unexpected, .tooDeep: mention(node)
    default: break
    }
  }

  mutating func visitImport(_ node: SyntaxNode) {
    guard let target = programName(ImportSyntax(unchecked: node).target) else {
      scopes[scope].isOpen = true
      return
    }
    scopes[scope].imports.append(Body.Import(target: target, offset: node.endOffset - base))
  }
}
