// What stands in a file or a class.
extension Parser {
  mutating func parseDeclaration() {
    let mark = self.mark
    switch current.kind {
    case .semicolon:
      take()
      return finish(.emptyDeclaration, from: mark)
    case .importKeyword: return parseImport(mark)
    default: break
    }
    guard descend() else { return }
    defer { depth -= 1 }
    parseModifiers()
    switch current.kind {
    case .inheritKeyword: parseInherit(mark)
    case .constantKeyword: parseConstant(.constantDeclaration, mark)
    case .classKeyword: parseClass(mark)
    case .enumKeyword: parseEnum(mark)
    case .typedefKeyword: parseTypedef(mark)
    case .leftBrace: parseModifierBlock(mark)
    default: parseMember(mark)
    }
  }

  private mutating func parseModifiers() {
    guard current.kind.isModifier else { return }
    let mark = self.mark
    while current.kind.isModifier { take() }
    finish(.modifierList, from: mark)
  }

  mutating func parseImport(_ mark: Int) {
    take()
    if current.kind.isString { parseStringConstant(allowPlus: false) } else { parseNameOrMissing(.name) }
    expectSemicolon(.afterDeclaration)
    finish(.importDeclaration, from: mark)
  }

  private mutating func parseInherit(_ mark: Int) {
    take()
    if current.kind.isString { parseStringConstant() } else { parseNameOrMissing(.name) }
    if at(.colon) {
      let nameMark = self.mark
      take()
      if at(.string) { parseStringConstant() } else { expectName() }
      finish(.inheritName, from: nameMark)
    }
    expectSemicolon(.afterDeclaration)
    finish(.inheritDeclaration, from: mark)
  }

  /// `"a" "b" + "c"`, where only a string may stand.
  private mutating func parseStringConstant(allowPlus: Bool = true) {
    let mark = self.mark
    take()
    var parts = 1
    while current.kind.isString || allowPlus && at(.plus) || current.flags.contains(.stringMacro) {
      take()
      parts += 1
    }
    if parts > 1 { finish(.stringConcatenation, from: mark) }
  }

  mutating func parseConstant(_ kind: SyntaxKind, _ mark: Int) {
    take()
    repeat {
      let declarator = self.mark
      expectName()
      if at(.equal) {
        take()
        parseAssignmentOrMissing()
      } else {
        missing(.equal, .assignment)
      }
      finish(.declarator, from: declarator)
    } while take(if: .comma)
    expectSemicolon(.afterDeclaration)
    finish(kind, from: mark)
  }

  /// Also where an expression stands, without modifiers.
  mutating func parseClass(_ mark: Int) {
    take()
    if !at(.leftParenthesis), !at(.leftBrace) { expectName() }
    if at(.leftParenthesis) { parseParameters(allowModifiers: true) }
    if at(.leftBrace) { parseClassBody() } else { missing(.leftBrace, .opening) }
    finish(.classDeclaration, from: mark)
  }

  private mutating func parseClassBody() {
    let mark = self.mark
    take()
    parseDeclarations(until: .rightBrace, parent: .classBody)
    expect(.rightBrace, .closing)
    finish(.classBody, from: mark)
  }

  mutating func parseEnum(_ mark: Int) {
    take()
    if !at(.leftBrace) { expectName() }
    if at(.leftBrace) { parseEnumBody() } else { missing(.leftBrace, .opening) }
    finish(.enumDeclaration, from: mark)
  }

  private mutating func parseEnumBody() {
    let mark = self.mark
    take()
    while !isAtEnd, !at(.rightBrace), !at(.semicolon) {
      if take(if: .comma) { continue }
      parseEnumMember()
      if take(if: .comma) || at(.rightBrace) { continue }
      if at(.identifier) { missing(.comma, .commaInList) } else { break }
    }
    expectClosing(.rightBrace)
    finish(.enumBody, from: mark)
  }

  private mutating func parseEnumMember() {
    let mark = self.mark
    expectName()
    if take(if: .equal) { parseAssignmentOrMissing() }
    finish(.enumMember, from: mark)
  }

  private mutating func parseTypedef(_ mark: Int) {
    take()
    parseTypeOrMissing()
    expectName()
    expectSemicolon(.afterDeclaration)
    finish(.typedefDeclaration, from: mark)
  }

  /// `private { … }`
  private mutating func parseModifierBlock(_ mark: Int) {
    parseClassBody()
    finish(.modifierBlock, from: mark)
  }

  /// A function or variables.
  private mutating func parseMember(_ mark: Int) {
    parseAttributes()
    guard startsType, !startsCall() else { return parseStray(mark) }
    parseType()
    _ = take(if: .constantKeyword)
    skipPointer()
    expectName()
    if at(.leftParenthesis) {
      parseParameters(allowModifiers: false)
      parseFunctionBody()
      return finish(.functionDeclaration, from: mark)
    }
    parseDeclarators()
    expectSemicolon(.afterDeclaration)
    finish(.variableDeclaration, from: mark)
  }

  /// Whether a value stands where the parameters of a function would: `write("text");` is a statement.
  private mutating func startsCall() -> Bool {
    guard at(.identifier), peek(1).kind == .leftParenthesis else { return false }
    switch peek(2).kind {
    case .integer, .character, .leftParenthesis, .leftBracket, .minus, .bang: return true
    default: return peek(2).kind.isString
    }
  }

