// Types, and the names that stand for types.
extension Parser {
  /// Whether a type begins here.
  var startsType: Bool { mutating get { current.kind.isTypeKeyword || startsName } }

  /// Whether a name, possibly of several parts, begins here.
  var startsName: Bool {
    mutating get {
      switch current.kind {
      case .identifier, .reservedName, .dot, .colonColon, .globalKeyword, .predefKeyword, .float: true
      default: false
      }
    }
  }

  mutating func parseTypeOrMissing() {
    if startsType { parseType() } else { missing(.identifier, .type) }
  }

  /// `int|array(string)`: a type, and more of them behind bars.
  mutating func parseType() {
    guard descend() else { return }
    defer { depth -= 1 }
    let mark = self.mark
    parseSimpleType()
    guard at(.pipe) else { return }
    while take(if: .pipe) {
      if startsType { parseSimpleType() } else { missing(.identifier, .type) }
    }
    finish(.unionType, from: mark)
  }

  private mutating func parseSimpleType() {
    let mark = self.mark
    switch current.kind {
    case .intKeyword, .stringKeyword:
      take()
      if at(.leftParenthesis), peek(1).kind != .star { parseTypeRange() }
      finish(.basicType, from: mark)
    case .floatKeyword, .voidKeyword, .mixedKeyword:
      take()
      finish(.basicType, from: mark)
    case .arrayKeyword: parseParameterized(.arrayType, mark)
    case .multisetKeyword: parseParameterized(.multisetType, mark)
    case .programKeyword: parseParameterized(.programType, mark)
    case .mappingKeyword: parseMappingType(mark)
    case .functionKeyword: parseFunctionType(mark)
    case .objectKeyword: parseObjectType(mark)
    case .attributeKeyword, .deprecatedKeyword: parseAttributedType(mark)
    default: parseName()
    }
  }

  /// `(0..255)`, `(8bit)`
  private mutating func parseTypeRange() {
    let mark = self.mark
    take()
    if !take(if: .bits) {
      parseTypeBound()
      if isAtRangeDots { takeRangeDots() } else { missing(.dotDot, .separator) }
      parseTypeBound()
    }
    expectClosing(.rightParenthesis)
    finish(.typeRange, from: mark)
  }

  private mutating func parseTypeBound() {
    if at(.minus) {
      take()
      if !isNumber { return missing(.integer, .expression) }
      return take()
    }
    // A macro may stand for the number.
    if isNumber || at(.identifier) { take() }
  }

  private var isNumber: Bool { mutating get { at(.integer) || at(.character) || at(.malformedNumber) } }

  /// `array(int)`
  private mutating func parseParameterized(_ kind: SyntaxKind, _ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      parseTypeOrMissing()
      expectClosing(.rightParenthesis)
    }
    finish(kind, from: mark)
  }

  /// `mapping(string:int)`
  private mutating func parseMappingType(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      parseTypeOrMissing()
      expect(.colon, .colonInType)
      parseTypeOrMissing()
      expectClosing(.rightParenthesis)
    }
    finish(.mappingType, from: mark)
  }

  /// `function(int, string ... : void)`
  private mutating func parseFunctionType(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      if at(.comma), peek(1).kind == .colon { take() }
      while startsType {
        parseType()
        if !take(if: .comma) { break }
      }
      if at(.dotDotDot), builder[self.mark - 1].kind == .leftParenthesis { missing(.identifier, .type) }
      takeEllipsis()
      expect(.colon, .returnType)
      parseTypeOrMissing()
      expectClosing(.rightParenthesis)
    }
    finish(.functionType, from: mark)
  }

  /// `object(Stdio.File)`
  private mutating func parseObjectType(_ mark: Int) {
    take()
    if take(if: .leftParenthesis) {
      if current.kind.isString {
        take()
        while current.kind.isString || at(.plus) { take() }
      } else {
        parseNameOrMissing(.name)
      }
      expectClosing(.rightParenthesis)
    }
    finish(.objectType, from: mark)
  }

  /// `__attribute__("name", int)`, `__deprecated__(int)`
  private mutating func parseAttributedType(_ mark: Int) {
    let isDeprecated = at(.deprecatedKeyword)
    take()
    expect(.leftParenthesis, .opening)
    if !isDeprecated {
      while current.kind.isString || at(.plus) { take() }
      expect(.comma, .commaInList)
    }
    parseTypeOrMissing()
    expectClosing(.rightParenthesis)
    finish(.attributedType, from: mark)
  }

  // MARK: Names

  mutating func parseNameOrMissing(_ problem: Problem) {
    if startsName { parseName() } else { expectName() }
  }

  /// `7.8::name`
  var startsVersionedName: Bool { mutating get { at(.float) } }

  /// `A`, `A.B`, `.A`, `global.A`, `predef::a`, `A::b`: one token alone stays a token.
  mutating func parseName() {
    let mark = self.mark
    let tokensBefore = taken
    parseNameHead()
    while at(.dot) {
      take()
      if at(.identifier) { take() } else { expectName() }
    }
    if taken > tokensBefore + 1 || self.mark > mark + 1 { finish(.qualifiedName, from: mark) }
  }

  /// The part with colons in it, or the first word.
  mutating func parseNameHead() {
    switch current.kind {
    case .dot:
      take()
      expectName()
    case .globalKeyword where peek(1).kind == .dot:
      take()
      take()
      expectName()
    default:
      // A qualifier before each `::`, which may also stand alone.
      let tokensBefore = taken
      var isQualified = false
      while !at(.colonColon), peek(1).kind == .colonColon {
        take()
        take()
        isQualified = true
      }
      if !isQualified, at(.colonColon) { take() }
      if at(.identifier) || at(.reservedName) {
        take()
      } else if taken == tokensBefore, current.kind.isKeyword || at(.float) {
        // `global` or the like alone, or a number. Whoever came here for it must get ahead, even at the beginning of a line.
        takeUnexpected()
      } else {
        expectName()
      }
    }
  }
}
