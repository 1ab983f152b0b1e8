// Expressions by precedence: comma, assignment, `? :`, the binary operators, the prefix operators.
extension Parser {
  /// What an expression is, as far as an assignment to it goes.
  enum Operand {
    /// A name, a call, an index, a literal: whatever has no operator outside.
    case postfix
    /// `[a, b]` before `=`.
    case destructuring
    case other
  }

  var startsExpression: Bool {
    mutating get {
      switch current.kind {
      case .leftBracket, .bang, .tilde, .minus, .plusPlus, .minusMinus: true
      default: current.kind.canStartOperand || current.kind.isTypeKeyword || startsVersionedName
      }
    }
  }

  mutating func parseCommaExpressionOrMissing() {
    if startsExpression { parseCommaExpression() } else { missing(.identifier, .expression) }
  }

  /// Expressions between commas, or a declaration of variables or of a function. Tells what it was.
  @discardableResult
  mutating func parseCommaExpression() -> SyntaxKind {
    if startsLocalDeclaration() { return parseLocalDeclaration() }
    let mark = self.mark
    parseAssignment()
    guard at(.comma) else { return .expressionStatement }
    while take(if: .comma) { parseAssignmentOrMissing() }
    finish(.commaExpression, from: mark)
    return .commaExpression
  }

  mutating func parseAssignmentOrMissing() {
    if startsExpression, !current.kind.isTypeKeyword { parseAssignment() } else { missingExpression() }
  }

  /// A type in the place of an expression is passed over with what belongs to it.
  private mutating func missingExpression() {
    if current.kind.bindingPower > 0 || current.kind.isAssignment || at(.unknown) {
      // An operator too much, as in `a === b`.
      takeUnexpected()
      if startsExpression, !current.kind.isTypeKeyword { return parsePrefixOperand() }
    }
    missing(.identifier, .expression)
    guard current.kind.isTypeKeyword, !isAtLineStart else { return }
    skipUnexpected {
      $0.at(.comma) || $0.at(.semicolon) || $0.current.kind.closesBracket || $0.isAtLineStart || $0.at(.leftBrace)
    }
  }

  /// `a = b = c` is one node, however long.
  mutating func parseAssignment() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = self.mark
    var operand = parseConditional()
    if !current.kind.isAssignment {
      if operand == .destructuring {
        missing(.equal, .assignment)
        // An element of a list is one node, or it could not be taken from an old tree.
        finish(.assignmentExpression, from: mark)
      }
      return
    }
    while current.kind.isAssignment {
      if operand == .other {
        takeUnexpected()
      } else {
        take()
      }
      guard startsExpression, !current.kind.isTypeKeyword else {
        missingExpression()
        break
      }
      operand = parseConditional()
    }
    finish(.assignmentExpression, from: mark)
  }

  /// `a ? b : c ? d : e` is one node, however long.
  private mutating func parseConditional() -> Operand {
    let mark = self.mark
    var operand = parseBinary(1)
    guard at(.question) else { return operand }
    operand = .other
    while take(if: .question) {
      parseMiddle()
      expect(.colon, .colonInConditional)
      if startsExpression, !current.kind.isTypeKeyword { _ = parseBinary(1) } else { missingExpression() }
    }
    finish(.conditionalExpression, from: mark)
    return operand
  }

  private mutating func parseMiddle() {
    guard startsExpression, !current.kind.isTypeKeyword else { return missingExpression() }
    guard descend() else { return }
    _ = parseConditional()
    depth -= 1
  }

  /// Operators that bind as tightly as each other make one node, however many there are.
  private mutating func parseBinary(_ minimum: Int) -> Operand {
    let mark = self.mark
    var operand = parsePrefix()
    while true {
      let power = current.kind.bindingPower
      guard power >= minimum, power > 0 else { return operand }
      operand = .other
      repeat {
        take()
        if startsExpression, !current.kind.isTypeKeyword {
          _ = parseBinary(power + 1)
        } else {
          missingExpression()
        }
      } while current.kind.bindingPower == power
      finish(.infixExpression, from: mark)
    }
  }

  private mutating func parsePrefix() -> Operand {
    switch current.kind {
    case .bang, .tilde, .minus: return parsePrefixOperator()
    case .plusPlus, .minusMinus:
      let mark = self.mark
      take()
      if current.kind.canStartOperand || startsVersionedName {
        parsePostfix(allowStep: false)
      } else {
        missing(.identifier, .expression)
      }
      finish(.prefixExpression, from: mark)
      return .other
    case .leftParenthesis where peek(1).kind.isTypeKeyword: return parseCast()
    case .leftBracket: return parseBracket()
    default: return parsePostfix()
    }
  }

  private mutating func parsePrefixOperator() -> Operand {
    let mark = self.mark
    take()
    parsePrefixOperand()
    finish(.prefixExpression, from: mark)
    return .other
  }

  private mutating func parsePrefixOperand() {
    guard startsExpression, !current.kind.isTypeKeyword else { return missingExpression() }
    guard descend() else { return }
    _ = parsePrefix()
    depth -= 1
  }

  /// `(int)x`
  private mutating func parseCast() -> Operand {
    let mark = self.mark
    take()
    parseType()
    expectClosing(.rightParenthesis)
    parsePrefixOperand()
    finish(.castExpression, from: mark)
    return .other
  }

  /// `[int]x`, or `[a, b]` to assign to.
  private mutating func parseBracket() -> Operand {
    let mark = self.mark
    if peek(1).kind.isTypeKeyword, isSoftCast() {
      take()
      parseType()
      expectClosing(.rightBracket)
      parsePrefixOperand()
      finish(.softCastExpression, from: mark)
      return .other
    }
    parseDestructuring()
    return .destructuring
  }

  /// Looks for the end of the type behind `[`: a bracket there makes it a cast.
  private mutating func isSoftCast() -> Bool {
    var distance = 1
    var open = 0
    while distance < 256 {
      switch peek(distance).kind {
      case .leftParenthesis: open += 1
      case .rightParenthesis: open -= 1
      case .rightBracket where open == 0: return true
      case .comma where open == 0, .endOfFile, .endOfBranch, .semicolon, .leftBrace, .rightBrace: return false
      case .identifier where open == 0:
        // A name behind a type is declared; behind a bar or a dot it belongs to the type.
        let before = peek(distance - 1).kind
        if before != .pipe, before != .dot { return false }
      default: break
      }
      if open < 0 { return false }
      distance += 1
    }
    return false
  }

  private mutating func parseDestructuring() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = self.mark
    take()
    repeat { parseLvalueOrMissing() } while take(if: .comma)
    expectClosing(.rightBracket)
    finish(.destructuring, from: mark)
  }

  // MARK: What can be assigned to

  mutating func parseLvalueOrMissing() {
    if at(.leftBracket) { return parseDestructuring() }
    if startsLocalDeclaration() {
      let mark = self.mark
      parseType()
      expectName()
      return finish(.typedLvalue, from: mark)
    }
    if current.kind.canStartOperand || startsVersionedName {
      _ = parsePostfix(allowStep: false)
    } else {
      missing(.identifier, .expression)
    }
  }
}
