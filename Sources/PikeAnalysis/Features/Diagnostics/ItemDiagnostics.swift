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
    for place in places {
      switch place.item.kind {
      case .inherit: try checkInherit(place)
      case .import: try checkImport(place)
      default: break
      }
    }
    checkDuplicates(places)
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

  private mutating func checkDuplicates(_ places: [ItemPlace]) {
    var first: [ItemID: [String: ItemPlace]] = [:]
    for place in places where place.isDefinition {
      let scope = place.item.kind == .enumMember ? place.id.scope.scope : place.id.scope
      guard let previous = first[scope]?[place.name] else {
        first[scope, default: [:]][place.name] = place
        continue
      }
      if place.item.modifiers.contains(.variant) || previous.item.modifiers.contains(.variant) { continue }
      report(
        place.nameRange, "duplicate-definition", "`\(place.name)` is declared here already",
        related: (previous.nameRange, "the other `\(place.name)`"))
    }
  }
}

extension ItemPlace {
  /// Something of which there may be only one: a prototype may be followed by the function.
  fileprivate var isDefinition: Bool {
    guard !nameRange.isEmpty, node.kind != .parameter, !item.modifiers.contains(.extern) else { return false }
    switch item.kind {
    case .function: return !item.isPrototype
    case .class, .variable, .constant, .enum, .enumMember: return true
    case .typedef, .inherit, .import: return false
    }
  }
}

extension ProgramNameSyntax {
  fileprivate var text: String { element.tree.text.string(in: element.range) }
}
