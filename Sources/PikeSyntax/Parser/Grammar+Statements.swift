// What stands in a block.
extension Parser {
  mutating func parseBlock() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = self.mark
    take()
    parseStatements(until: .rightBrace, parent: .block)
    expect(.rightBrace, .closing)
    finish(.block, from: mark)
  }

  mutating func parseStatement() {
    let mark = self.mark
    switch current.kind {
    case .leftBrace: return parseBlock()
    case .semicolon:
      take()
      return finish(.emptyStatement, from: mark)
    case .importKeyword: return parseImport(mark)
    case .constantKeyword: return parseConstant(.constantStatement, mark)
    case .breakKeyword: return parseJump(.breakStatement, mark)
    case .continueKeyword: return parseJump(.continueStatement, mark)
    case .returnKeyword: return parseReturn(mark)
    case .caseKeyword: return parseCase(mark)
    case .defaultKeyword: return parseDefault(mark)
    default: break
    }
    guard descend() else { return }
    defer { depth -= 1 }
    switch current.kind {
    case .ifKeyword: parseIf(mark)
    case .whileKeyword: parseConditionAndBody(.whileStatement, mark)
    case .switchKeyword: parseConditionAndBody(.switchStatement, mark)
    case .doKeyword: parseDo(mark)
    case .forKeyword: parseFor(mark)
    case .foreachKeyword: parseForeach(mark)
    case .identifier where peek(1).kind == .colon: parseLabeled(mark)
    default: parseExpressionStatement(mark)
    }
  }

  // MARK: Simple statements

  private mutating func parseJump(_ kind: SyntaxKind, _ mark: Int) {
    take()
    _ = take(if: .identifier)
    expectSemicolon(.afterStatement)
    finish(kind, from: mark)
  }

  private mutating func parseReturn(_ mark: Int) {
    take()
    if !at(.semicolon), startsExpression { parseCommaExpression() }
    expectSemicolon(.afterStatement)
    finish(.returnStatement, from: mark)
  }

  private mutating func parseCase(_ mark: Int) {
    take()
    if !isAtRangeDots { parseCommaExpressionOrMissing() }
    if isAtRangeDots {
      takeRangeDots()
      if !at(.colon) { parseCommaExpressionOrMissing() }
    }
    expectColon(.colonAfterCase)
    finish(.caseLabel, from: mark)
  }

  private mutating func parseDefault(_ mark: Int) {
    take()
    expectColon(.colonAfterCase)
    finish(.defaultLabel, from: mark)
  }

  /// A `;` in its place is passed over: it is an easy slip.
  private mutating func expectColon(_ problem: Problem) {
    if take(if: .colon) { return }
    missing(.colon, problem)
    if at(.semicolon) { takeUnexpected() }
  }

  private mutating func parseLabeled(_ mark: Int) {
    take()
    take()
    parseBody()
    finish(.labeledStatement, from: mark)
  }

  /// An expression, variables, or a function.
  private mutating func parseExpressionStatement(_ mark: Int) {
    guard startsExpression, !at(.localKeyword) || peek(1).kind == .colonColon else { return parseStrayStatement() }
    let kind = parseCommaExpression()
    switch kind {
    case .localFunctionStatement: expectSemicolon(.afterLocalFunction)
    case .localDeclaration: expectSemicolon(.afterDeclaration)
    default: expectSemicolon(.afterExpression)
    }
    finish(kind == .localDeclaration ? .variableStatement : .expressionStatement, from: mark)
  }

  private mutating func parseStrayStatement() {
    if at(.elseKeyword) || current.kind.isModifier || current.kind.isKeyword { return takeUnexpected() }
    skipUnexpected {
      $0.at(.semicolon) || $0.at(.rightBrace) || $0.at(.leftBrace) || $0.isAtLineStart
        || $0.current.kind.isStatementKeyword
    }
    _ = take(if: .semicolon)
  }

  // MARK: Statements with statements in them

  /// The statement that another one governs.
  private mutating func parseBody() {
    if isAtEnd || at(.rightBrace) { return missing(.semicolon, .body) }
    parseStatement()
  }

  /// `(condition)`
  private mutating func parseCondition() {
    guard take(if: .leftParenthesis) else {
      missing(.leftParenthesis, .opening)
      return parseConditionWithoutParenthesis()
    }
    // `while (a b();` declares no function.
    let isFunction = at(.identifier) && peek(1).kind == .identifier && peek(2).kind == .leftParenthesis
    if isFunction { parseAssignment() } else { parseCommaExpressionOrMissing() }
    if current.kind.canStartStatement, !isClosedInStatement() {
      missing(.rightParenthesis, .closing)
    } else {
      expectClosing(.rightParenthesis)
    }
  }

  /// Whether a parenthesis that is open is closed before the statement ends: then what stands here is in its way.
  private mutating func isClosedInStatement() -> Bool {
    var open = 1
    for distance in 0..<Self.conditionLimit {
      switch peek(distance).kind {
      case .semicolon, .leftBrace, .rightBrace, .endOfFile, .endOfBranch: return false
      case .leftParenthesis: open += 1
      case .rightParenthesis:
        open -= 1
        if open == 0 { return true }
      default: break
      }
    }
    return true
  }

  private static var conditionLimit: Int { 64 }

  /// `if a { … }`: what is there is read, and one mistake said.
  private mutating func parseConditionWithoutParenthesis() {
    guard startsExpression, !isAtLineStart else { return }
    parseAssignment()
    if take(if: .rightParenthesis) { return }
    takenAtLastError = taken
    missing(.rightParenthesis, .closing)
  }

  private mutating func parseConditionAndBody(_ kind: SyntaxKind, _ mark: Int) {
    take()
    parseCondition()
    parseBody()
    finish(kind, from: mark)
  }

  /// A chain of `else if` is one node, however long.
  private mutating func parseIf(_ mark: Int) {
    take()
    parseCondition()
    parseBody()
    while take(if: .elseKeyword) {
      guard at(.ifKeyword) else {
        parseBody()
        break
      }
      take()
      parseCondition()
      parseBody()
    }
    finish(.ifStatement, from: mark)
  }

  private mutating func parseDo(_ mark: Int) {
    take()
    parseBody()
    if take(if: .whileKeyword) {
      parseCondition()
      expectSemicolon(.afterStatement)
    } else {
      missing(.whileKeyword, .whileAfterDo)
    }
    finish(.doStatement, from: mark)
  }

  private mutating func parseFor(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      if !at(.semicolon) { parseCommaExpressionOrMissing() }
      expect(.semicolon, .separator)
      if !at(.semicolon) { parseCommaExpressionOrMissing() }
      expect(.semicolon, .separator)
      if !at(.rightParenthesis) { parseCommaExpressionOrMissing() }
      expectClosing(.rightParenthesis)
    } else {
      missing(.leftParenthesis, .opening)
    }
    parseBody()
    finish(.forStatement, from: mark)
  }

  private mutating func parseForeach(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      parseAssignmentOrMissing()
      if take(if: .comma) {
        parseLvalueOrMissing()
        if at(.semicolon) {
          takeUnexpected()
          if !at(.rightParenthesis) { parseLvalueOrMissing() }
        }
      } else if take(if: .semicolon) {
        if !at(.semicolon) { parseLvalueOrMissing() }
        expect(.semicolon, .separator)
        if !at(.rightParenthesis) { parseLvalueOrMissing() }
        if at(.semicolon) { skipUnexpected { $0.at(.rightParenthesis) || $0.at(.leftBrace) || $0.isAtLineStart } }
      } else {
        missing(.comma, .separator)
      }
      expectClosing(.rightParenthesis)
    } else {
      missing(.leftParenthesis, .opening)
    }
    parseBody()
    finish(.foreachStatement, from: mark)
  }
}
