extension Lexer {
  /// `"…"`: a line end inside must be escaped; otherwise the string is cut off there.
  mutating func scanString() -> SyntaxKind {
    position += 1
    while position < end {
      switch base[position] {
      case UInt8(ascii: "\""):
        position += 1
        return .string
      case UInt8(ascii: "\n"): return .unterminatedString
      case UInt8(ascii: "\\"): position += max(2, lengthOfLineContinuation(at: position))
      default: position += 1
      }
    }
    position = end
    return .unterminatedString
  }

  /// `'x'`, with any number of characters but none.
  mutating func scanCharacter() -> SyntaxKind {
    let start = position
    position += 1
    while position < end {
      switch base[position] {
      case UInt8(ascii: "'"):
        position += 1
        return position == start + 2 ? .unterminatedCharacter : .character
      case UInt8(ascii: "\n"): return .unterminatedCharacter
      case UInt8(ascii: "\\"): position += max(2, lengthOfLineContinuation(at: position))
      default: position += 1
      }
    }
    position = end
    return .unterminatedCharacter
  }

  /// `#"…"`, `#(…#)`, or a directive.
  mutating func scanHash() -> SyntaxKind {
    let hash = position
    position += 1
    skipSpaceInLine()
    switch byte(position) {
    case UInt8(ascii: "\""): return scanMultilineString()
    case UInt8(ascii: "("): return scanLiteralString(closing: UInt8(ascii: ")"))
    case UInt8(ascii: "["): return scanLiteralString(closing: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return scanLiteralString(closing: UInt8(ascii: "}"))
    case UInt8(ascii: "s") where hasWord("string"): return scanIncludedString(from: hash)
    default:
      position = endOfDirective(from: hash)
      return .directive
    }
  }

  /// `#string "file"` stands for the text of a file.
  private mutating func scanIncludedString(from hash: Int) -> SyntaxKind {
    position += 6
    skipSpaceInLine()
    if byte(position) == UInt8(ascii: "\"") {
      _ = scanString()
      return .includedString
    }
    position = endOfDirective(from: hash)
    return .directive
  }

  mutating func skipSpaceInLine() {
    while position < end {
      if base[position] == UInt8(ascii: " ") || base[position] == UInt8(ascii: "\t") {
        position += 1
      } else {
        let length = lengthOfLineContinuation(at: position)
        if length == 0 { return }
        position += length
      }
    }
  }

  private mutating func scanMultilineString() -> SyntaxKind {
    position += 1
    while true {
      position = find(UInt8(ascii: "\""), UInt8(ascii: "\\"), from: position)
      if position >= end { break }
      if base[position] == UInt8(ascii: "\"") {
        position += 1
        return .multilineString
      }
      position += 2
    }
    position = end
    return .unterminatedMultilineString
  }

  private mutating func scanLiteralString(closing: UInt8) -> SyntaxKind {
    position += 1
    while position < end {
      if base[position] == UInt8(ascii: "#"), byte(position + 1) == closing {
        position += 2
        return .literalString
      }
      position += 1
    }
    position = end
    return .unterminatedMultilineString
  }

  /// The end of the line on which a directive stands: continued by a backslash, by a comment that spans lines, and, in
  /// `#define`, not ended by what stands in strings.
  func endOfDirective(from hash: Int) -> Int {
    var offset = hash + 1
    let takesFreeText = directiveTakesFreeText(at: offset)
    while offset < end {
      switch base[offset] {
      case UInt8(ascii: "\n"): return trimmed(offset)
      case UInt8(ascii: "\\"): offset += max(2, lengthOfLineContinuation(at: offset))
      case UInt8(ascii: "/") where !takesFreeText && byte(offset + 1) == UInt8(ascii: "*"):
        offset = endOfBlockComment(from: offset).offset
      case UInt8(ascii: "/") where !takesFreeText && byte(offset + 1) == UInt8(ascii: "/"):
        offset = endOfLineComment(from: offset + 2)
      case UInt8(ascii: "\"") where !takesFreeText: offset = endOfQuoted(from: offset)
      case UInt8(ascii: "'") where !takesFreeText: offset = endOfQuoted(from: offset)
      default: offset += 1
      }
    }
    return end
  }

  /// A carriage return before the line end is not the directive's.
  private func trimmed(_ lineEnd: Int) -> Int {
    base[lineEnd - 1] == UInt8(ascii: "\r") ? lineEnd - 1 : lineEnd
  }

  private func endOfQuoted(from start: Int) -> Int {
    var copy = self
    copy.position = start
    _ = base[start] == UInt8(ascii: "'") ? copy.scanCharacter() : copy.scanString()
    return copy.position
  }

  /// What stands after `#error`, `#warning` and `#pragma` is prose, in which an apostrophe opens nothing.
  private func directiveTakesFreeText(at offset: Int) -> Bool {
    var copy = self
    copy.position = offset
    copy.skipSpaceInLine()
    switch copy.byte(copy.position) {
    case UInt8(ascii: "e"): return copy.hasWord("error")
    case UInt8(ascii: "w"): return copy.hasWord("warning")
    case UInt8(ascii: "p"): return copy.hasWord("pragma")
    default: return false
    }
  }

  private func hasWord(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { return false }
    for index in 0..<count where base[position + index] != word.utf8Start[index] { return false }
    return true
  }
}
