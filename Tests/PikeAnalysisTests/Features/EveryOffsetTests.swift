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

/// The same of all features, which ask for what names mean.
struct EveryFeatureTests {
  private static func requests(_ file: FileID, _ position: TextPosition) -> [FeatureRequest] {
    [
      .completion(file, position), .hover(file, position), .signatureHelp(file, position), .definition(file, position),
      .documentHighlight(file, position), .prepareRename(file, position),
    ]
  }

  @Test(arguments: FeatureSamples.all.indices)
  func everyPlaceOfASampleHasAnswersOfAllFeatures(sample: Int) throws {
    let check = FeatureCheck(FeatureSamples.all[sample], CompletionTests.others)
    let count = check.positions.text.count
    for offset in stride(from: 0, through: count, by: 1) {
      check.move(to: offset)
      try answerAll(check)
    }
  }

  @Test(arguments: FeatureSamples.all.indices)
  func everyBeginningOfASampleHasAnswersOfAllFeatures(sample: Int) throws {
    let bytes = Array(FeatureSamples.all[sample].utf8)
    let check = FeatureCheck("", CompletionTests.others)
    // Every byte of the short ones, every third of the long one.
    for count in stride(from: 0, through: bytes.count, by: bytes.count > 1500 ? 3 : 1) {
      check.set(SourceText(Array(bytes.prefix(count))), at: count)
      try answerAll(check)
      for request in [FeatureRequest.documentSymbols(check.file), .foldingRanges(check.file), .diagnostics(check.file)]
      {
        _ = try check.answer(request)
      }
      guard case .semanticTokens(let tokens) = try check.answer(.semanticTokens(check.file, nil)) else { continue }
      #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.start < $1.start })
    }
  }

  @Test func placesOutsideOfTheTextAreClamped() throws {
    let check = FeatureCheck("int x;\nint y;", CompletionTests.others)
    for line in [-5, 0, 1, 2, 100] {
      for column in [-3, 0, 4, 500] {
        for request in Self.requests(check.file, TextPosition(line: line, column: column)) {
          _ = try check.answer(request)
        }
      }
    }
  }

  private func answerAll(_ check: FeatureCheck) throws {
    let positions = check.positions
    let end = positions.position(at: positions.text.count)
    let position = check.position
    for request in Self.requests(check.file, position) {
      switch try check.answer(request) {
      case .completion(let list):
        #expect(list.items.count <= CompletionCandidates.limit)
        for item in list.items {
          #expect(item.replacedRange.upperBound == position && item.replacedRange.lowerBound.line == position.line)
        }
      case .hover(let hover): if let hover { #expect(hover.range.upperBound <= end && !hover.markdown.isEmpty) }
      case .locations(let locations):
        for location in locations where location.file == check.file { #expect(location.range.upperBound <= end) }
      case .highlights(let highlights): #expect(highlights.allSatisfy { $0.range.upperBound <= end })
      case .signatureHelp(let help):
        if let help { #expect(help.signatures.indices.contains(help.activeSignature)) }
      case .prepareRename(let target): if let target { #expect(target.range.upperBound <= end) }
      case .failure(.cannotRename(let reason)): #expect(!reason.isEmpty)
      default: Issue.record("\(request) has another answer")
      }
    }
  }
}
