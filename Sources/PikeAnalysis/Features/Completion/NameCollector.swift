import IncrementalQueries
import PikeSyntax

/// Collects the names that can be seen from a place, level by level as they are looked up, or that a value has.
struct NameCollector {
  /// From where members are looked at.
  enum Access {
    /// Within the class: all of them.
    case inside
    /// By a class that inherits it: not the private ones.
    case inheriting
    /// Through an object or a module: neither private nor protected ones.
    case outside

    func admits(_ modifiers: Item.Modifiers) -> Bool {
      switch self {
      case .inside: true
      case .inheriting: !modifiers.contains(.private)
      case .outside: modifiers.isDisjoint(with: [.private, .protected])
      }
    }
  }

  var candidates: CompletionCandidates
  let context: QueryContext
  /// Only what names a class or a module, or leads to one.
  var programsOnly: Bool

  /// However wrongly classes inherit each other, no more of them are looked through.
  private static let classLimit = 512

  init(_ candidates: CompletionCandidates, _ context: QueryContext, programsOnly: Bool) {
    self.candidates = candidates
    self.context = context
    self.programsOnly = programsOnly
  }

  // MARK: Classes

  /// The members of a class or a file, its own and inherited ones.
  mutating func addClass(
    _ id: ItemID, _ access: Access, own: CompletionCandidate.Rank, inherited: CompletionCandidate.Rank
  ) throws(QueryInterruption) {
    try addOwn(of: id, access, own)
    try addInherited(by: id, access, inherited)
  }

  /// What a class or a file declares itself; of a file, also what those declare that it includes.
  private mutating func addOwn(
    of id: ItemID, _ access: Access, _ rank: CompletionCandidate.Rank
  ) throws(QueryInterruption) {
    guard let item = try context.get(ItemQuery.self, id) else { return }
    add(item.members, in: id, access, rank)
    guard id.isFile else { return }
    for file in try MacroNames.includedFiles(of: id.file, context) {
      add(try context.get(ItemTreeQuery.self, file)?.items ?? [], in: ItemID(file, []), access, rank)
    }
  }

  private mutating func add(_ items: [Item], in parent: ItemID, _ access: Access, _ rank: CompletionCandidate.Rank) {
    let suitable = items.indices.filter { access.admits(items[$0].modifiers) && mayShow(items[$0]) }
    guard !suitable.isEmpty else { return }
    // A definition says more than the prototype before it.
    for index in suitable where !items[index].isFunctionPrototype { add(items, index, in: parent, rank) }
    for index in suitable where items[index].isFunctionPrototype { add(items, index, in: parent, rank) }
    guard !programsOnly, suitable.contains(where: { items[$0].kind == .enum }) else { return }
    let steps = Item.steps(to: items)
    for index in suitable where items[index].kind == .enum {
      addValues(items[index].members, of: parent.member(steps[index]), rank)
    }
  }

  private mutating func addValues(_ values: [Item], of id: ItemID, _ rank: CompletionCandidate.Rank) {
    for (place, value) in values.enumerated() {
      candidates.add(value.name, rank, .item(ItemCandidate(parent: id, siblings: values, index: place)))
    }
  }

  /// Whether the item, or a value of it, begins as what is completed does.
  private func mayShow(_ item: Item) -> Bool {
    switch item.kind {
    case .inherit, .import: false
    case .enum: candidates.accepts(item.name) || !programsOnly && item.members.contains { candidates.accepts($0.name) }
    default: (!programsOnly || item.namesProgram) && candidates.accepts(item.property ?? item.name)
    }
  }

  private mutating func add(_ items: [Item], _ index: Int, in parent: ItemID, _ rank: CompletionCandidate.Rank) {
    let item = items[index]
    candidates.add(
      item.property ?? item.name, rank, .item(ItemCandidate(parent: parent, siblings: items, index: index)))
  }

  /// What a class inherits, as if from within it, or from outside.
  mutating func addInherited(
    by id: ItemID, _ access: Access, _ rank: CompletionCandidate.Rank
  ) throws(QueryInterruption) {
    let inherited: Access = access == .outside ? .outside : .inheriting
    try add(try context.get(InheritsQuery.self, id), inherited, rank)
  }

  /// In the order in which they are looked through: the last one first, each before what stands behind it.
  mutating func add(
    _ targets: [InheritTarget], _ access: Access, _ rank: CompletionCandidate.Rank
  ) throws(QueryInterruption) {
    var seen: Set<ItemID> = []
    var open = targets
    while let target = open.popLast() {
      switch target {
      case .missing, .unknown: continue
      case .builtin(let path): addBuiltin(path, access, rank)
      case .class(let id):
        guard seen.count < Self.classLimit, seen.insert(id).inserted else { continue }
        try addOwn(of: id, access, rank)
        open += try context.get(InheritsQuery.self, id)
      }
    }
  }

