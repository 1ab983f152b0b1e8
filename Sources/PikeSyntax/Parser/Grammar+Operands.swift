// Operands and what may stand behind them: members, calls, indices.
extension Parser {
  /// `a->b(c)[d]` is one node, however long: an operand and its suffixes.
  @discardableResult
  mutating func parsePostfix(allowStep: Bool = true) -> Operand {
    let mark = self.mark
    parseOperand()
    var suffixes = 0
    while parseSuffix() { suffixes += 1 }
    let isStepped = allowStep && (at(.plusPlus) || at(.minusMinus))
    if isStepped {
      let suffix = self.mark
      take()
      finish(.incrementSuffix, from: suffix)
    }
    if suffixes > 0 || isStepped { finish(.postfixExpression, from: mark) }
    return isStepped ? .other : .postfix
  }

  private mutating func parseSuffix() -> Bool {
    let mark = self.mark
    switch current.kind {
    case .leftParenthesis: parseCall(mark)
    case .leftBracket, .safeIndexStart: parseSubscript(mark)
    case .arrow:
      take()
      if at(.identifier) || at(.reservedName) || current.kind.isKeyword { take() } else { missing(.identifier, .name) }
      finish(.memberSuffix, from: mark)
    case .safeArrow, .dot:
      take()
      expectName()
      finish(.memberSuffix, from: mark)
    default: return false
    }
    return true
  }

  /// `(a, b)`, and a block behind it as the last argument.
  private mutating func parseCall(_ mark: Int) {
    guard descend() else { return }
    defer { depth -= 1 }
    parseArguments()
    if at(.leftBrace) {
      let lambda = self.mark
      parseBlock()
      finish(.implicitLambda, from: lambda)
    }
    finish(.callSuffix, from: mark)
  }

  private mutating func parseArguments() {
    let mark = self.mark
    take()
    parseElements(until: .rightParenthesis, in: .argumentList)
    expectClosing(.rightParenthesis)
    finish(.argumentList, from: mark)
  }

  /// `[i]`, `[a..b]`, `[..<1]`, `[*]`
  private mutating func parseSubscript(_ mark: Int) {
    guard descend() else { return }
    defer { depth -= 1 }
    take()
    if at(.star), peek(1).kind == .rightBracket {
      take()
    } else {
      parseBounds()
    }
    expectClosing(.rightBracket)
    finish(.subscriptSuffix, from: mark)
  }

  private mutating func parseBounds() {
    let isFromEnd = at(.less)
    var kind = SyntaxKind.expressionStatement
    if !isAtRangeDots { kind = parseBound() }
    guard isAtRangeDots else {
      // Only bounds may count from the end, or be more than one expression.
      if isFromEnd || kind != .expressionStatement { missing(.dotDot, .separator) }
      return
    }
    takeRangeDots()
    if !at(.rightBracket) { parseBound() }
  }

  @discardableResult
  private mutating func parseBound() -> SyntaxKind {
    guard at(.less) else {
      guard startsExpression else {
        missing(.identifier, .expression)
        return .expressionStatement
      }
      return parseCommaExpression()
    }
    let mark = self.mark
    take()
    parseCommaExpressionOrMissing()
    finish(.rangeBound, from: mark)
    return .rangeBound
  }

  // MARK: Operands

  private mutating func parseOperand() {
    let mark = self.mark
    switch current.kind {
    case .identifier:
      if current.flags.contains(.stringMacro) { return parseStrings(mark) }
      if peek(1).kind == .colonColon { parseName(head: true) } else { take() }
    case .integer, .character, .malformedNumber, .unterminatedCharacter: take()
    case .float: if peek(1).kind == .colonColon { parseName(head: true) } else { take() }
    case .string: if peek(1).kind == .colonColon { parseName(head: true) } else { parseStrings(mark) }
    case .multilineString, .literalString, .includedString, .funcKeyword, .unterminatedString,
      .unterminatedMultilineString:
      parseStrings(mark)
    case .reservedName, .dot, .colonColon, .globalKeyword, .predefKeyword, .localKeyword: parseName(head: true)
    case .leftParenthesis: parseParenthesis(mark)
    case .multisetStart: parseMultiset(mark)
    case .lambdaKeyword: parseLambda(mark)
    case .catchKeyword: nested { $0.parseGuarded(.catchExpression, mark) }
    case .gaugeKeyword: nested { $0.parseGuarded(.gaugeExpression, mark) }
    case .typeofKeyword: nested { $0.parseTypeof(mark) }
    case .sscanfKeyword: nested { $0.parseSscanf(mark) }
    case .classKeyword: nested { $0.parseClass(mark) }
    case .enumKeyword: nested { $0.parseEnum(mark) }
    default: missing(.identifier, .expression)
    }
  }

  private mutating func nested(_ parse: (inout Parser) -> Void) {
    guard descend() else { return }
    parse(&self)
    depth -= 1
  }

  /// In an expression the parts behind dots are suffixes.
  private mutating func parseName(head: Bool) {
    let mark = self.mark
    parseNameHead()
    if self.mark > mark + 1 { finish(.qualifiedName, from: mark) }
  }

  /// Strings side by side are one.
  private mutating func parseStrings(_ mark: Int) {
    take()
    var parts = 1
    while current.kind.isString || current.flags.contains(.stringMacro) {
      take()
      parts += 1
    }
    if parts > 1 { finish(.stringConcatenation, from: mark) }
  }

