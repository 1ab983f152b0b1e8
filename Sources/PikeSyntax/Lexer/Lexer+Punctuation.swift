extension Lexer {
  mutating func scanPunctuation(_ first: UInt8) -> SyntaxKind {
    let start = position
    position += 1
    switch first {
    case UInt8(ascii: "("): return take("<") ? .multisetStart : .leftParenthesis
    case UInt8(ascii: ")"): return .rightParenthesis
    case UInt8(ascii: "{"): return .leftBrace
    case UInt8(ascii: "}"): return .rightBrace
    case UInt8(ascii: "["): return take("?") ? .safeIndexStart : .leftBracket
    case UInt8(ascii: "]"): return .rightBracket
    case UInt8(ascii: ";"): return .semicolon
    case UInt8(ascii: ","): return .comma
    case UInt8(ascii: ":"): return take(":") ? .colonColon : .colon
    case UInt8(ascii: "."): return scanDots(start)
    case UInt8(ascii: "-"): return scanMinus()
    case UInt8(ascii: "="): return take("=") ? .equalEqual : .equal
    case UInt8(ascii: "+"): return take("=") ? .plusEqual : take("+") ? .plusPlus : .plus
    case UInt8(ascii: "&"): return take("=") ? .ampersandEqual : take("&") ? .ampersandAmpersand : .ampersand
    case UInt8(ascii: "|"): return take("=") ? .pipeEqual : take("|") ? .pipePipe : .pipe
    case UInt8(ascii: "^"): return take("=") ? .caretEqual : .caret
    case UInt8(ascii: "*"): return take("=") ? .starEqual : .star
    case UInt8(ascii: "%"): return take("=") ? .percentEqual : .percent
    case UInt8(ascii: "/"): return take("=") ? .slashEqual : .slash
    case UInt8(ascii: "<"):
      return take("<") ? (take("=") ? .shiftLeftEqual : .shiftLeft) : take("=") ? .lessEqual : .less
    case UInt8(ascii: ">"): return scanGreater()
    case UInt8(ascii: "!"): return take("=") ? .bangEqual : .bang
    case UInt8(ascii: "?"): return scanQuestion()
    case UInt8(ascii: "~"): return .tilde
    case UInt8(ascii: "@"): return .at
    default: return .unknown
    }
  }

  @inline(__always) private mutating func take(_ expected: Unicode.Scalar) -> Bool {
    guard byte(position) == UInt8(ascii: expected) else { return false }
    position += 1
    return true
  }

  private mutating func scanDots(_ start: Int) -> SyntaxKind {
    if take(".") { return take(".") ? .dotDotDot : .dotDot }
    guard byte(position).isA(.digit, classes) else { return .dot }
    position = start
    return scanNumberWithoutWhole()
  }

  private mutating func scanMinus() -> SyntaxKind {
    if take("=") { return .minusEqual }
    if take(">") { return take("?") ? .safeArrow : .arrow }
    return take("-") ? .minusMinus : .minus
  }

  private mutating func scanGreater() -> SyntaxKind {
    if take(")") { return .multisetEnd }
    if take("=") { return .greaterEqual }
    if take(">") { return take("=") ? .shiftRightEqual : .shiftRight }
    return .greater
  }

  private mutating func scanQuestion() -> SyntaxKind {
    if take(":") { return .questionColon }
    guard byte(position) == UInt8(ascii: "-"), byte(position + 1) == UInt8(ascii: ">") else { return .question }
    position += 2
    return .safeArrow
  }

  /// The name of an operator, `` `+ ``, with up to three back quotes, or of a getter or setter, `` `name= ``.
  mutating func scanOperatorName() -> SyntaxKind {
    position += 1
    let quotes = take("`") ? (take("`") ? 3 : 2) : 1
    let first = byte(position)
    if quotes == 1, first.isA(.identifierPart, classes) {
      skipWord()
      return .identifier
    }
    // What looks like a comment is one, wherever it stands.
    if first == UInt8(ascii: "/"), byte(position + 1) == UInt8(ascii: "/") || byte(position + 1) == UInt8(ascii: "*") {
      return .unknown
    }
    switch first {
    case UInt8(ascii: "/"), UInt8(ascii: "%"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "|"),
      UInt8(ascii: "^"),
      UInt8(ascii: "~"):
      position += 1
    case UInt8(ascii: "+"), UInt8(ascii: "!"), UInt8(ascii: "="):
      position += 1
      _ = take("=")
    case UInt8(ascii: "<"):
      position += 1
      _ = take("<") || take("=")
    case UInt8(ascii: ">"):
      position += 1
      _ = take(">") || take("=")
    case UInt8(ascii: "("):
      position += 1
      return take(")") ? .identifier : .unknown
    case UInt8(ascii: "-"): return scanArrowName(quotes)
    case UInt8(ascii: "["): return scanIndexName()
    default: return .unknown
    }
    return .identifier
  }

  private mutating func scanArrowName(_ quotes: Int) -> SyntaxKind {
    position += 1
    guard take(">") else { return .identifier }
    if quotes == 1, byte(position).isA(.identifierPart, classes) {
      skipWord()
    } else {
      _ = take("=")
    }
    return .identifier
  }

  private mutating func scanIndexName() -> SyntaxKind {
    position += 1
    if take("]") {
      _ = take("=")
      return .identifier
    }
    guard byte(position) == UInt8(ascii: "."), byte(position + 1) == UInt8(ascii: "."),
      byte(position + 2) == UInt8(ascii: "]")
    else { return .unknown }
    position += 3
    return .identifier
  }

  /// A word, and `=` if it stands right behind.
  private mutating func skipWord() {
    while byte(position).isA(.identifierPart, classes) { position += 1 }
    _ = take("=")
  }
}
