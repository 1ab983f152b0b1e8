import PikeSyntax

@testable import PikeAnalysis

/// What the features that need syntax only say about a text.
struct SyntaxFeatures {
  let tree: SyntaxTree
  let positions: FilePositions

  init(_ text: String, encoding: PositionEncoding = .utf16) {
    tree = SyntaxTree.parse(text)
    positions = FilePositions(text: tree.text, lines: LineIndex(tree.text), encoding: encoding)
  }

  var outline: [DocumentSymbol] { OutlineBuilder.symbols(of: tree, positions) }
  var foldings: [FoldingRange] { FoldingCollector.ranges(of: tree, positions) }

  func tokens(in range: Range<Int>? = nil) -> [SemanticToken] {
    SemanticTokenCollector.tokens(of: tree, in: range ?? 0..<tree.text.count, positions) { _ in nil }
  }

  /// `text kind.modifier`, one a token.
  func describe(_ tokens: [SemanticToken]) -> [String] {
    tokens.map { token in
      let start = positions.offset(of: token.start)
      let end = positions.offset(of: TextPosition(line: token.start.line, column: token.start.column + token.length))
      let names = SemanticToken.Modifiers.names.enumerated().filter { token.modifiers.rawValue >> $0.offset & 1 == 1 }
      return tree.text.string(in: start..<end) + " \(token.kind)" + names.map { ".\($0.element)" }.joined()
    }
  }

  /// One line a symbol, children indented.
  func describe(_ symbols: [DocumentSymbol], indentation: String = "") -> [String] {
    symbols.flatMap { symbol in
      ["\(indentation)\(symbol.kind) \(symbol.name)" + (symbol.detail.map { " \($0)" } ?? "")]
        + describe(symbol.children, indentation: indentation + "  ")
    }
  }
}
