internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/documentSymbol`: the outline of a file.
enum DocumentSymbolsFeature {
  static func run(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file), let tree = try context.tree(of: file) else {
      return .failure(.unknownDocument(file))
    }
    return .documentSymbols(OutlineBuilder.symbols(of: tree, FilePositions(source, encoding: encoding)))
  }
}
