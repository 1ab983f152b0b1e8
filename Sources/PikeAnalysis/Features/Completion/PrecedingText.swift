import PikeSyntax

/// What stands before a place of a text: in what kind of text it lies, and the tokens before it. Where the tree has no tokens (in the
/// use of a macro, in a branch that is not compiled), they are read from the text.
struct PrecedingText {
  struct Token {
    var kind: SyntaxKind
    var range: Range<Int>
    var text: String
    /// Of a token in the tree.
    var path: SyntaxPath?
  }

  private let tree: SyntaxTree
  private let cursor: Int
  private let nameStart: Int
  /// To the token at the cursor, and to the one before it.
  private let at: SyntaxPath
  private let before: SyntaxPath

  /// More names than this in a row are not looked at.
  private static let tokenLimit = 24

  init(_ tree: SyntaxTree, cursor: Int, nameStart: Int) {
    self.tree = tree
    self.cursor = cursor
    self.nameStart = nameStart
    at = tree.path(to: cursor)
    before = tree.path(to: cursor - 1)
  }

  /// The directive that the place is in, its end included.
  var directive: Range<Int>? {
    if let node = before.nodes.last(where: { $0.kind.isDirective }) {
      // What follows its name belongs to it up to the line's end, but not what stands on the next line.
      return node.range.lowerBound < cursor ? node.range : nil
    }
    return piece { $0.kind == .directive }?.range
  }

  var isInComment: Bool {
    guard let piece = piece(where: { $0.isComment }) else { return false }
    if cursor < piece.range.upperBound || piece.kind != .blockComment && piece.kind != .docBlockComment { return true }
    return !tree.text.string(in: piece.range).hasSuffix("*/")
  }

  /// The string or character that the place is inside of, or the text that nobody parses.
  var string: SyntaxToken? {
    let token = before.token
    guard !token.isVirtual, token.textOffset < cursor else { return nil }
    switch token.kind {
    case .unterminatedString, .unterminatedMultilineString, .unterminatedCharacter, .directiveText,
      .malformedDirectiveText, .inactiveText:
      return token
    case .character: return cursor < token.endOffset ? token : nil
    case _ where token.kind.isString && token.kind != .funcKeyword: return cursor < token.endOffset ? token : nil
    default: return nil
    }
  }

  /// The piece of trivia that the byte before the cursor lies in.
  private func piece(where matches: (TriviaPiece) -> Bool) -> TriviaPiece? {
    let token = before.token
    guard cursor > token.offset, cursor - 1 < token.textOffset else { return nil }
    return token.leadingTrivia.first { $0.range.contains(cursor - 1) && matches($0) }
  }

  // MARK: Tokens

  /// In order, the nearest last.
  var tokensBefore: [Token] {
    if let piece = piece(where: { $0.kind == .macroUse || $0.kind == .inactiveText || $0.kind == .directive }) {
      return tree.sourceTokens(in: piece.range.lowerBound..<nameStart).suffix(Self.tokenLimit).map {
        Token(kind: $0.kind, range: $0.range, text: tree.text.string(in: $0.range), path: nil)
      }
    }
    var path = tree.path(to: nameStart)
    var tokens: [Token] = []
    repeat {
      let token = path.token
      guard !token.isMissing, !token.textRange.isEmpty, token.endOffset <= nameStart else { continue }
      tokens.append(Token(kind: token.kind, range: token.textRange, text: token.text, path: path))
      // Names and what joins them may matter; of all else, the nearest does.
      if !token.kind.joinsNames, tokens.count > 1 { break }
    } while tokens.count < Self.tokenLimit && path.moveToPrevious()
    return tokens.reversed()
  }
}