  private mutating func parseLambda(_ mark: Int) {
    take()
    if at(.leftParenthesis) { parseParameters(allowModifiers: false) } else { missing(.leftParenthesis, .opening) }
    if at(.leftBrace) { parseBlock() } else { missing(.leftBrace, .block) }
    finish(.lambdaExpression, from: mark)
  }

  /// `catch { … }`, `catch (…)`
  private mutating func parseGuarded(_ kind: SyntaxKind, _ mark: Int) {
    take()
    if at(.leftBrace) {
      parseBlock()
    } else if take(if: .leftParenthesis) {
      parseCommaExpressionOrMissing()
      expectClosing(.rightParenthesis)
    } else {
      missing(.leftBrace, .block)
    }
    finish(kind, from: mark)
  }

  private mutating func parseTypeof(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      parseAssignmentOrMissing()
      expectClosing(.rightParenthesis)
    } else {
      missing(.leftParenthesis, .opening)
    }
    finish(.typeofExpression, from: mark)
  }

  private mutating func parseSscanf(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      parseAssignmentOrMissing()
      expect(.comma, .commaInList)
      parseAssignmentOrMissing()
      while take(if: .comma) { parseLvalueOrMissing() }
      expectClosing(.rightParenthesis)
    } else {
      missing(.leftParenthesis, .opening)
    }
    finish(.sscanfExpression, from: mark)
  }

  // MARK: Parentheses and literals of several values

  private mutating func parseParenthesis(_ mark: Int) {
    guard descend() else { return }
    defer { depth -= 1 }
    switch peek(1).kind {
    case .leftBrace: parseArray(mark)
    case .leftBracket where !peek(2).kind.isTypeKeyword: parseMapping(mark)
    default:
      take()
      parseParenthesized(mark)
    }
  }

  private mutating func parseParenthesized(_ mark: Int) {
    if startsExpression, !current.kind.isTypeKeyword {
      let inner = self.mark
      parseAssignment()
      if at(.comma) {
        while take(if: .comma) { parseAssignmentOrMissing() }
        finish(.commaExpression, from: inner)
      }
    } else {
      missing(.identifier, .expression)
    }
    expectClosing(.rightParenthesis)
    finish(.parenthesizedExpression, from: mark)
  }

  /// `({ a, b })`
  private mutating func parseArray(_ mark: Int) {
    take()
    take()
    parseElements(until: .rightBrace, in: .arrayLiteral)
    expectClosing(.rightBrace)
    expect(.rightParenthesis, .closing)
    finish(.arrayLiteral, from: mark)
  }

  /// `(< a, b >)`
  private mutating func parseMultiset(_ mark: Int) {
    guard descend() else { return }
    defer { depth -= 1 }
    take()
    parseElements(until: .multisetEnd, in: .multisetLiteral)
    expectClosing(.multisetEnd)
    finish(.multisetLiteral, from: mark)
  }

  /// `([ a: b ])`; but `([a, b] = c)` is an assignment.
  private mutating func parseMapping(_ mark: Int) {
    let start = checkpoint()
    let canRewind = !current.isVirtual
    if canRewind, assignmentsInParentheses.contains(start.position) {
      take()
      return parseParenthesized(mark)
    }
    take()
    take()
    parseElements(until: .rightBracket, in: .mappingLiteral)
    if canRewind, isAssignmentInParentheses() {
      assignmentsInParentheses.insert(start.position)
      rewind(to: start)
      take()
      return parseParenthesized(mark)
    }
    expectClosing(.rightBracket)
    expect(.rightParenthesis, .closing)
    finish(.mappingLiteral, from: mark)
  }

  private mutating func isAssignmentInParentheses() -> Bool {
    at(.rightBracket) && peek(1).kind.isAssignment
  }

  /// Elements between commas, and perhaps a comma behind the last one.
  private mutating func parseElements(until closing: SyntaxKind, in parent: SyntaxKind) {
    while !isAtEnd, !at(closing) {
      if at(.comma) {
        missing(.identifier, .expression)
        take()
        continue
      }
      forgetErrors()
      if !takeReusableElement(in: parent) {
        guard startsExpression && !current.kind.isTypeKeyword || at(.at) else { return }
        parseElement(in: parent)
        forgetErrors()
      }
      if take(if: .comma) { continue }
      guard !at(closing), current.kind.canStartOperand, !current.kind.opensBracket, !isAtLineStart else { return }
      missing(.comma, .commaInList)
    }
  }

  private mutating func parseElement(in parent: SyntaxKind) {
    let mark = self.mark
    if parent == .mappingLiteral {
      parseAssignment()
      expect(.colon, .colonInMapping)
      parseAssignmentOrMissing()
      finish(.mappingEntry, from: mark)
    } else if at(.at) {
      take()
      parseAssignmentOrMissing()
      finish(.spreadExpression, from: mark)
    } else {
      parseAssignment()
    }
  }

  /// One element of the old tree; what follows it is looked at as if it had been parsed.
  private mutating func takeReusableElement(in parent: SyntaxKind) -> Bool {
    guard reuse != nil else { return false }
    return takeReusable(in: parent, limit: 1)
  }
}
