/// What a closing bracket closes, in words.
enum ConstructName {
  /// Nil for what needs no name. The last of `nodes` is the one in which the bracket is missing, the others stand around it.
  static func of(closing bracket: SyntaxKind, in nodes: [GreenNode]) -> String? {
    guard let node = nodes.last else { return nil }
    switch node.kind {
    case .classBody: return nodes.dropLast().last?.kind == .modifierBlock ? "this group" : "this class"
    case .block: return nodes.dropLast().last.flatMap { name(ofBlockIn: $0.kind) } ?? "this block"
    case .enumBody: return "this enum"
    default: return bracket == .rightBrace && node.kind != .arrayLiteral ? nil : name(of: node.kind)
    }
  }

  private static func name(ofBlockIn kind: SyntaxKind) -> String? {
    switch kind {
    case .functionDeclaration, .localFunctionStatement, .lambdaExpression, .implicitLambda: "this function"
    default: keyword(of: kind).map { "this `\($0)`" }
    }
  }

  private static func name(of kind: SyntaxKind) -> String? {
    switch kind {
    case .argumentList: "the arguments"
    case .parameterList: "the parameters"
    case .subscriptSuffix: "this index"
    case .arrayLiteral: "this array"
    case .mappingLiteral: "this mapping"
    case .multisetLiteral: "this multiset"
    case .castExpression: "this cast"
    case .softCastExpression: "this soft cast"
    case .destructuring: "this list of variables"
    case .typeRange: "this range"
    case .basicType, .arrayType, .mappingType, .multisetType, .functionType, .objectType, .programType, .attributedType:
      "this type"
    default: keyword(of: kind).map { "the parenthesis of `\($0)`" }
    }
  }

  private static func keyword(of kind: SyntaxKind) -> String? {
    switch kind {
    case .ifStatement: "if"
    case .whileStatement: "while"
    case .doStatement: "do"
    case .forStatement: "for"
    case .foreachStatement: "foreach"
    case .switchStatement: "switch"
    case .catchExpression: "catch"
    case .gaugeExpression: "gauge"
    case .typeofExpression: "typeof"
    case .sscanfExpression: "sscanf"
    default: nil
    }
  }
}

extension SyntaxKind {
  var isItemList: Bool {
    switch self {
    case .sourceFile, .classBody, .block, .declarationBranch, .statementBranch: true
    default: false
    }
  }

  /// A type and then a name.
  var declaresName: Bool {
    switch self {
    case .variableDeclaration, .functionDeclaration, .localDeclaration, .localFunctionStatement, .parameter: true
    default: false
    }
  }

  /// An item that a misspelt keyword may have turned into what it is.
  var canBeginWithMisspelling: Bool {
    self == .expressionStatement || self == .variableStatement || self == .variableDeclaration
      || self == .functionDeclaration
  }
}
