/// The words of the language, found by their first eight bytes and length in a small hash table.
struct Keywords: @unchecked Sendable {
  private struct Slot {
    var word: UInt64 = 0
    var length: UInt8 = 0
    var kind: SyntaxKind = .identifier
  }

  private static let size = 256
  // Written once, in the initialiser.
  private let slots: UnsafeMutablePointer<Slot>

  static let shared = Keywords()

  private init() {
    slots = .allocate(capacity: Self.size)
    slots.initialize(repeating: Slot(), count: Self.size)
    for (text, kind) in Self.all {
      let bytes = Array(text.utf8)
      let word = bytes.prefix(8).enumerated().reduce(UInt64(0)) { $0 | UInt64($1.element) << (8 * UInt64($1.offset)) }
      var index = Self.hash(word, bytes.count)
      while slots[index].length != 0 { index = (index + 1) & (Self.size - 1) }
      slots[index] = Slot(word: word, length: UInt8(bytes.count), kind: kind)
    }
  }

  private static func hash(_ word: UInt64, _ length: Int) -> Int {
    Int(truncatingIfNeeded: ((word &+ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }

  /// The keyword at `start`, or `.identifier`. Readable are at least eight bytes from `start`.
  @inline(__always) func kind(_ start: UnsafePointer<UInt8>, length: Int) -> SyntaxKind {
    guard length >= 2, length <= 14 else { return .identifier }
    var word = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
    if length < 8 { word &= (1 << (8 * UInt64(length))) &- 1 }
    var index = Self.hash(word, length)
    while slots[index].length != 0 {
      if slots[index].word == word, Int(slots[index].length) == length {
        return confirmed(slots[index].kind, start, length)
      }
      index = (index + 1) & (Self.size - 1)
    }
    return .identifier
  }

  /// Of words longer than eight bytes the rest is compared too.
  private func confirmed(_ kind: SyntaxKind, _ start: UnsafePointer<UInt8>, _ length: Int) -> SyntaxKind {
    if length <= 8 { return kind }
    let text = UnsafeBufferPointer(start: start, count: length)
    return text.elementsEqual(kind.spelling.utf8) ? kind : .identifier
  }

  static let all: [(String, SyntaxKind)] = SyntaxKind.allCases.filter(\.isKeyword).map { ($0.spelling, $0) }
}

extension SyntaxKind {
  /// How a token of this kind is written, where there is one way only; otherwise a word for it.
  package var spelling: String {
    switch self {
    case .attributeKeyword: "__attribute__"
    case .deprecatedKeyword: "__deprecated__"
    case .funcKeyword: "__func__"
    case _ where isKeyword: String("\(self)".dropLast("Keyword".count))
    default: SyntaxKind.punctuation[self] ?? "\(self)"
    }
  }

  static let punctuation: [SyntaxKind: String] = [
    .leftParenthesis: "(", .rightParenthesis: ")", .leftBrace: "{", .rightBrace: "}", .leftBracket: "[",
    .rightBracket: "]",
    .multisetStart: "(<", .multisetEnd: ">)", .safeIndexStart: "[?", .semicolon: ";", .comma: ",", .colon: ":",
    .colonColon: "::", .dot: ".", .dotDot: "..", .dotDotDot: "...", .arrow: "->", .safeArrow: "->?", .at: "@",
    .question: "?", .questionColon: "?:", .plus: "+", .minus: "-", .star: "*", .slash: "/", .percent: "%",
    .ampersand: "&", .pipe: "|", .caret: "^", .tilde: "~", .bang: "!", .plusPlus: "++", .minusMinus: "--",
    .ampersandAmpersand: "&&", .pipePipe: "||", .shiftLeft: "<<", .shiftRight: ">>", .less: "<", .greater: ">",
    .lessEqual: "<=", .greaterEqual: ">=", .equalEqual: "==", .bangEqual: "!=", .equal: "=", .plusEqual: "+=",
    .minusEqual: "-=", .starEqual: "*=", .slashEqual: "/=", .percentEqual: "%=", .ampersandEqual: "&=",
    .pipeEqual: "|=", .caretEqual: "^=", .shiftLeftEqual: "<<=", .shiftRightEqual: ">>=", .hash: "#",
  ]
}
