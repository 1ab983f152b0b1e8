/// The texts of the tokens of a macro's body: read again from the text of the definition, one piece for each of its tokens.
/// (See `MacroReader`, which keeps their kinds only.)
struct MacroBodyText {
  enum Part: Equatable {
    case text(String)
    case parameter(Int)
    /// `#x`: the argument as a string.
    case quoted(Int)
  }

  /// Parts that stand side by side were joined with `##`.
  typealias Piece = [Part]

  private let macro: MacroDefinition
  private let text: SourceText
  private var lexer: Lexer
  private var pieces: [(kind: SyntaxKind, parts: Piece)] = []

  /// As many pieces as the body has tokens.
  static func pieces(of macro: MacroDefinition) -> [Piece] {
    let text = SourceText(macro.bodyText)
    var reader = MacroBodyText(macro: macro, text: text, lexer: Lexer(text))
    reader.read()
    return reader.pieces.map(\.parts)
  }

  private mutating func read() {
    while true {
      let token = lexer.next()
      switch token.kind {
      case .endOfFile: return
      case .directive:
        lexer.position = token.start + 1
        readHash()
      default: pieces.append((token.kind, [part(token)]))
      }
    }
  }

  private func part(_ token: RawToken) -> Part {
    parameter(token).map { .parameter($0) } ?? .text(text.string(in: token.start..<token.end))
  }

  private func parameter(_ token: RawToken) -> Int? {
    guard token.kind.isWord else { return nil }
    return macro.parameters[FNV1a.hash(text[token.start..<token.end])]
  }

  private mutating func readHash() {
    if lexer.byte(lexer.position) == UInt8(ascii: "#") {
      lexer.position += 1
      return paste()
    }
    let next = lexer.next()
    if next.kind == .directive { lexer.position = next.start + 1 }
    if let index = parameter(next) {
      pieces.append((.string, [.quoted(index)]))
    } else {
      pieces.append((.string, [.text("\"\(text.string(in: next.start..<lexer.position))\"")]))
    }
  }

  private mutating func paste() {
    let next = lexer.next()
    if next.kind == .directive {
      lexer.position = next.start
      return
    }
    guard next.kind != .endOfFile else { return }
    if let last = pieces.last, last.kind.isWord, next.kind.isWord || next.kind == .integer {
      pieces[pieces.count - 1] = (.identifier, last.parts + [part(next)])
    } else {
      pieces.append((next.kind, [part(next)]))
    }
  }
}

extension SyntaxKind {
  /// A name, or what would be one if it had no meaning of its own.
  var isWord: Bool { self == .identifier || self == .reservedName || isKeyword }
}
