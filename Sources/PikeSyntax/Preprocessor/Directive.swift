/// One directive of the preprocessor, and where it stands.
struct Directive {
  enum Kind: UInt8 {
    case `if`, ifdef, ifndef, elif, `else`, endif
    case define, undef, include, other

    var opensGroup: Bool { self == .if || self == .ifdef || self == .ifndef }
    var continuesGroup: Bool { self == .elif || self == .else }
    var isConditional: Bool { opensGroup || continuesGroup || self == .endif }
    /// Whether its text can change how the rest of the file is read.
    var hasMeaningfulText: Bool { self != .else && self != .endif && self != .other }
  }

  var kind: Kind
  /// From the `#` on.
  var start: Int
  var end: Int
  /// Behind the name of the directive.
  var argument: Int
  /// What the other directives' meaning depends on: of its kind and, where it matters, of its text.
  var fingerprint: UInt64

  var range: Range<Int> { start..<end }

  init(_ lexer: Lexer, start: Int, end: Int) {
    var cursor = lexer
    cursor.position = start + 1
    cursor.skipSpaceInLine()
    let nameStart = cursor.position
    while cursor.position < end, cursor.byte(cursor.position).isA(.identifierPart, cursor.classes) {
      cursor.position += 1
    }
    self.start = start
    self.end = end
    argument = cursor.position
    kind = Kind(name: UnsafeBufferPointer(start: cursor.base + nameStart, count: cursor.position - nameStart))
    var hash = FNV1a()
    hash.combine(kind.rawValue)
    if kind.hasMeaningfulText {
      for offset in argument..<max(argument, end) { hash.combine(cursor.base[offset]) }
    }
    fingerprint = hash.value
  }
}

extension Directive {
  /// Whether the preprocessor knows no directive of that name. It passes over those with an underscore in them.
  func isUnknown(in text: SourceText, nameStart: Int) -> Bool {
    guard kind == .other else { return false }
    let name = text[nameStart..<argument]
    if name.contains(UInt8(ascii: "_")) { return false }
    if let first = name.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) { return false }
    return !Self.otherNames.contains(String(decoding: name, as: UTF8.self))
  }

  private static let otherNames: Set<String> = [
    "line", "string", "error", "charset", "pragma", "pike", "require", "warning",
  ]

  /// Whether it is `#pike` without `8.0`, `__REAL_VERSION__` or the like behind it.
  func isMalformedVersion(in text: SourceText, nameStart: Int) -> Bool {
    guard kind == .other, text.string(in: nameStart..<argument) == "pike" else { return false }
    var lexer = Lexer(text, range: argument..<max(argument, end))
    let token = lexer.next()
    if token.kind == .identifier || token.kind == .reservedName { return false }
    return token.kind != .float || lexer.byte(lexer.position) == UInt8(ascii: ".")
  }

  /// Whether it is `#if 0`: what follows is commented out.
  func isNever(in text: SourceText) -> Bool {
    guard kind == .if else { return false }
    var lexer = Lexer(text, range: argument..<max(argument, end))
    let token = lexer.next()
    return token.kind == .integer && token.end == token.start + 1 && text[token.start] == UInt8(ascii: "0")
      && lexer.next().kind == .endOfFile
  }

  /// `"file"` or `<file>`; empty if it cannot be read.
  func includeName(in text: SourceText) -> String {
    let name = text.string(in: argument..<max(argument, end)).drop { $0 == " " || $0 == "\t" }
    let closing: Character = name.first == "<" ? ">" : "\""
    guard let close = name.dropFirst().firstIndex(of: closing) else { return "" }
    return String(name[...close])
  }
}

extension Directive.Kind {
  init(name: UnsafeBufferPointer<UInt8>) {
    switch String(decoding: name, as: UTF8.self) {
    case "if": self = .if
    case "ifdef": self = .ifdef
    case "ifndef": self = .ifndef
    case "elif", "elseif": self = .elif
    case "else": self = .else
    case "endif": self = .endif
    case "define": self = .define
    case "undef", "undefine": self = .undef
    case "include": self = .include
    default: self = .other
    }
  }
}

/// The 64-bit hash of Fowler, Noll and Vo, variant 1a.
struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.combine(byte) }
    return hash.value
  }
}

/// Finds the directives of a text, faster than the lexer does: only strings, characters, comments and `#` matter for where
/// they are.
struct DirectiveFinder {
  static func directives(in text: SourceText, range: Range<Int>) -> [Directive] {
    var lexer = Lexer(text, from: range.lowerBound)
    var result: [Directive] = []
    while lexer.position < range.upperBound {
      switch lexer.base[lexer.position] {
      case UInt8(ascii: "\""): _ = lexer.scanString()
      case UInt8(ascii: "'"): _ = lexer.scanCharacter()
      case UInt8(ascii: "/"): skipSlash(&lexer)
      case UInt8(ascii: "\\"): lexer.position += 1
      case UInt8(ascii: "#"):
        if lexer.byte(lexer.position + 1) == UInt8(ascii: "!") {
          lexer.position = lexer.endOfLineComment(from: lexer.position + 2)
          continue
        }
        let start = lexer.position
        guard lexer.scanHash() == .directive else { continue }
        result.append(Directive(lexer, start: start, end: lexer.position))
      default: skipOrdinary(&lexer)
      }
    }
    return result
  }

  /// Eight bytes at a time, up to one that may matter.
  @inline(__always) private static func skipOrdinary(_ lexer: inout Lexer) {
    lexer.position += 1
    while lexer.position < lexer.end {
      let word = ByteWord(at: lexer.base + lexer.position)
      let mask =
        word.matches(UInt8(ascii: "\"")) | word.matches(UInt8(ascii: "'")) | word.matches(UInt8(ascii: "/"))
        | word.matches(UInt8(ascii: "\\")) | word.matches(UInt8(ascii: "#"))
      if mask != 0 {
        lexer.position += ByteWord.bytesBeforeFirst(of: mask)
        return
      }
      lexer.position += ByteWord.count
    }
  }

  private static func skipSlash(_ lexer: inout Lexer) {
    switch lexer.byte(lexer.position + 1) {
    case UInt8(ascii: "/"): lexer.position = lexer.endOfLineComment(from: lexer.position + 2)
    case UInt8(ascii: "*"): lexer.position = lexer.endOfBlockComment(from: lexer.position).offset
    default: lexer.position += 1
    }
  }
}
