/// A token as it stands in the text, with where its trivia begins: offsets in bytes.
struct RawToken {
  var kind: SyntaxKind
  /// A comment before it does not end.
  var hasTriviaError: Bool
  var triviaStart: Int
  var start: Int
  var end: Int
}

/// Cuts text into tokens, each with the white space and comments before it. It can begin at the end of any token, and needs to
/// know nothing of what came before: that is what makes lexing again after an edit local.
///
/// A directive of the preprocessor is one token, up to the end of its (continued) line. The pike compiler looks for
/// strings, comments and directives first and for tokens then; where the two would disagree, this follows the former.
struct Lexer {
  let base: UnsafePointer<UInt8>
  /// Where the text ends; `Lexer.lookahead` bytes behind it are readable and do not matter, unless the lexer is told to
  /// stop in the middle of a text.
  let end: Int
  var position: Int
  let classes = CharacterClass.table
  let keywords = Keywords.shared

  /// How many bytes behind a token's end decide where it ends, at most.
  static let lookahead = 4

  init(_ text: SourceText, from position: Int = 0) {
    base = UnsafePointer(text.base)
    end = text.count
    self.position = position
  }

  /// The tokens within `range` alone, as if the text ended there.
  init(_ text: SourceText, range: Range<Int>) {
    base = UnsafePointer(text.base)
    end = range.upperBound
    position = range.lowerBound
  }

  /// The byte at `offset`, or zero behind the end.
  @inline(__always) func byte(_ offset: Int) -> UInt8 {
    offset < end ? base[offset] : 0
  }

  /// Where the text of the next token begins.
  var tokenStart: Int {
    var copy = self
    return copy.next().start
  }

  mutating func next() -> RawToken {
    let triviaStart = position
    if position == 0, byte(0) == 0xEF, byte(1) == 0xBB, byte(2) == 0xBF { position = 3 }
    let complete = skipTrivia()
    let start = position
    guard start < end else {
      return RawToken(kind: .endOfFile, hasTriviaError: !complete, triviaStart: triviaStart, start: end, end: end)
    }
    let kind = scanToken(base[start])
    return RawToken(kind: kind, hasTriviaError: !complete, triviaStart: triviaStart, start: start, end: position)
  }

  /// False if a comment is not closed.
  @inline(__always) private mutating func skipTrivia() -> Bool {
    var complete = true
    while position < end {
      let byte = base[position]
      if byte.isA(.whitespace, classes) {
        position += 1
      } else if byte == UInt8(ascii: "/") {
        let next = self.byte(position + 1)
        if next == UInt8(ascii: "/") {
          position = endOfLineComment(from: position + 2)
        } else if next == UInt8(ascii: "*") {
          complete = skipBlockComment() && complete
        } else {
          break
        }
      } else if byte > UInt8(ascii: "\\") || byte > UInt8(ascii: "#") && byte < UInt8(ascii: "\\") {
        break
      } else if !skipRareTrivia(byte) {
        break
      }
    }
    return complete
  }

  /// A continued line, or `#!…`.
  private mutating func skipRareTrivia(_ first: UInt8) -> Bool {
    if first == UInt8(ascii: "\\") {
      let length = lengthOfLineContinuation(at: position)
      position += length
      return length > 0
    }
    if first == UInt8(ascii: "#"), byte(position + 1) == UInt8(ascii: "!") {
      position = endOfLineComment(from: position + 2)
      return true
    }
    return false
  }

  /// How long a backslash with a line end after it is; zero if there is none at `offset`.
  @inline(__always) func lengthOfLineContinuation(at offset: Int) -> Int {
    guard byte(offset) == UInt8(ascii: "\\") else { return 0 }
    if byte(offset + 1) == UInt8(ascii: "\n") { return 2 }
    return byte(offset + 1) == UInt8(ascii: "\r") && byte(offset + 2) == UInt8(ascii: "\n") ? 3 : 0
  }

