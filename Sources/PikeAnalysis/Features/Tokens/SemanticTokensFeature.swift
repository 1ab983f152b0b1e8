import IncrementalQueries
import PikeSyntax

/// `textDocument/semanticTokens`: what the syntax says, and for names that mean something what that is.
enum SemanticTokensFeature {
  static func run(
    _ file: FileID, _ range: Range<TextPosition>?, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    let count = view.tree.text.count
    var part = 0..<count
    if let range {
      let start = view.positions.offset(of: range.lowerBound)
      part = start..<max(start, view.positions.offset(of: range.upperBound))
    }
    let styles = try ResolvedStyles(file, part, context)
    return .semanticTokens(
      SemanticTokenCollector.tokens(of: view.tree, in: part, view.positions) { styles.byOffset[$0.textOffset] })
  }
}

/// What the names in a part of a file mean, by where they begin.
struct ResolvedStyles {
  private(set) var byOffset: [Int: IdentifierRole.Style] = [:]
  private let context: QueryContext
  private let libraryRoots: [String]
  /// What was found out for each symbol already.
  private var known: [Symbol: IdentifierRole.Style?] = [:]

  init(_ file: FileID, _ part: Range<Int>, _ context: QueryContext) throws(QueryInterruption) {
    self.context = context
    libraryRoots = try context.input(ProjectInput.self, .whole).libraryRoots.map { $0 + "/" }
    for place in try ItemPlaces.all(of: file, in: context)
    where place.hasBody && place.node.rangeWithTrivia.overlaps(part) {
      try add(place.id, part)
    }
  }

  private mutating func add(_ id: ItemID, _ part: Range<Int>) throws(QueryInterruption) {
    guard let node = try ItemPlaces.node(of: id, in: context), let body = try context.get(BodyQuery.self, id),
      let resolution = try context.get(BodyResolutionQuery.self, id)
    else { return }
    let shown = part.shifted(by: -node.offset)
    for (index, use) in body.uses.enumerated() where !use.range.isEmpty && use.range.overlaps(shown) && !use.isMacro {
      if let style = try style(of: use, resolution.symbols[index], in: body) {
        byOffset[use.range.lowerBound + node.offset] = style
      }
    }
    for local in body.locals where !local.isFromMacro && local.nameRange.overlaps(shown) {
      let style = Self.style(of: local)
      byOffset[local.nameRange.lowerBound + node.offset] = (style.kind, style.modifiers.union(.declaration))
    }
  }

  private mutating func style(
    of use: Body.Use, _ symbols: [Symbol], in body: Body
  ) throws(QueryInterruption) -> IdentifierRole.Style? {
    if let local = use.local { return Self.style(of: body.locals[local]) }
    guard let symbol = symbols.first else {
      return use.kind == .name && CompilerNames.identifiers.contains(use.name) ? (.keyword, []) : nil
    }
    if let style = known[symbol] { return style }
    let style = try self.style(of: symbol)
    known[symbol] = .some(style)
    return style
  }

  // MARK: Styles

  private static func style(of local: Body.Local) -> IdentifierRole.Style {
    switch local.kind {
    case .parameter: (.parameter, [])
    case .variable: (.variable, [])
    case .constant: (.variable, .readonly)
    case .function: (.function, [])
    case .class: (.class, [])
    case .enum: (.enum, [])
    case .enumMember: (.enumMember, .readonly)
    case .typedef: (.type, [])
    }
  }

  private func style(of symbol: Symbol) throws(QueryInterruption) -> IdentifierRole.Style? {
    switch symbol {
    case .local: return nil
    case .builtin(let module, let name): return Self.builtin(module, name)
    case .module(let module):
      let isLibrary = module.files.first.map { isInLibrary($0.path) } ?? module.directories.allSatisfy(isInLibrary)
      return (module.isClass ? .class : .namespace, isLibrary ? .defaultLibrary : [])
    case .item(let id):
      let modifiers: SemanticToken.Modifiers = isInLibrary(id.file.path) ? .defaultLibrary : []
      if id.isFile { return (.class, modifiers) }
      guard let item = try context.get(ItemQuery.self, id) else { return nil }
      let style = Self.style(of: item.kind, isInClass: id.path.count > 1)
      return (style.kind, style.modifiers.union(modifiers))
    }
  }

  private func isInLibrary(_ path: String) -> Bool { libraryRoots.contains { path.hasPrefix($0) } }

  private static func style(of kind: Item.Kind, isInClass: Bool) -> IdentifierRole.Style {
    switch kind {
    case .class: (.class, [])
    case .function: (isInClass ? .method : .function, [])
    case .variable: (isInClass ? .property : .variable, [])
    case .constant: (.variable, .readonly)
    case .enum: (.enum, [])
    case .enumMember: (.enumMember, .readonly)
    case .typedef: (.type, [])
    case .inherit, .import: (.namespace, [])
    }
  }

  private static func builtin(_ module: String, _ name: String) -> IdentifierRole.Style? {
    guard let symbol = module.isEmpty ? BuiltinTable.global(name) : BuiltinTable.member(name, of: module) else {
      return nil
    }
    let modifiers: SemanticToken.Modifiers = symbol.isDeprecated ? [.defaultLibrary, .deprecated] : .defaultLibrary
    return switch symbol.kind {
    case .function: (module.isEmpty ? .function : .method, modifiers)
    case .class: (.class, modifiers)
    case .module: (.namespace, modifiers)
    case .constant: (.variable, modifiers.union(.readonly))
    case .variable: (.property, modifiers)
    case .type: (.type, modifiers)
    }
  }
}
