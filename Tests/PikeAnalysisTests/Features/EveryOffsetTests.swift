import PikeSyntax
import Testing

@testable import PikeAnalysis

/// Whatever the text and wherever the place, there is an answer, and what it points at lies in the text.
struct EveryOffsetTests {
  @Test(arguments: FeatureSamples.all.indices)
  func everyPlaceOfASampleHasAnAnswer(sample: Int) {
    let tree = SyntaxTree.parse(FeatureSamples.all[sample])
    for offset in 0...tree.text.count { checkPlace(tree, offset) }
  }

  @Test(arguments: FeatureSamples.all.indices)
  func everyBeginningOfASampleHasAnswers(sample: Int) {
    let bytes = Array(FeatureSamples.all[sample].utf8)
    for count in 0...bytes.count {
      let text = SourceText(Array(bytes.prefix(count)))
      let tree = SyntaxTree.parse(text)
      checkPlace(tree, count)
      checkWhole(tree)
    }
  }

  private func checkPlace(_ tree: SyntaxTree, _ offset: Int) {
    let site = CompletionSite(tree, at: offset)
    #expect(site.prefixRange.upperBound == offset)
    if let call = CallSite(tree, at: offset) {
      #expect(call.callee.upperBound <= offset, "at \(offset)")
    }
  }

  private func checkWhole(_ tree: SyntaxTree) {
    let positions = FilePositions(text: tree.text, lines: LineIndex(tree.text), encoding: .utf16)
    let end = positions.position(at: tree.text.count)
    check(OutlineBuilder.symbols(of: tree, positions), end)
    for fold in FoldingCollector.ranges(of: tree, positions) {
      #expect(fold.startLine < fold.endLine && fold.endLine <= end.line)
    }
    let tokens = SemanticTokenCollector.tokens(of: tree, in: 0..<tree.text.count, positions) { _ in nil }
    var last = TextPosition(line: 0, column: 0)
    for token in tokens {
      #expect(token.start >= last && token.length > 0)
      last = TextPosition(line: token.start.line, column: token.start.column + token.length)
    }
    #expect(last <= end)
  }

  private func check(_ symbols: [DocumentSymbol], _ end: TextPosition) {
    for symbol in symbols {
      #expect(symbol.range.upperBound <= end)
      #expect(symbol.range.contains(symbol.selectionRange.lowerBound))
      check(symbol.children, end)
    }
  }
}