  private mutating func addBuiltin(_ path: String, _ access: Access, _ rank: CompletionCandidate.Rank) {
    let programsOnly = programsOnly
    candidates.addMembers(of: path, rank) { symbol in
      (access != .outside || !symbol.isProtected) && (!programsOnly || symbol.kind.namesProgram)
    }
  }

  /// The modules that are compiled in and part of no other one.
  private static let builtinModules = BuiltinTable.modulePaths.filter { !$0.contains(".") }

  // MARK: Modules and values

  mutating func addModule(_ module: Module, _ rank: CompletionCandidate.Rank) throws(QueryInterruption) {
    for file in module.files {
      try addClass(ItemID(file, []), .outside, own: rank, inherited: rank)
    }
    for directory in module.directories { try candidates.addModules(in: directory, rank, context) }
    if let builtin = module.builtin { addBuiltin(builtin, .outside, rank) }
  }

  /// What stands behind `->` and `.`.
  mutating func addMembers(of type: ResolvedType) throws(QueryInterruption) {
    for alternative in type.alternatives {
      switch alternative {
      case .object(let id), .program(let id): try addClass(id, .outside, own: .member, inherited: .inherited)
      case .builtinObject(let path), .builtinProgram(let path): addBuiltin(path, .outside, .member)
      case .module(let module): try addModule(module, .member)
      default: continue
      }
    }
  }

  // MARK: Scopes

  /// What a plain name may mean: from a class outwards to the file, then what is predefined, then modules.
  mutating func addScopes(from scope: ItemID) throws(QueryInterruption) {
    var level: ItemID? = scope
    while let current = level {
      let isInnermost = current == scope
      try addClass(
        current, .inside, own: isInnermost ? .member : .outer, inherited: isInnermost ? .inherited : .outer)
      for target in (try context.get(ClassLayoutQuery.self, current)?.imports ?? []).reversed() {
        if let target { try addImport(target, at: current) }
      }
      level = current.parent
    }
    try addModules(for: scope.file)
  }

  mutating func addImport(_ target: ProgramName, at scope: ItemID) throws(QueryInterruption) {
    if target.start == .path {
      guard let path = target.parts.first else { return }
      let directory = FilePath.normalized(path.hasPrefix("/") ? path : "\(scope.file.directory)/\(path)")
      return try candidates.addModules(in: directory, .imported, context)
    }
    guard let symbol = try Names(context).symbol(target, from: scope).symbols.first else { return }
    switch try Names(context).type(of: symbol) {
    case .module(let module): try addModule(module, .imported)
    case .program(let id): try addClass(id, .outside, own: .imported, inherited: .imported)
    case .builtinProgram(let path): addBuiltin(path, .outside, .imported)
    default: return
    }
  }

  /// Of the module path, and those that are compiled in.
  private mutating func addModules(for file: FileID) throws(QueryInterruption) {
    for directory in try context.input(ProjectInput.self, .whole).modulePaths {
      try candidates.addModules(in: directory, .module, context)
    }
    for path in Self.builtinModules where candidates.accepts(path) {
      let symbol = BuiltinSymbol(name: path, kind: .module, type: path)
      candidates.add(path, path.hasPrefix("_") ? .unlikely : .module, .builtin(module: "", symbol))
    }
  }

  /// What stands behind `::`.
  mutating func addScope(named name: String?, from scope: ItemID) throws(QueryInterruption) {
    switch name {
    case nil: return try addInherited(by: scope, .inside, .member)
    case "this", "this_program", "local":
      return try addClass(scope, .inside, own: .member, inherited: .inherited)
    case "global":
      return try addClass(ItemID(scope.file, []), .inside, own: .member, inherited: .inherited)
    case "predef": return candidates.addGlobals { _ in true }
    default: break
    }
    let name = name.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : $0 } ?? ""
    var level: ItemID? = scope
    while let current = level {
      if current.path.last == name {
        return try addClass(current, .inside, own: .member, inherited: .inherited)
      }
      if let target = try Names(context).inherit(named: name, of: current) {
        return try add([target], .inheriting, .member)
      }
      level = current.parent
    }
  }
}

extension Item {
  fileprivate var isFunctionPrototype: Bool { isPrototype && kind == .function }

  /// A class, or what stands for one. (A constant may be a class or a module by another name.)
  fileprivate var namesProgram: Bool {
    switch kind {
    case .class, .enum, .typedef: true
    case .constant: target != nil
    default: false
    }
  }
}

extension BuiltinKind {
  var namesProgram: Bool { self == .class || self == .module || self == .type }
}
