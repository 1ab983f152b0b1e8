internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/foldingRange`
enum FoldingRangesFeature {
  static func run(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    return .foldingRanges(FoldingCollector.ranges(of: view.tree, view.positions))
  }
}
