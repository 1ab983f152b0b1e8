import IncrementalQueries
import PikeSyntax

/// `textDocument/completion`
struct CompletionFeature {
  private let view: FeatureFile
  private let site: CompletionSite
  private let context: QueryContext
  /// The offset behind the token before the name that is completed: what it belongs to is what the cursor is in.
  private let anchor: Int
  private var names: NameCollector

  static func run(
    _ file: FileID, _ position: TextPosition, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let view = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    var feature = CompletionFeature(view, at: view.positions.offset(of: position), context)
    try feature.collect()
    return .completion(feature.list)
  }

  private init(_ view: FeatureFile, at cursor: Int, _ context: QueryContext) {
    self.view = view
    self.context = context
    site = CompletionSite(view.tree, at: cursor)
    anchor = view.tree.token(before: site.prefixRange.lowerBound)?.endOffset ?? 0
    names = NameCollector(CompletionCandidates(prefix: site.prefix), context, programsOnly: site.takesProgramsOnly)
  }

  private var list: CompletionList {
    var maker = CompletionItemMaker(
      range: view.positions.range(site.prefixRange), callsFunctions: site.callsFunctions)
    return maker.list(names.candidates)
  }

  private mutating func collect() throws(QueryInterruption) {
    switch site.place {
    case .nothing: return
    case .directiveName, .pragma: break
    case .condition: try addMacros()
    case .header(let isSystem, let directory): return try addHeaders(isSystem, directory)
    case .programPath(let directory): return try addProgramFiles(directory)
    case .arrow(let offset): return try names.addMembers(of: try typeBefore(offset, base: nil))
    case .dot(let offset, let base): return try names.addMembers(of: try typeBefore(offset, base: base))
    case .sibling: return try names.addModule(ModuleFinder.around(view.file, context), .member)
    case .scope(let name): return try names.addScope(named: name, from: try scope())
    case .inheritTarget, .importTarget, .type, .declaration, .statement, .expression: try addNames()
    }
    names.candidates.addWords(at: site)
  }

  // MARK: Names

  private mutating func addNames() throws(QueryInterruption) {
    let programsOnly = site.takesProgramsOnly
    if let (body, offset, _) = try body() {
      names.candidates.addLocals(of: body, at: offset) { kind in
        !programsOnly || kind == .class || kind == .enum || kind == .typedef
      }
      // Imports of the blocks around.
      var current: Int? = body.scope(at: offset)
      while let number = current {
        for item in body.scopes[number].imports.reversed() where item.offset <= offset {
          try names.addImport(item.target, at: try scope())
        }
        current = body.scopes[number].parent
      }
    }
    if !programsOnly || site.place.isInCode { try addMacros() }
    names.candidates.addGlobals { !programsOnly || $0.namesProgram }
    try names.addScopes(from: try scope())
  }

  /// The class around the place, or the file.
  private func scope() throws(QueryInterruption) -> ItemID {
    var scope = ItemID(view.file, [])
    for place in try ItemPlaces.all(of: view.file, in: context)
    where place.item.kind == .class && place.node.range.contains(anchor - 1) && !isClosed(place.node) {
      scope = place.id
    }
    return scope
  }

  /// The token before the place ends the node, which lacks nothing.
  private func isClosed(_ node: SyntaxNode) -> Bool {
    guard node.endOffset == anchor, let last = node.lastToken, !last.isMissing else { return false }
    return last.kind == .rightBrace || last.kind == .semicolon
  }

  /// The body around the place, the place as an offset in it, and whose body it is.
  private func body() throws(QueryInterruption) -> (body: Body, offset: Int, owner: ItemID)? {
    for place in try ItemPlaces.all(of: view.file, in: context).reversed()
    where place.hasBody && place.item.kind != .class && place.node.rangeWithTrivia.contains(anchor - 1) {
      guard !isClosed(place.node), let body = try context.get(BodyQuery.self, place.id),
        let node = try ItemPlaces.node(of: place.id, in: context)
      else { continue }
      return (body, min(site.prefixRange.lowerBound, node.endOffset) - node.offset, place.id)
    }
    return nil
  }

  // MARK: Members

