import PikeSyntax

/// What a name is, as far as the syntax around it tells.
enum IdentifierRole {
  typealias Style = (kind: SemanticToken.Kind, modifiers: SemanticToken.Modifiers)

  /// What surrounds a token on the way from the root to it.
  struct Surroundings {
    var parent: SyntaxKind
    var grandparent: SyntaxKind
    var isInClass: Bool
    /// Before it in its parent stands a type, or what else comes before a name.
    var isBehindType: Bool
    /// It is the last child of its parent.
    var isLast: Bool
    /// Behind it, or behind its parent, stands a call's parenthesis.
    var isCalled: Bool
  }

  static func style(of surroundings: Surroundings) -> Style {
    switch surroundings.parent {
    case .functionDeclaration, .localFunctionStatement, .variableDeclaration, .localDeclaration, .typedLvalue,
      .parameter,
      .typedefDeclaration, .classDeclaration, .enumDeclaration, .enumMember, .declarator, .inheritName:
      declaration(surroundings) ?? operand(surroundings)
    case .castExpression, .softCastExpression: surroundings.isLast ? operand(surroundings) : (.class, [])
    case .arrayType, .multisetType, .mappingType, .functionType, .objectType, .programType, .unionType, .attributedType,
      .inheritDeclaration:
      (.class, [])
    case .importDeclaration: (.namespace, [])
    case .qualifiedName: qualifiedName(surroundings)
    case .memberSuffix: (surroundings.isCalled ? .method : .property, [])
    case .labeledStatement where !surroundings.isLast, .breakStatement, .continueStatement: (.variable, .readonly)
    case let kind where kind.isDirective: (.macro, [])
    default: operand(surroundings)
    }
  }

  private static func declaration(_ surroundings: Surroundings) -> Style? {
    switch surroundings.parent {
    case .classDeclaration: (.class, .declaration)
    case .enumDeclaration: (.enum, .declaration)
    case .inheritName: (.namespace, .declaration)
    case .enumMember: surroundings.isBehindType ? nil : (.enumMember, [.declaration, .readonly])
    case .declarator: surroundings.isBehindType ? nil : declarator(surroundings)
    case _ where !surroundings.isBehindType: (.class, [])
    case .functionDeclaration: (surroundings.isInClass ? .method : .function, .declaration)
    case .localFunctionStatement: (.function, .declaration)
    case .typedefDeclaration: (.type, .declaration)
    case .parameter: (.parameter, .declaration)
    default: (.variable, .declaration)
    }
  }

  private static func declarator(_ surroundings: Surroundings) -> Style {
    switch surroundings.grandparent {
    case .constantDeclaration, .constantStatement: (.variable, [.declaration, .readonly])
    case .variableDeclaration where surroundings.isInClass: (.property, .declaration)
    default: (.variable, .declaration)
    }
  }

  private static func qualifiedName(_ surroundings: Surroundings) -> Style {
    guard surroundings.isLast else { return (.namespace, []) }
    return switch surroundings.grandparent {
    case .importDeclaration: (.namespace, [])
    case .postfixExpression, .infixExpression, .argumentList, .expressionStatement, .assignmentExpression,
      .returnStatement, .declarator, .parenthesizedExpression:
      operand(surroundings)
    default: (.class, [])
    }
  }

  private static func operand(_ surroundings: Surroundings) -> Style {
    (surroundings.isCalled ? .function : .variable, [])
  }
}
