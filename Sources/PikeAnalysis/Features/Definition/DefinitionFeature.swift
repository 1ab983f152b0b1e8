internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/definition`: where what a name means is declared.
enum DefinitionFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard try context.input(SourceInput.self, file) != nil else { return .failure(.unknownDocument(file)) }
    return .locations([])
  }
}