  /// The type of what stands before an arrow or a dot.
  private func typeBefore(_ offset: Int, base: [String]?) throws(QueryInterruption) -> ResolvedType {
    if let (body, _, owner) = try body(), let node = try ItemPlaces.node(of: owner, in: context),
      let access = body.memberAccess(at: offset + 1 - node.offset),
      let resolution = try context.get(BodyResolutionQuery.self, owner), access.base < resolution.types.count,
      resolution.types[access.base] != .unknown
    {
      return resolution.types[access.base]
    }
    guard let base, let first = base.first else { return .unknown }
    let name = first.isEmpty ? ProgramName(Array(base.dropFirst()), start: .sibling) : ProgramName(base)
    let resolver = Names(context)
    guard let symbol = try resolver.symbol(name, from: try scope()).symbols.first else { return .unknown }
    return try resolver.type(of: symbol)
  }

  // MARK: Macros and files

  private mutating func addMacros() throws(QueryInterruption) {
    for file in [view.file] + (try MacroNames.includedFiles(of: view.file, context)) {
      let isOwn = file == view.file
      guard let tree = isOwn ? view.tree : try context.tree(of: file) else { continue }
      for define in tree.defineDirectives where !isOwn || define.range.upperBound <= site.prefixRange.lowerBound {
        guard names.candidates.accepts(define.name) else { continue }
        let kind: CompletionItem.Kind = define.parameters == nil ? .constant : .function
        let line = tree.text.string(in: define.range).split(maxSplits: 1, whereSeparator: \.isNewline).first.map(
          String.init)
        names.candidates.add(define.name, .outer, .plain(kind, detail: line))
      }
    }
    for name in CompilerNames.macros { names.candidates.add(name, .keyword, .plain(.constant, detail: nil)) }
  }

  private mutating func addHeaders(_ isSystem: Bool, _ directory: String) throws(QueryInterruption) {
    let roots = isSystem ? try context.input(ProjectInput.self, .whole).includePaths : [view.file.directory]
    try names.candidates.addPaths(in: roots.map { FilePath.normalized("\($0)/\(directory)") }, context) {
      $0.hasSuffix(".h") || $0.hasSuffix(".inc")
    }
  }

  private mutating func addProgramFiles(_ directory: String) throws(QueryInterruption) {
    let path = directory.hasPrefix("/") ? directory : "\(view.file.directory)/\(directory)"
    try names.candidates.addPaths(in: [FilePath.normalized(path)], context) {
      $0.hasSuffix(".pike") || $0.hasSuffix(".pmod")
    }
  }
}

extension CompletionSite {
  /// Variables and functions cannot stand there.
  var takesProgramsOnly: Bool {
    switch place {
    case .inheritTarget, .importTarget, .type, .declaration: true
    default: surroundings.isProgram
    }
  }

  /// Functions are called where they are named, more often than not.
  var callsFunctions: Bool {
    guard !isCalled, !surroundings.isProgram else { return false }
    switch place {
    case .statement, .expression, .arrow, .dot, .sibling, .scope: return true
    default: return false
    }
  }
}

extension CompletionSite.Place {
  /// Where the use of a macro may stand.
  fileprivate var isInCode: Bool {
    switch self {
    case .declaration, .statement, .expression, .type: true
    default: false
    }
  }
}

/// `completionItem/resolve`: from what the item carries, whatever happened since.
enum ResolveCompletionFeature {
  static func run(
    _ origin: CompletionItem.Origin, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    let describer = SymbolDescriber(context)
    var text: HoverText?
    switch origin {
    case .none: break
    case .item(let file, let path): text = try describer.text(of: .item(ItemID(file, path)))
    case .builtin(let module, let name): text = try describer.text(of: .builtin(module: module, name: name))
    case .module(let path):
      if let file = try file(ofModule: path, context) { text = try describer.text(of: .item(ItemID(file, []))) }
    }
    return .resolvedCompletion(
      CompletionDetails(
        detail: text?.signatures.joined(separator: "\n"), documentation: text?.documentation))
  }

  /// A directory speaks through its `module.pmod`.
  private static func file(ofModule path: String, _ context: QueryContext) throws(QueryInterruption) -> FileID? {
    for candidate in [path, path + "/module.pmod"] where try FilePath.exists(candidate, in: context) {
      return candidate.hasSuffix(".so") ? nil : FileID(candidate)
    }
    return nil
  }
}