  /// The first byte from `start` on that is `first` or `second`, or the end. Comments are long: eight bytes are looked at together.
  @inline(__always) func find(_ first: UInt8, _ second: UInt8, from start: Int) -> Int {
    var offset = start
    while offset < end {
      let word = ByteWord(at: base + offset)
      let mask = word.matches(first) | word.matches(second)
      if mask != 0 { return min(end, offset + ByteWord.bytesBeforeFirst(of: mask)) }
      offset += ByteWord.count
    }
    return end
  }

  /// Where a comment that reaches to the end of the line ends: before the line end, unless a backslash continues it.
  func endOfLineComment(from start: Int) -> Int {
    var offset = start
    while true {
      offset = find(UInt8(ascii: "\n"), UInt8(ascii: "\\"), from: offset)
      if offset >= end || base[offset] == UInt8(ascii: "\n") { return offset }
      offset += max(2, lengthOfLineContinuation(at: offset))
    }
  }

  private mutating func skipBlockComment() -> Bool {
    let (offset, complete) = endOfBlockComment(from: position)
    position = offset
    return complete
  }

  func endOfBlockComment(from start: Int) -> (offset: Int, complete: Bool) {
    let star = UInt8(ascii: "*")
    var offset = start + 2
    while true {
      offset = find(star, star, from: offset)
      if offset >= end { return (end, false) }
      if byte(offset + 1) == UInt8(ascii: "/") { return (offset + 2, true) }
      offset += 1
    }
  }

  private mutating func scanToken(_ first: UInt8) -> SyntaxKind {
    if first.isA(.identifierStart, classes) { return scanWord() }
    if first.isA(.digit, classes) { return scanNumber() }
    switch first {
    case UInt8(ascii: "\""): return scanString()
    case UInt8(ascii: "'"): return scanCharacter()
    case UInt8(ascii: "#"): return scanHash()
    case UInt8(ascii: "`"): return scanOperatorName()
    case UInt8(ascii: "\\"): return scanBackslash()
    default: return scanPunctuation(first)
    }
  }

  @inline(__always) private mutating func scanWord() -> SyntaxKind {
    let start = position
    var offset = start + 1
    while base[offset].isA(.identifierPart, classes), offset < end { offset += 1 }
    position = offset
    if byte(offset) == UInt8(ascii: "\\") { return scanRestOfEscapedWord() }
    let length = offset - start
    if base[start] == UInt8(ascii: "_"), length > 4 { return kindOfUnderscored(start, length) }
    return keywords.kind(base + start, length: length)
  }

  /// `__name__` is kept for the language when it is in lower case; `___name___` is anybody's.
  private func kindOfUnderscored(_ start: Int, _ length: Int) -> SyntaxKind {
    let keyword = keywords.kind(base + start, length: length)
    if keyword != .identifier { return keyword }
    let word = UnsafeBufferPointer(start: base + start, count: length)
    let underscore = UInt8(ascii: "_")
    guard word[1] == underscore, word[length - 1] == underscore, word[length - 2] == underscore,
      word[2] != underscore, word[length - 3] != underscore
    else { return .identifier }
    let isLowerASCII = word.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
    return isLowerASCII ? .reservedName : .identifier
  }

  /// A name may hold letters written as `\u1234`.
  private mutating func scanRestOfEscapedWord() -> SyntaxKind {
    while true {
      if byte(position) == UInt8(ascii: "\\"), (byte(position + 1) | 0x20) == UInt8(ascii: "u") {
        position += 2
      } else if position < end, base[position].isA(.identifierPart, classes) {
        position += 1
      } else {
        return .identifier
      }
    }
  }

  private mutating func scanBackslash() -> SyntaxKind {
    if (byte(position + 1) | 0x20) == UInt8(ascii: "u") { return scanRestOfEscapedWord() }
    position += 1
    return .unknown
  }
}
