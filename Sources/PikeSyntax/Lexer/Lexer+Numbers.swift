extension Lexer {
  /// `12`, `0x1F`, `0b101`, `017`, `1.5`, `1e9`, `8bit`.
  mutating func scanNumber() -> SyntaxKind {
    if base[position] == UInt8(ascii: "0") {
      switch byte(position + 1) | 0x20 {
      case UInt8(ascii: "x"): return scanBased(.hexDigit)
      case UInt8(ascii: "b") where byte(position + 2) != UInt8(ascii: "i"): return scanBased(.digit)
      default: break
      }
    }
    let start = position
    skipDigits()
    let isWrongOctal = base[start] == UInt8(ascii: "0") && (start..<position).contains { base[$0] > UInt8(ascii: "7") }
    if let kind = scanFraction(from: start) { return isWrongOctal ? .malformedNumber : kind }
    if byte(position) == UInt8(ascii: "b"), byte(position + 1) == UInt8(ascii: "i"),
      byte(position + 2) == UInt8(ascii: "t")
    {
      position += byte(position + 3) == UInt8(ascii: "s") ? 4 : 3
      return .bits
    }
    return scanStrayLetters() || isWrongOctal ? .malformedNumber : .integer
  }

  /// `.5`
  mutating func scanNumberWithoutWhole() -> SyntaxKind {
    let start = position
    return scanFraction(from: start) ?? .dot
  }

  /// The point, the digits after it, the exponent; nil if there are none. A point without a digit behind it is an operator.
  private mutating func scanFraction(from start: Int) -> SyntaxKind? {
    var isFloat = false
    if byte(position) == UInt8(ascii: "."), byte(position + 1).isA(.digit, classes) {
      isFloat = true
      position += 1
      skipDigits()
    }
    if byte(position) | 0x20 == UInt8(ascii: "e") {
      let sign = byte(position + 1) == UInt8(ascii: "+") || byte(position + 1) == UInt8(ascii: "-") ? 1 : 0
      if byte(position + 1 + sign).isA(.digit, classes) {
        isFloat = true
        position += 1 + sign
        skipDigits()
      }
    }
    guard isFloat else { return nil }
    return scanStrayLetters() ? .malformedNumber : .float
  }

  private mutating func scanBased(_ digits: CharacterClass) -> SyntaxKind {
    position += 2
    while byte(position).isA(digits, classes), digits == .hexDigit || byte(position) <= UInt8(ascii: "1") {
      position += 1
    }
    return scanStrayLetters() ? .malformedNumber : .integer
  }

  private mutating func skipDigits() {
    while byte(position).isA(.digit, classes) { position += 1 }
  }

  private mutating func scanStrayLetters() -> Bool {
    guard byte(position).isA(.identifierPart, classes) else { return false }
    while byte(position).isA(.identifierPart, classes) { position += 1 }
    return true
  }
}
