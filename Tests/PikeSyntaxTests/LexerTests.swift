import TestSupport
import Testing

@testable import PikeSyntax

/// What the lexer makes of texts, and that it can begin behind any token.
struct LexerTests {
  @Test(
    arguments: [
      ("a _b c9 é", [.identifier, .identifier, .identifier, .identifier]),
      ("__file__ ___x___ __X__", [.reservedName, .identifier, .identifier]),
      ("\\u00e9a a\\U0001f600 \\", [.identifier, .identifier, .unknown]),
      ("int string class lambda int1", [.intKeyword, .stringKeyword, .classKeyword, .lambdaKeyword, .identifier]),
      ("0 12 0x1F 0b101 017 8bit 16bits", [.integer, .integer, .integer, .integer, .integer, .bits, .bits]),
      ("1.5 1e9 1.5e-3 .5 1.", [.float, .float, .float, .float, .integer, .dot]),
      ("1..2 1...2", [.integer, .dotDot, .integer, .integer, .dotDotDot, .integer]),
      (
        "08 0xg 0b2 12ab 1.5x",
        [.malformedNumber, .malformedNumber, .malformedNumber, .malformedNumber, .malformedNumber]
      ),
      ("'a' '\\'' '\\n' '' 'a", [.character, .character, .character, .unterminatedCharacter, .unterminatedCharacter]),
      ("\"a\" \"\\\"\" \"a\\\nb\" \"a\nb", [.string, .string, .string, .unterminatedString, .identifier]),
      ("#\"a\nb\" # \"a\" #\"a", [.multilineString, .multilineString, .unterminatedMultilineString]),
      ("#(a \"#) #[a#] #{a#} #(a", [.literalString, .literalString, .literalString, .unterminatedMultilineString]),
      ("#string \"file\" #define A", [.includedString, .directive]),
      ("#if 1 /* a\nb */ + 1 \\\n + 2\nx", [.directive, .identifier]),
      ("#error it's /* no comment\nx", [.directive, .identifier]),
      ("#define A 'x' // y\r\nx", [.directive, .identifier]),
      ("#! interpreter\nx // y\n/* z */ w /* open", [.identifier, .identifier]),
      ("`+ ``+= `[]= `[..] `->x= `() `name=", Array(repeating: .identifier, count: 7)),
      (
        "( ) { } (< >) [? ] ;",
        [
          .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .multisetStart, .multisetEnd, .safeIndexStart,
          .rightBracket, .semicolon,
        ]
      ),
      (
        ": :: ? ?: -> ->? ?-> . @ ,",
        [
          .colon, .colonColon, .question, .questionColon, .arrow, .safeArrow, .safeArrow, .dot, .at, .comma,
        ]
      ),
      (
        "<<= >>= << >> <= >= == !=",
        [
          .shiftLeftEqual, .shiftRightEqual, .shiftLeft, .shiftRight, .lessEqual, .greaterEqual, .equalEqual,
          .bangEqual,
        ]
      ),
      (
        "++ += && &= || |= ^= -- -= % %=",
        [
          .plusPlus, .plusEqual, .ampersandAmpersand, .ampersandEqual, .pipePipe, .pipeEqual, .caretEqual, .minusMinus,
          .minusEqual, .percent, .percentEqual,
        ]
      ),
      ("\u{FEFF}int \\\n x", [.intKeyword, .identifier]),
      ("\0 $ a", [.unknown, .unknown, .identifier]),
    ] as [(String, [SyntaxKind])])
  func textsBecomeTokens(text: String, kinds: [SyntaxKind]) {
    #expect(Self.tokens(of: SourceText(text), from: 0).map(\.kind) == kinds + [.endOfFile])
  }

  @Test func aCommentThatIsNotClosedIsSaidOfTheTokenBehindIt() {
    let tokens = Self.tokens(of: SourceText("a /* b */ c /* d"), from: 0)
    #expect(tokens.map(\.hasTriviaError) == [false, false, true])
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func lexingFromTheEndOfAnyTokenGivesTheSameRest(seed: UInt64) {
    let text = Self.soup(seed)
    let tokens = Self.tokens(of: text, from: 0)
    #expect(tokens.reduce(0) { $0 + $1.end - $1.triviaStart } == text.count)
    for index in tokens.indices.dropLast() {
      // Not at the beginning of the text, where a byte order mark may stand.
      guard tokens[index].end > 0 else { continue }
      let rest = Self.tokens(of: text, from: tokens[index].end)
      guard rest == Array(tokens[(index + 1)...]) else {
        Issue.record("seed \(seed): lexing from byte \(tokens[index].end) gives something else: \(text.bytes)")
        return
      }
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func aTokenIsDecidedByItsBytesAndTheLookahead(seed: UInt64) {
    let text = Self.soup(seed)
    for token in Self.tokens(of: text, from: 0) where token.kind != .endOfFile {
      // What stands further behind is replaced with something that would change it if it could.
      let kept = min(text.count, token.end + Lexer.lookahead)
      for tail in ["", "x", "\"", "*/", "=", "\n"] {
        let other = SourceText(Array(text[0..<kept]) + Array(tail.utf8))
        let isOpen = kept == text.count
        if isOpen { continue }
        var lexer = Lexer(other, from: token.triviaStart)
        let again = lexer.next()
        #expect(again == token, "seed \(seed), byte \(token.start)")
      }
    }
  }

  private static func tokens(of text: SourceText, from start: Int) -> [RawToken] {
    var lexer = Lexer(text, from: start)
    var result: [RawToken] = []
    repeat { result.append(lexer.next()) } while result.last?.kind != .endOfFile
    return result
  }

  private static let pieces = [
    "a", "int", "__x__", "\\u00e9", "\\", "0", "1", "9", ".", "e", "x", "b", "bit", "'", "\"", "#", "#\"", "#(", "#)",
    "#string", "!",
    "define", "if", "error", "/*", "*/", "//", "\n", "\r\n", "\r", " ", "\t", "`", "+", "-", "->", "=", "<", ">", "[",
    "]", "..", "(",
    ")", "?", ":", "&", "|", ";", "{", "}", "\u{FEFF}", "é", "\0", "@", "\\\n", "\\\r\n",
  ]

  /// Pieces of tokens in any order.
  private static func soup(_ seed: UInt64) -> SourceText {
    var random = SeededGenerator(seed: seed)
    let count = 20 + Int(random.next() % 100)
    return SourceText((0..<count).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined())
  }
}

extension RawToken: Equatable {
  static func == (left: RawToken, right: RawToken) -> Bool {
    left.kind == right.kind && left.hasTriviaError == right.hasTriviaError && left.triviaStart == right.triviaStart
      && left.start == right.start && left.end == right.end
  }
}
