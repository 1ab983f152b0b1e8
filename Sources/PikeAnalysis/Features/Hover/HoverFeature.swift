internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/hover`: what a name means, how it is declared and what its documentation says.
enum HoverFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard try context.input(SourceInput.self, file) != nil else { return .failure(.unknownDocument(file)) }
    return .hover(nil)
  }
}
