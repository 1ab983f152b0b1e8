package import IncrementalQueries
internal import PikeSyntax

/// A name in a file and what it means.
package struct SymbolPlace: Sendable {
  package var symbols: [Symbol]
  package var name: String
  /// In bytes of the file.
  package var range: Range<Int>

  /// What stands at an offset: a declared name, or one that is used. Nil where there is no name that means something.
  package static func at(
    _ offset: Int, in file: FileID, _ context: QueryContext
  ) throws(QueryInterruption) -> SymbolPlace? {
    let places = try ItemPlaces.all(of: file, in: context)
    if let place = places.first(where: { $0.holds(offset) }) {
      return SymbolPlace(
        symbols: try Names(context).symbolsDeclared(as: place.id), name: place.name, range: place.nameRange)
    }
    for place in places.reversed()
    where place.hasBody && place.node.rangeWithTrivia.contains(offset) || place.node.endOffset == offset {
      if let found = try inBody(of: place, offset, context) { return found }
    }
    return nil
  }

  private static func inBody(
    of place: ItemPlace, _ offset: Int, _ context: QueryContext
  ) throws(QueryInterruption) -> SymbolPlace? {
    guard let body = try context.get(BodyQuery.self, place.id) else { return nil }
    let base = place.node.offset
    if let index = body.local(declaredAt: offset - base) {
      let local = body.locals[index]
      return SymbolPlace(
        symbols: [.local(owner: place.id, index: index)], name: local.name, range: local.nameRange.shifted(by: base))
    }
    guard let index = body.use(at: offset - base), let resolution = try context.get(BodyResolutionQuery.self, place.id)
    else { return nil }
    let use = body.uses[index]
    return SymbolPlace(symbols: resolution.symbols[index], name: use.name, range: use.range.shifted(by: base))
  }
}

extension ItemPlace {
  fileprivate func holds(_ offset: Int) -> Bool {
    !nameRange.isEmpty && nameRange.lowerBound <= offset && offset <= nameRange.upperBound
  }
}

extension Range<Int> {
  func shifted(by amount: Int) -> Range<Int> { lowerBound + amount..<upperBound + amount }
}
