internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/completion`: what could stand at a place.
enum CompletionFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard try context.input(SourceInput.self, file) != nil else { return .failure(.unknownDocument(file)) }
    return .completion(CompletionList(items: [], isIncomplete: false))
  }
}

/// `completionItem/resolve`: what there is to say of an item, found by where it comes from.
enum ResolveCompletionFeature {
  static func run(_ origin: CompletionItem.Origin, in context: QueryContext) throws(QueryInterruption) -> FeatureResult
  {
    .resolvedCompletion(CompletionDetails())
  }
}
