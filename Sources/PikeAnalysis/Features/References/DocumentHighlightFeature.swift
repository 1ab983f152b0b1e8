internal import IncrementalQueries
internal import PikeSyntax

/// `textDocument/documentHighlight`: the places in the same file where the symbol is read or written.
enum DocumentHighlightFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let source = try context.input(SourceInput.self, file) else { return .failure(.unknownDocument(file)) }
    let positions = FilePositions(source, encoding: encoding)
    guard let place = try SymbolPlace.at(positions.offset(of: position), in: file, context), !place.symbols.isEmpty
    else { return .highlights([]) }
    let references = try FileReferences(place).find(in: file, context)
    return .highlights(
      references.map { DocumentHighlight(range: positions.range($0.range), kind: $0.kind == .read ? .read : .write) })
  }
}
