internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/signatureHelp`: how what is being called may be called.
enum SignatureHelpFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard try context.input(SourceInput.self, file) != nil else { return .failure(.unknownDocument(file)) }
    return .signatureHelp(nil)
  }
}
