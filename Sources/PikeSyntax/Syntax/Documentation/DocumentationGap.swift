/// The documentation comments in the trivia between two items, in blocks, with the line ends between them.
struct DocumentationGap {
  struct Block {
    var pieces: [TriviaPiece]
    /// How many lines end between it and what stands before it.
    var newlinesBefore: Int
  }

  private(set) var blocks: [Block] = []
  /// How many lines end between the last block, or what stands before the gap, and what stands behind it.
  private(set) var newlinesAfter = 0

  /// Nothing.
  init() {}

  /// What stands before a token, apart from what is ignored. Comments that document nothing count as little as blanks; the line on
  /// which one stands alone is an empty line, and so is that of a directive. Where a macro is used, the next item begins.
  mutating func append(_ token: SyntaxToken, without ignored: IgnoredText) {
    for piece in token.leadingTrivia where !ignored.contains(piece.range.lowerBound) {
      switch piece.kind {
      case .newline: newlinesAfter += 1
      case .docComment, .docBlockComment: add(piece)
      case .macroUse: return
      default: break
      }
    }
  }

  private mutating func add(_ piece: TriviaPiece) {
    if newlinesAfter <= 1, !blocks.isEmpty {
      blocks[blocks.count - 1].pieces.append(piece)
    } else {
      blocks.append(Block(pieces: [piece], newlinesBefore: newlinesAfter))
    }
    newlinesAfter = 0
  }

  /// Whether the last block belongs to what stands behind it.
  var touchesNext: Bool { !blocks.isEmpty && newlinesAfter <= 1 }

  /// Takes the first block away if it belongs to what stands before the gap: it begins on the same line or the next one. One on
  /// the next line that touches what follows belongs to that, if it can.
  mutating func takeTrailing(hasNext: Bool) -> Block? {
    guard let first = blocks.first, first.newlinesBefore <= 1 else { return nil }
    if first.newlinesBefore == 1, hasNext, blocks.count == 1, touchesNext { return nil }
    return blocks.removeFirst()
  }

  /// Takes the last block away if it belongs to what stands behind the gap.
  mutating func takeLeading() -> Block? {
    touchesNext ? blocks.removeLast() : nil
  }
}

extension DocumentationGap.Block {
  var range: Range<Int> {
    guard let first = pieces.first, let last = pieces.last else { return 0..<0 }
    return first.range.lowerBound..<last.range.upperBound
  }

  func text(in source: SourceText) -> String {
    pieces.map { DocumentationText.strip(source.string(in: $0.range), $0.kind) }.joined(separator: "\n")
  }
}

/// What a documentation comment says.
enum DocumentationText {
  static func strip(_ comment: String, _ kind: TriviaPiece.Kind) -> String {
    if kind == .docComment { return withoutBlank(comment.dropFirst(3)) }
    var body = comment.dropFirst(3)
    if body.hasSuffix("*/") { body = body.dropLast(2) }
    var lines = body.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line($0) }
    // The lines of the brackets are empty more often than not.
    if lines.first?.isEmpty == true { lines.removeFirst() }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// A line within brackets may begin with `*!` or `*`.
  private static func line(_ line: Substring) -> String {
    var rest = line.drop { $0 == " " || $0 == "\t" }
    guard rest.hasPrefix("*") else { return withoutBlank(line) }
    rest = rest.dropFirst()
    if rest.hasPrefix("!") { rest = rest.dropFirst() }
    return withoutBlank(rest)
  }

  /// Without one blank before and all blanks behind.
  private static func withoutBlank(_ text: Substring) -> String {
    var rest = text.hasPrefix(" ") ? text.dropFirst() : text
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    return String(rest)
  }
}
