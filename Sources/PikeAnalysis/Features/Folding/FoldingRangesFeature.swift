internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/foldingRange`
enum FoldingRangesFeature {
  static func run(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file), let tree = try context.tree(of: file) else {
      return .failure(.unknownDocument(file))
    }
    return .foldingRanges(FoldingCollector.ranges(of: tree, FilePositions(source, encoding: encoding)))
  }
}
