internal import PikeSyntax

/// Expressions: each gets a number, by which its type can be asked.
extension BodyLowering {
  mutating func lower(_ expression: ExpressionSyntax?) {
    if let expression { lower(expression.element) }
  }

  /// `received` is the number of the value that a place takes.
  @discardableResult
  mutating func lower(_ element: SyntaxElement, _ access: Body.Access = .read, received: Int? = nil) -> Int {
    switch element {
    case .token(let token): return lower(token, access)
    case .node(let node):
      let result = nested(node, nil) { $0.lower(node, access, received) }
      return result ?? add(.unknown)
    }
  }

  private mutating func lower(_ token: SyntaxToken, _ access: Body.Access) -> Int {
    switch token.kind {
    case .identifier, .reservedName:
      if token.isMissing { return add(.unknown) }
      return add(.use(use(token, .name, access)))
    case .integer, .character: return literal("int")
    case .float: return literal("float")
    case .string, .multilineString, .literalString, .includedString: return literal("string")
    default: return add(.unknown)
    }
  }

  func isExpression(_ element: SyntaxElement) -> Bool { ExpressionSyntax(element) != nil }

  mutating func literal(_ name: String) -> Int { add(.typed(.basic(name), scope: scope)) }

  private mutating func lower(_ node: SyntaxNode, _ access: Body.Access, _ received: Int?) -> Int? {
    switch node.kind {
    case .postfixExpression: return postfix(node, access)
    case .infixExpression: return infix(node)
    case .assignmentExpression: return assignment(node)
    case .prefixExpression: return prefix(node)
    case .castExpression, .softCastExpression: return cast(node)
    case .typedLvalue:
      let lvalue = TypedLvalueSyntax(unchecked: node)
      let type = typeOf(lvalue.type)
      declare(lvalue.name, .variable, type, value: received, isInitialized: true)
      return nil
    case .destructuring:
      for target in DestructuringSyntax(unchecked: node).targets { receive(target) }
      return nil
    case .commaExpression, .parenthesizedExpression, .spreadExpression, .rangeBound: return lowerAll(node).last
    case .conditionalExpression:
      let operands = lowerAll(node)
      let values = operands.indices.filter { $0 % 2 == 1 || $0 == operands.count - 1 }
      return add(.either(values.map { operands[$0] }))
    case .arrayLiteral: return add(.array(lowerAll(node).first))
    case .multisetLiteral: return add(.multiset(lowerAll(node).first))
    case .mappingLiteral: return mapping(node)
    default: return construct(node, access)
    }
  }

  private mutating func construct(_ node: SyntaxNode, _ access: Body.Access) -> Int? {
    switch node.kind {
    case .qualifiedName: return qualifiedName(QualifiedNameSyntax(unchecked: node), access).expression
    case .stringConcatenation:
      lowerAll(node)
      return literal("string")
    case .lambdaExpression:
      let lambda = LambdaSyntax(unchecked: node)
      visitLambda(lambda.parameterList, lambda.body, node.rangeWithTrivia)
      return add(.lambda)
    case .catchExpression, .gaugeExpression:
      let guarded = GuardedSyntax(unchecked: node)
      if let block = guarded.block {
        within(.block, block.syntax.rangeWithTrivia) { $0.visitStatements(block.syntax) }
      } else {
        lower(guarded.expression)
      }
      return literal(node.kind == .catchExpression ? "mixed" : "float")
    case .typeofExpression:
      lowerAll(node)
      return nil
    case .sscanfExpression: return sscanf(node)
    case .localDeclaration: visitLocalDeclaration(node)
    case .localFunctionStatement: visitLocalFunction(node)
    case .classDeclaration: visitClass(node)
    case .enumDeclaration: visitEnum(node)
    default: mention(node)
    }
    return nil
  }

  /// All parts that are expressions; what is unexpected is mentioned.
  @discardableResult
  mutating func lowerAll(_ node: SyntaxNode) -> [Int] {
    var result: [Int] = []
    for element in node.children {
      if isExpression(element) {
        result.append(lower(element))
      } else if case .node(let inner) = element, inner.kind == .unexpected {
        mention(inner)
      }
    }
    return result
  }

  private mutating func mapping(_ node: SyntaxNode) -> Int {
    var first: (key: Int?, value: Int?)?
    for element in node.children {
      guard let entry = MappingEntrySyntax(element) else {
        if isExpression(element) { lower(element) }
        continue
      }
      let key = entry.key.map { lower($0.element) }
      let value = entry.value.map { lower($0.element) }
      if first == nil { first = (key, value) }
    }
    return add(.mapping(key: first?.key, value: first?.value))
  }

  private mutating func sscanf(_ node: SyntaxNode) -> Int {
    let call = SscanfSyntax(unchecked: node)
    for (index, argument) in call.arguments.enumerated() { lower(argument.element, index < 2 ? .read : .write) }
    return literal("int")
  }

  // MARK: Operators

  private mutating func infix(_ node: SyntaxNode) -> Int? {
    let operands = lowerAll(node)
    guard let kind = InfixSyntax(unchecked: node).operators.first?.kind, let first = operands.first else { return nil }
    switch kind {
    case .pipePipe, .questionColon: return add(.either(operands))
    case .ampersandAmpersand: return operands.last
    case .equalEqual, .bangEqual, .less, .greater, .lessEqual, .greaterEqual, .percent, .shiftLeft, .shiftRight:
      return literal("int")
    default: return first
    }
  }

  private mutating func assignment(_ node: SyntaxNode) -> Int? {
    var pending: SyntaxElement?
    for element in node.children {
      if isExpression(element) {
        if let previous = pending { lower(previous, .read) }
        pending = element
      } else if let target = pending {
        let isPlain = element.kind == .equal || element.node.map { $0.firstToken?.kind == .equal } ?? false
        lower(target, isPlain ? .write : [.read, .write])
        pending = nil
      }
    }
    return pending.map { lower($0) }
  }

  private mutating func prefix(_ node: SyntaxNode) -> Int? {
    let prefix = PrefixSyntax(unchecked: node)
    let kind = prefix.operator?.kind
    guard let operand = prefix.operand else { return nil }
    let isStep = kind == .plusPlus || kind == .minusMinus
    let value = lower(operand.element, isStep ? [.read, .write] : .read)
    return kind == .bang ? literal("int") : value
  }

  private mutating func cast(_ node: SyntaxNode) -> Int {
    let cast = CastSyntax(unchecked: node)
    let type = typeOf(cast.type)
    lower(cast.operand)
    return add(.typed(type, scope: scope))
  }
}
