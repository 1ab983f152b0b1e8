internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/documentSymbol`: the outline of a file.
enum DocumentSymbolsFeature {
  static func run(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    return .documentSymbols(OutlineBuilder.symbols(of: view.tree, view.positions))
  }
}
