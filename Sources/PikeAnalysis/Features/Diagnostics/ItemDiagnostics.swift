internal import IncrementalQueries
internal import PikeSyntax

/// What is wrong with declarations: what they inherit, import and include, and names that are declared twice.
struct ItemDiagnostics {
  private let file: FileID
  private let positions: FilePositions
  private let context: QueryContext
  private var found: [Diagnostic] = []

  init(_ file: FileID, _ positions: FilePositions, _ context: QueryContext) {
    self.file = file
    self.positions = positions
    self.context = context
  }

  mutating func run() throws(QueryInterruption) -> [Diagnostic] {
    let places = try ItemPlaces.all(of: file, in: context)
    for index in places.indices {
      switch places[index].item.kind {
      case .inherit: try checkInherit(places[index])
      case .import: try checkImport(places[index])
      default: break
      }
    }
    try checkDuplicates()
    try checkIncludes()
    return found
  }

  private mutating func report(
    _ range: Range<Int>, _ code: String, _ message: String, related: (Range<Int>, String)? = nil
  ) {
    let others = related.map {
      [Diagnostic.Related(location: Location(file: file, range: positions.range($0.0)), message: $0.1)]
    }
    found.append(
      Diagnostic(
        range: positions.range(range), severity: .error, code: code, message: message, related: others ?? []))
  }

  // MARK: What is named

  private mutating func checkInherit(_ place: ItemPlace) throws(QueryInterruption) {
    guard let layout = try context.get(ClassLayoutQuery.self, place.id.scope),
      let index = layout.inherits.firstIndex(where: { $0.id == place.id })
    else { return }
    let targets = try context.get(InheritsQuery.self, place.id.scope)
    guard index < targets.count, targets[index] == .missing, let syntax = InheritSyntax(place.node)?.target else {
      return
    }
    report(syntax.element.range, "unresolved-inherit", "there is no `\(syntax.text)` to inherit")
  }

  private mutating func checkImport(_ place: ItemPlace) throws(QueryInterruption) {
    guard let target = place.item.target, let syntax = ImportSyntax(place.node)?.target,
      try Names(context).isMissing(import: target, at: place.id.scope)
    else { return }
    report(syntax.element.range, "unresolved-import", "there is no `\(syntax.text)` to import")
  }

  private mutating func checkIncludes() throws(QueryInterruption) {
    let names = try context.get(PreprocessorNamesQuery.self, file).includes
    guard !names.isEmpty, let tree = try context.tree(of: file) else { return }
    let resolved = try context.get(IncludesQuery.self, file)
    guard names.contains(where: { resolved[$0] == nil }) else { return }
    var open = [tree.rootNode]
    while let node = open.popLast() {
      if node.kind.isInactiveBranch { continue }
      if node.kind == .includeDirective, let name = DirectiveSyntax(node)?.includeName, !name.isEmpty,
        resolved[name] == nil
      {
        report(node.range, "unresolved-include", "there is no file \(name) to include")
      }
      for case .node(let inner) in node.children { open.append(inner) }
    }
  }

  // MARK: Duplicates

  private mutating func checkDuplicates() throws(QueryInterruption) {
    for (later, first) in try context.get(DuplicateItemsQuery.self, file).map({ ($0.later, $0.first) }) {
      guard let place = try ItemPlaces.place(of: later, in: context),
        let previous = try ItemPlaces.place(of: first, in: context), !place.nameRange.isEmpty
      else { continue }
      report(
        place.nameRange, "duplicate-definition", "`\(place.name)` is declared here already",
        related: (previous.nameRange, "the other `\(place.name)`"))
    }
  }
}

extension ProgramNameSyntax {
  fileprivate var text: String { element.tree.text.string(in: element.range) }
}