  private mutating func parseFunctionBody() {
    if at(.leftBrace) {
      parseBlock()
    } else if !take(if: .semicolon) {
      missing(.leftBrace, .body)
      guard !isAtEnd, !at(.rightBrace), !isAtLineStart, !current.kind.startsDeclaration else { return }
      skipUnexpected { $0.at(.semicolon) || $0.at(.leftBrace) || $0.isAtLineStart }
      if at(.leftBrace) { parseBlock() } else { _ = take(if: .semicolon) }
    }
  }

  /// What begins no declaration. With modifiers or attributes before it, its type is missing.
  private mutating func parseStray(_ mark: Int) {
    // A character that means nothing stands alone; what follows may well be a declaration.
    if self.mark == mark, at(.unknown) { return takeUnexpected() }
    if self.mark > mark { missing(.identifier, .type) }
    if !isAtEnd, !at(.rightBrace), !(self.mark > mark && current.kind.startsDeclaration) { skipStray() }
    if self.mark > mark + 1 || self.mark > mark && builder[mark].kind != .unexpected {
      finish(.variableDeclaration, from: mark)
    }
  }

  /// Attributes before a declaration. Those with a type in their parentheses are types.
  private mutating func parseAttributes() {
    while at(.attributeKeyword) || at(.deprecatedKeyword) {
      let isDeprecated = at(.deprecatedKeyword)
      if peek(1).kind == .leftParenthesis {
        // `__deprecated__()` and `__attribute__("name")`, against `__deprecated__(int)` and `__attribute__("name", int)`.
        let closing = isDeprecated ? 2 : attributeNameEnd()
        let hasComma = !isDeprecated && peek(closing).kind == .comma && peek(closing + 1).kind == .rightParenthesis
        guard peek(closing).kind == .rightParenthesis || hasComma else { return }
      } else if !isDeprecated {
        return
      }
      let mark = self.mark
      take()
      if take(if: .leftParenthesis) {
        while !at(.rightParenthesis), !isAtEnd { take() }
        expectClosing(.rightParenthesis)
      }
      finish(.attribute, from: mark)
    }
  }

  /// How far ahead the strings of an attribute's name end.
  private mutating func attributeNameEnd() -> Int {
    var distance = 2
    while peek(distance).kind.isString || peek(distance).kind == .plus { distance += 1 }
    return distance
  }

  /// `= value`, and more names behind commas; the first name is taken already.
  mutating func parseDeclarators() {
    parseInitializer(from: mark - 1)
    while take(if: .comma) {
      let declarator = mark
      expectName()
      parseInitializer(from: declarator)
    }
  }

  private mutating func parseInitializer(from mark: Int) {
    if take(if: .equal) { parseAssignmentOrMissing() }
    finish(.declarator, from: mark)
  }

  // MARK: Parameters

  mutating func parseParameters(allowModifiers: Bool) {
    let mark = self.mark
    take()
    if at(.comma), peek(1).kind == .rightParenthesis { take() }
    while !at(.rightParenthesis), !isAtEnd, !at(.semicolon), !at(.leftBrace), !at(.rightBrace) {
      let takenBefore = taken
      parseParameter(allowModifiers)
      if take(if: .comma) { continue }
      guard taken > takenBefore, !at(.rightParenthesis), startsType, !isAtLineStart else { break }
      missing(.comma, .commaInList)
    }
    expectClosing(.rightParenthesis)
    finish(.parameterList, from: mark)
  }

  private mutating func parseParameter(_ allowModifiers: Bool) {
    let mark = self.mark
    if allowModifiers { parseModifiers() }
    if startsType { parseType() } else { missingType() }
    takeEllipsis()
    skipPointer()
    if at(.identifier) {
      take()
    } else if allowModifiers || current.kind.isKeyword || at(.reservedName) {
      expectName()
    }
    finish(.parameter, from: mark)
  }

  private mutating func missingType() {
    missing(.identifier, .parameterType)
    guard !at(.comma), !at(.rightParenthesis), !isAtEnd, !at(.leftBrace), !at(.semicolon) else { return }
    skipUnexpected {
      $0.at(.comma) || $0.at(.rightParenthesis) || $0.at(.leftBrace) || $0.at(.semicolon) || $0.at(.identifier)
    }
  }

  // MARK: Names

  /// A name that is declared here. A keyword in its place is taken, and said to be unexpected.
  mutating func expectName() {
    if at(.identifier) { return take() }
    if (current.kind.isKeyword || at(.reservedName)) && !isAtLineStart {
      let mayStandBeforeName = current.kind.isTypeKeyword || current.kind.isModifier
      takeUnexpected()
      if mayStandBeforeName { _ = take(if: .identifier) }
    } else {
      missing(.identifier, .name)
    }
  }
}

extension SyntaxKind {
  var startsDeclaration: Bool {
    isModifier || isTypeKeyword || self == .inheritKeyword || self == .importKeyword || self == .constantKeyword
      || self == .classKeyword || self == .enumKeyword || self == .typedefKeyword
  }
}
