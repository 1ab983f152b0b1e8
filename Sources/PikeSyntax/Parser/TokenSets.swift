extension SyntaxKind {
  package var opensBracket: Bool {
    switch self {
    case .leftParenthesis, .leftBrace, .leftBracket, .multisetStart, .safeIndexStart: true
    default: false
    }
  }

  package var closesBracket: Bool {
    switch self {
    case .rightParenthesis, .rightBrace, .rightBracket, .multisetEnd: true
    default: false
    }
  }

  package var isModifier: Bool {
    switch self {
    case .nomaskKeyword, .finalKeyword, .staticKeyword, .externKeyword, .optionalKeyword, .privateKeyword,
      .localKeyword, .publicKeyword, .protectedKeyword, .inlineKeyword, .variantKeyword:
      true
    default: false
    }
  }

  /// A keyword with which a type begins; no expression does.
  package var isTypeKeyword: Bool {
    switch self {
    case .floatKeyword, .voidKeyword, .mixedKeyword, .stringKeyword, .intKeyword, .mappingKeyword, .functionKeyword,
      .objectKeyword, .programKeyword, .arrayKeyword, .multisetKeyword, .attributeKeyword, .deprecatedKeyword:
      true
    default: false
    }
  }

  /// A keyword with which only a statement begins.
  package var isStatementKeyword: Bool {
    switch self {
    case .ifKeyword, .whileKeyword, .doKeyword, .forKeyword, .foreachKeyword, .switchKeyword, .caseKeyword,
      .defaultKeyword, .returnKeyword, .breakKeyword, .continueKeyword, .importKeyword, .constantKeyword, .elseKeyword:
      true
    default: false
    }
  }

  /// A keyword with which only a declaration outside functions begins. (`local` may begin a name.)
  var isMemberKeyword: Bool {
    (isModifier && self != .localKeyword) || self == .inheritKeyword || self == .typedefKeyword
  }

  /// A token with which a function or a class begins that has no modifiers.
  var canStartMember: Bool {
    switch self {
    case .identifier, .dot, .classKeyword, .enumKeyword: true
    default: isTypeKeyword
    }
  }

  package var isString: Bool {
    switch self {
    case .string, .multilineString, .literalString, .includedString, .funcKeyword, .unterminatedString,
      .unterminatedMultilineString:
      true
    default: false
    }
  }

  /// A token with which an operand begins.
  var canStartOperand: Bool {
    switch self {
    case .identifier, .reservedName, .integer, .float, .malformedNumber, .character, .unterminatedCharacter,
      .leftParenthesis, .multisetStart, .dot, .colonColon, .lambdaKeyword, .catchKeyword, .gaugeKeyword,
      .typeofKeyword, .sscanfKeyword, .classKeyword, .enumKeyword, .globalKeyword, .predefKeyword, .localKeyword:
      true
    default: isString
    }
  }

  var canStartStatement: Bool {
    switch self {
    case .leftBrace, .plusPlus, .minusMinus: true
    default:
      canStartOperand && self != .dot && self != .leftParenthesis || isTypeKeyword || isStatementKeyword
        || isMemberKeyword
    }
  }

  package var isAssignment: Bool {
    switch self {
    case .equal, .plusEqual, .minusEqual, .starEqual, .slashEqual, .percentEqual, .ampersandEqual, .pipeEqual,
      .caretEqual, .shiftLeftEqual, .shiftRightEqual:
      true
    default: false
    }
  }

  /// How tightly an operator between two operands binds; 0 for what is none.
  var bindingPower: Int {
    switch self {
    case .pipePipe, .questionColon: 1
    case .ampersandAmpersand: 2
    case .pipe: 3
    case .caret: 4
    case .ampersand: 5
    case .equalEqual, .bangEqual: 6
    case .less, .lessEqual, .greater, .greaterEqual: 7
    case .shiftLeft, .shiftRight: 8
    case .plus, .minus: 9
    case .star, .slash, .percent: 10
    default: 0
    }
  }
}
