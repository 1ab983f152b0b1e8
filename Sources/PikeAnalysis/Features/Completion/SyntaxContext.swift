import PikeSyntax

/// What may follow a token, from its kind and the nodes around it.
struct SyntaxContext {
  private(set) var place: CompletionSite.Place
  private(set) var surroundings = CompletionSite.Surroundings()

  private let nodes: [SyntaxNode]
  private let token: SyntaxToken?
  /// The place is on a later line than the token.
  private let isOnNewLine: Bool

  init(_ tree: SyntaxTree, before last: PrecedingText.Token?, nameStart: Int) {
    token = last?.path?.token
    nodes = last?.path?.nodes ?? []
    let gap = (last?.range.upperBound ?? 0)..<nameStart
    isOnNewLine = tree.text[gap].contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    place = .nothing
    guard let last else {
      place = .declaration(isBehindModifiers: false)
      return
    }
    place = token == nil ? placeBehindText(last.kind) : placeBehindToken(last.kind)
    surroundings = findSurroundings()
  }

  private var parent: SyntaxKind { nodes.last?.kind ?? .sourceFile }

  /// In the use of a macro, and the like, the nodes say nothing.
  private func placeBehindText(_ kind: SyntaxKind) -> CompletionSite.Place {
    kind.endsOperand || kind.isTypeKeyword ? .nothing : .expression(allowsTypes: kind == .leftParenthesis)
  }

  private func placeBehindToken(_ kind: SyntaxKind) -> CompletionSite.Place {
    if parent.isDirective { return placeBehindDirective(kind) }
    if kind.isModifier, kind != .localKeyword || !isInBody { return .declaration(isBehindModifiers: true) }
    if kind.isTypeKeyword { return .nothing }
    if kind.isKeyword { return placeBehindKeyword(kind) }
    switch kind {
    case .leftBrace: return placeBehindLeftBrace
    case .rightBrace: return parent == .arrayLiteral ? .nothing : listPlace
    case .semicolon where parent == .foreachStatement: return .expression(allowsTypes: true)
    case .semicolon: return parent == .forStatement ? placeInFor : listPlace
    case .rightParenthesis: return placeBehindRightParenthesis
    case .rightBracket: return parent == .softCastExpression ? .expression(allowsTypes: false) : placeBehindOperand
    case .leftParenthesis, .comma, .pipe, .colon, .leftBracket: return placeBehindSeparator(kind)
    case .dotDotDot where nodes.contains { $0.kind == .parameter }: return .nothing
    case .at, .equal: return .expression(allowsTypes: false)
    default: return kind.endsOperand ? placeBehindOperand : .expression(allowsTypes: false)
    }
  }

  // MARK: Words

  private func placeBehindKeyword(_ kind: SyntaxKind) -> CompletionSite.Place {
    switch kind {
    case .inheritKeyword: .inheritTarget
    case .importKeyword: .importTarget
    case .typedefKeyword: .type
    case .elseKeyword, .doKeyword: .statement
    case .returnKeyword, .caseKeyword: .expression(allowsTypes: false)
    case .funcKeyword: placeBehindOperand
    default: .nothing
    }
  }

  private func placeBehindDirective(_ kind: SyntaxKind) -> CompletionSite.Place {
    if isOnNewLine { return listPlace }
    return placeBehindText(kind)
  }

  // MARK: Brackets

  private var placeBehindLeftBrace: CompletionSite.Place {
    switch parent {
    case .block: .statement
    case .classBody, .sourceFile: .declaration(isBehindModifiers: false)
    case .arrayLiteral: .expression(allowsTypes: false)
    case .enumBody: .nothing
    default: isInBody ? .statement : .declaration(isBehindModifiers: false)
    }
  }

  private var placeBehindRightParenthesis: CompletionSite.Place {
    switch parent {
    case .ifStatement, .whileStatement, .forStatement, .foreachStatement, .switchStatement: .statement
    case .castExpression: .expression(allowsTypes: false)
    default: placeBehindOperand
    }
  }

  private var placeInFor: CompletionSite.Place {
    guard let header = nodes.last.flatMap({ ForSyntax($0) }), let token,
      header.rightParenthesis.map({ $0.isMissing || token.offset < $0.offset }) ?? true
    else { return listPlace }
    return .expression(allowsTypes: false)
  }

  private func placeBehindSeparator(_ kind: SyntaxKind) -> CompletionSite.Place {
    switch parent {
    case .parameterList, .arrayType, .multisetType, .mappingType, .functionType, .unionType, .attributedType:
      .type
    case .objectType, .programType: .inheritTarget
    case .typeRange, .enumBody, .inheritName, .constantDeclaration, .constantStatement, .variableDeclaration,
      .localDeclaration:
      .nothing
    case .caseLabel, .defaultLabel, .labeledStatement: kind == .colon ? .statement : .expression(allowsTypes: false)
    case .forStatement, .foreachStatement, .ifStatement, .whileStatement, .switchStatement, .sscanfExpression,
      .parenthesizedExpression, .destructuring:
      .expression(allowsTypes: true)
    case .castExpression: .type
    default: kind == .leftBracket ? .expression(allowsTypes: true) : .expression(allowsTypes: false)
    }
  }

  // MARK: Lists

  /// An operator, or a new name, is what may follow on the same line; on another, most likely the next item.
  private var placeBehindOperand: CompletionSite.Place { isOnNewLine ? listPlace : .nothing }

  private var listPlace: CompletionSite.Place {
    isInBody ? .statement : isInEnum ? .nothing : .declaration(isBehindModifiers: false)
  }

  private var isInBody: Bool {
    guard let list = innermostList else { return false }
    return list == .block || list == .statementBranch || list == .inactiveStatementBranch
  }

  private var isInEnum: Bool { innermostList == .enumBody }

  /// The list that goes on behind the token.
  private var innermostList: SyntaxKind? {
    for (index, node) in nodes.enumerated().reversed() {
      let isClosed = index == nodes.count - 1 && token?.kind == .rightBrace && node.endOffset == token?.endOffset
      if !isClosed, node.kind.isList { return node.kind }
    }
    return nil
  }

  private func findSurroundings() -> CompletionSite.Surroundings {
    var result = CompletionSite.Surroundings()
    // Up to the function around.
    for node in nodes.reversed() {
      switch node.kind {
      case .whileStatement, .doStatement, .forStatement, .foreachStatement: result.isInLoop = true
      case .switchStatement: result.isInSwitch = true
      case .ifStatement: result.isBehindIf = result.isBehindIf || node.endOffset == token?.endOffset
      case .functionDeclaration, .localFunctionStatement, .lambdaExpression, .implicitLambda, .classBody: return result
      default: break
      }
    }
    return result
  }
}

extension SyntaxKind {
  fileprivate var isList: Bool {
    switch self {
    case .sourceFile, .classBody, .block, .enumBody, .declarationBranch, .statementBranch, .inactiveDeclarationBranch,
      .inactiveStatementBranch:
      true
    default: false
    }
  }
}
