/// An expression, or what may stand in its place. Names and literals of one token are tokens.
package struct ExpressionSyntax: SyntaxView {
  package let element: SyntaxElement

  package init?(_ element: SyntaxElement) {
    switch element {
    case .token(let token): guard Self.accepts(token) else { return nil }
    case .node(let node): guard Self.accepts(node.kind) else { return nil }
    }
    self.element = element
  }

  static func accepts(_ token: SyntaxToken) -> Bool {
    switch token.kind {
    case .identifier, .reservedName, .integer, .float, .malformedNumber, .character, .unterminatedCharacter: true
    default: token.kind.isString
    }
  }

  static func accepts(_ kind: SyntaxKind) -> Bool {
    switch kind {
    case .commaExpression, .localDeclaration, .assignmentExpression, .destructuring, .conditionalExpression,
      .infixExpression, .prefixExpression, .castExpression, .softCastExpression, .postfixExpression,
      .parenthesizedExpression, .arrayLiteral, .mappingLiteral, .multisetLiteral, .spreadExpression,
      .stringConcatenation, .lambdaExpression, .catchExpression, .gaugeExpression, .typeofExpression,
      .sscanfExpression, .rangeBound, .typedLvalue, .qualifiedName, .classDeclaration, .enumDeclaration,
      .localFunctionStatement, .tooDeep:
      true
    default: false
    }
  }

  package enum Form: Sendable {
    case name(SyntaxToken)
    case qualifiedName(QualifiedNameSyntax)
    /// A number, a character or a string.
    case literal(SyntaxToken)
    case strings(StringConcatenationSyntax)
    case array(ArrayLiteralSyntax)
    case mapping(MappingLiteralSyntax)
    case multiset(MultisetLiteralSyntax)
    case parenthesized(ParenthesizedSyntax)
    case comma(CommaExpressionSyntax)
    case assignment(AssignmentSyntax)
    case conditional(ConditionalSyntax)
    case infix(InfixSyntax)
    case prefix(PrefixSyntax)
    case postfix(PostfixSyntax)
    case cast(CastSyntax)
    /// `@a`, among arguments and elements.
    case spread(SpreadSyntax)
    /// `<1`, in an index.
    case rangeBound(RangeBoundSyntax)
    case destructuring(DestructuringSyntax)
    case typedLvalue(TypedLvalueSyntax)
    case lambda(LambdaSyntax)
    case `catch`(GuardedSyntax)
    case gauge(GuardedSyntax)
    case typeof(TypeofSyntax)
    case sscanf(SscanfSyntax)
    case localDeclaration(LocalDeclarationSyntax)
    case localFunction(LocalFunctionSyntax)
    case `class`(ClassSyntax)
    case `enum`(EnumSyntax)
    case missing(SyntaxToken)
    case tooDeep(SyntaxNode)
  }

  package var form: Form {
    switch element {
    case .token(let token):
      if token.isMissing { return .missing(token) }
      return token.kind == .identifier || token.kind == .reservedName ? .name(token) : .literal(token)
    case .node(let node):
      return Self.operation(node) ?? Self.literal(node) ?? Self.construct(node) ?? .tooDeep(node)
    }
  }

  private static func operation(_ node: SyntaxNode) -> Form? {
    switch node.kind {
    case .commaExpression: .comma(CommaExpressionSyntax(unchecked: node))
    case .assignmentExpression: .assignment(AssignmentSyntax(unchecked: node))
    case .conditionalExpression: .conditional(ConditionalSyntax(unchecked: node))
    case .infixExpression: .infix(InfixSyntax(unchecked: node))
    case .prefixExpression: .prefix(PrefixSyntax(unchecked: node))
    case .postfixExpression: .postfix(PostfixSyntax(unchecked: node))
    case .castExpression, .softCastExpression: .cast(CastSyntax(unchecked: node))
    case .spreadExpression: .spread(SpreadSyntax(unchecked: node))
    case .rangeBound: .rangeBound(RangeBoundSyntax(unchecked: node))
    case .destructuring: .destructuring(DestructuringSyntax(unchecked: node))
    case .typedLvalue: .typedLvalue(TypedLvalueSyntax(unchecked: node))
    default: nil
    }
  }

  private static func literal(_ node: SyntaxNode) -> Form? {
    switch node.kind {
    case .qualifiedName: .qualifiedName(QualifiedNameSyntax(unchecked: node))
    case .stringConcatenation: .strings(StringConcatenationSyntax(unchecked: node))
    case .arrayLiteral: .array(ArrayLiteralSyntax(unchecked: node))
    case .mappingLiteral: .mapping(MappingLiteralSyntax(unchecked: node))
    case .multisetLiteral: .multiset(MultisetLiteralSyntax(unchecked: node))
    case .parenthesizedExpression: .parenthesized(ParenthesizedSyntax(unchecked: node))
    default: nil
    }
  }

  private static func construct(_ node: SyntaxNode) -> Form? {
    switch node.kind {
    case .lambdaExpression: .lambda(LambdaSyntax(unchecked: node))
    case .catchExpression: .catch(GuardedSyntax(unchecked: node))
    case .gaugeExpression: .gauge(GuardedSyntax(unchecked: node))
    case .typeofExpression: .typeof(TypeofSyntax(unchecked: node))
    case .sscanfExpression: .sscanf(SscanfSyntax(unchecked: node))
    case .localDeclaration: .localDeclaration(LocalDeclarationSyntax(unchecked: node))
    case .localFunctionStatement: .localFunction(LocalFunctionSyntax(unchecked: node))
    case .classDeclaration: .class(ClassSyntax(unchecked: node))
    case .enumDeclaration: .enum(EnumSyntax(unchecked: node))
    default: nil
    }
  }
}
