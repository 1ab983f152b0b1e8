internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/semanticTokens`
enum SemanticTokensFeature {
  static func run(
    _ file: FileID, _ range: Range<TextPosition>?, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file), let tree = try context.tree(of: file) else {
      return .failure(.unknownDocument(file))
    }
    let positions = FilePositions(source, encoding: encoding)
    let start = range.map { positions.offset(of: $0.lowerBound) } ?? 0
    let end = range.map { positions.offset(of: $0.upperBound) } ?? source.text.count
    return .semanticTokens(
      SemanticTokenCollector.tokens(of: tree, in: start..<max(start, end), positions) { _ in nil })
  }
}
