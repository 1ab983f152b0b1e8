import IncrementalQueries
import PikeSyntax

/// `textDocument/definition`: of names, of macros, and of the files that are included or inherited.
enum DefinitionFeature {
  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    let offset = view.positions.offset(of: position)
    if let target = try fileNamed(at: offset, view, context) {
      return .locations(try start(of: target, encoding, context))
    }
    if let macro = MacroPlace(view.tree, at: offset) {
      var found: [Location] = []
      for definition in try macro.definitions(in: file, context) {
        found += try location(definition.directive.nameRange, in: definition.file, encoding, context)
      }
      if !found.isEmpty { return .locations(found) }
    }
    var locations: [Location] = []
    for symbol in try SymbolPlace.at(offset, in: file, context)?.symbols ?? [] {
      for location in try self.locations(of: symbol, encoding, context) where !locations.contains(location) {
        locations.append(location)
      }
    }
    return .locations(locations)
  }

  // MARK: Files

  /// The file that a directive includes, or whose path an inherit names.
  private static func fileNamed(
    at offset: Int, _ view: FeatureFile, _ context: QueryContext
  ) throws(QueryInterruption) -> FileID? {
    let path = view.tree.path(to: offset)
    if let node = path.innermost(.includeDirective), node.range.contains(offset) || node.endOffset == offset,
      let name = DirectiveSyntax(node)?.includeName
    {
      return try context.get(IncludesQuery.self, view.file)[name]
    }
    guard path.token.kind.isString, path.token.textRange.contains(offset) else { return nil }
    for place in try ItemPlaces.all(of: view.file, in: context)
    where place.node.range.contains(offset) && place.item.kind == .inherit {
      guard let target = place.item.target, target.start == .path else { continue }
      let answer = try Names(context).symbol(target, from: place.id.scope)
      if case .item(let id) = answer.symbols.first { return id.file }
    }
    return nil
  }

  private static func start(
    of file: FileID, _ encoding: PositionEncoding, _ context: QueryContext
  ) throws(QueryInterruption) -> [Location] {
    try location(0..<0, in: file, encoding, context)
  }

  private static func location(
    _ range: Range<Int>, in file: FileID, _ encoding: PositionEncoding, _ context: QueryContext
  ) throws(QueryInterruption) -> [Location] {
    guard let source = try context.input(SourceInput.self, file) else { return [] }
    return [Location(file: file, range: FilePositions(source, encoding: encoding).range(range))]
  }

  // MARK: Symbols

  static func locations(
    of symbol: Symbol, _ encoding: PositionEncoding, _ context: QueryContext
  ) throws(QueryInterruption) -> [Location] {
    switch symbol {
    case .builtin: return []
    case .module(let module):
      guard let file = module.files.first else { return [] }
      return try start(of: file, encoding, context)
    case .item(let id):
      if id.isFile { return try start(of: id.file, encoding, context) }
      guard let place = try ItemPlaces.place(of: id, in: context) else { return [] }
      // A name out of a macro's body has no place of its own; where the macro is used is near enough.
      return try location(place.nameRange.isEmpty ? place.node.range : place.nameRange, in: id.file, encoding, context)
    case .local(let owner, let index):
      guard let body = try context.get(BodyQuery.self, owner), body.locals.indices.contains(index),
        let node = try ItemPlaces.node(of: owner, in: context)
      else { return [] }
      return try location(body.locals[index].nameRange.shifted(by: node.offset), in: owner.file, encoding, context)
    }
  }
}
