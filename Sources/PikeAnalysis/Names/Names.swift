package import IncrementalQueries

/// Looks names up. It keeps nothing: what is found depends on the layouts that are read on the way.
package struct Names {
  package let context: QueryContext

  /// Whether classes' chains may be asked for. Who finds out what a class inherits looks at layouts only, since chains are made of what
  /// it finds.
  private let usesChains: Bool
  /// How far types have been followed to get here.
  private var walk = TypeWalk()

  package init(_ context: QueryContext) { self.init(context, usesChains: true) }

  /// For what is asked on the way from one type to the next; nil when that way is too long.
  func further() -> Names? {
    guard let walk = walk.next() else { return nil }
    var names = self
    names.walk = walk
    return names
  }

  init(_ context: QueryContext, usesChains: Bool) {
    self.context = context
    self.usesChains = usesChains
  }

  /// However wrongly classes inherit each other, no more of them are looked through.
  private static let classLimit = 512

  /// What of the innermost class is seen while it is being found out what that inherits: what stands before.
  struct View {
    var inherits: [InheritTarget]
    var importCount: Int
  }

  // MARK: From where one stands

  /// A plain name, from a class or file outwards: members, inherited ones, imports, level by level, then what is predefined, then
  /// modules.
  package func lookup(_ name: String, from scope: ItemID) throws(QueryInterruption) -> NameAnswer {
    try lookup(name, from: scope, seeing: nil)
  }

  func lookup(
    _ name: String, from scope: ItemID, seeing view: View?
  ) throws(QueryInterruption) -> NameAnswer {
    var isCertain = true
    var level: ItemID? = scope
    while let current = level {
      let own = try member(name, ofClass: current, seeing: current == scope ? view?.inherits : nil)
      if !own.symbols.isEmpty { return own }
      isCertain = isCertain && own.isCertain
      let imported = try imported(name, into: current, count: current == scope ? view?.importCount : nil)
      if !imported.symbols.isEmpty { return imported }
      isCertain = isCertain && imported.isCertain
      level = current.parent
    }
    let global = try global(name, for: scope.file)
    return isCertain ? global : global.open
  }

  /// Predefined names, then modules.
  package func global(_ name: String, for file: FileID) throws(QueryInterruption) -> NameAnswer {
    if BuiltinTable.global(name) != nil { return NameAnswer([.builtin(module: "", name: name)], isCertain: true) }
    guard let module = try ModuleFinder.named(name, for: file, context) else { return .nothing }
    return NameAnswer([.module(module)], isCertain: true)
  }

  private func imported(_ name: String, into scope: ItemID, count: Int?) throws(QueryInterruption) -> NameAnswer {
    let layout =
      usesChains ? try context.get(ClassChainQuery.self, scope).own : try context.get(ClassLayoutQuery.self, scope)
    guard let imports = layout?.imports, !imports.isEmpty else { return .nothing }
    var isCertain = true
    for target in imports.prefix(count ?? imports.count).reversed() {
      guard let target else {
        isCertain = false
        continue
      }
      let answer = try members(named: name, importedFrom: target, at: scope)
      if !answer.symbols.isEmpty { return answer }
      isCertain = isCertain && answer.isCertain
    }
    return NameAnswer(isCertain: isCertain)
  }

  /// `.name`: what is beside a file, or in the module that it is part of.
  package func lookup(sibling name: String, from scope: ItemID) throws(QueryInterruption) -> NameAnswer {
    try member(name, of: ModuleFinder.around(scope.file, context))
  }

  /// `A::name`, `::name`, `this::name`.
  package func lookup(
    _ name: String, qualifiers: [String], from scope: ItemID
  ) throws(QueryInterruption) -> NameAnswer {
    guard let first = qualifiers.first else { return try inherited(name, by: scope) }
    guard qualifiers.count == 1 else { return .unknown }
    switch first {
    case "this", "this_program", "local": return try member(name, ofClass: scope)
    case "global": return try member(name, ofClass: ItemID(scope.file, []))
    case "predef":
      return BuiltinTable.global(name) == nil
        ? .unknown : NameAnswer([.builtin(module: "", name: name)], isCertain: true)
    default: break
    }
    var level: ItemID? = scope
    while let current = level {
      if current.path.last == first { return try member(name, ofClass: current).open }
      if let target = try inherit(named: first, of: current) { return try member(name, of: target).open }
      level = current.parent
    }
    return .unknown
  }

  /// What `name` in `name::` means: an inherit by its own name, else the class that is inherited or stands around.
  func qualifier(_ name: String, from scope: ItemID) throws(QueryInterruption) -> Symbol? {
    var level: ItemID? = scope
    while let current = level {
      if !current.isFile, try self.name(of: current) == name { return .item(current) }
      let layout = try context.get(ClassLayoutQuery.self, current)
      let inherits = layout?.inherits ?? []
      if let index = inherits.firstIndex(where: { $0.name == name }) {
        guard let target = inherits[index].target, target.inheritName == name else { return .item(inherits[index].id) }
        return try symbol(target, from: current).symbols.first
      }
      level = current.parent
    }
    return nil
  }

  /// What an inherit with that name, of a class or of what that inherits, stands for.
  func inherit(named name: String, of scope: ItemID) throws(QueryInterruption) -> InheritTarget? {
    var seen: Set<ItemID> = [scope]
    var open = [scope]
    while let next = open.popLast(), seen.count < Self.classLimit {
      guard let layout = try context.get(ClassLayoutQuery.self, next) else { continue }
      let targets = try context.get(InheritsQuery.self, next)
      for (inherit, target) in zip(layout.inherits, targets) {
        if inherit.name == name || inherit.name == "\(name).pike" || inherit.name.hasSuffix("/\(name)") {
          return target
        }
        if case .class(let id) = target, seen.insert(id).inserted { open.insert(id, at: 0) }
      }
    }
    return nil
  }

  // MARK: In a class

  /// A member of a class or file by name, its own or inherited.
  package func member(_ name: String, ofClass id: ItemID) throws(QueryInterruption) -> NameAnswer {
    try member(name, ofClass: id, seeing: nil)
  }

  private func member(
    _ name: String, ofClass id: ItemID, seeing inherits: [InheritTarget]?
  ) throws(QueryInterruption) -> NameAnswer {
    if usesChains, inherits == nil { return try context.get(ClassChainQuery.self, id).member(name) }
    guard let layout = try context.get(ClassLayoutQuery.self, id) else { return .unknown }
    if let own = layout.members[name] { return NameAnswer(own.map { .item($0) }, isCertain: true) }
    guard !layout.inherits.isEmpty else { return .nothing }
    if let inherits { return try member(name, in: inherits, count: inherits.count) }
    return try member(name, in: context.get(InheritsQuery.self, id), count: layout.inherits.count)
  }

  private func inherited(_ name: String, by id: ItemID) throws(QueryInterruption) -> NameAnswer {
    // These are there without being declared anywhere.
    if Self.implicitMembers.contains(name) { return .unknown }
    return try context.get(ClassChainQuery.self, id).inherited(name)
  }

  /// What every object can be asked for.
  private static let implicitMembers: Set = [
    "`[]", "`[]=", "`->", "`->=", "_indices", "_values", "_types", "_annotations", "__INIT", "_destruct", "destroy",
  ]

  package func isInherited(_ name: String, byClass id: ItemID) throws(QueryInterruption) -> Bool {
    try !inherited(name, by: id).symbols.isEmpty
  }

  /// Depth first, the last inherit before those that it follows, with a list of one's own: chains may be long.
  private func member(
    _ name: String, in inherits: [InheritTarget], count: Int
  ) throws(QueryInterruption) -> NameAnswer {
    var isCertain = inherits.count == count
    var seen: Set<ItemID> = []
    var open = inherits
    while let target = open.popLast() {
      switch target {
      case .missing, .unknown: isCertain = false
      case .builtin(let path):
        if BuiltinTable.member(name, of: path) != nil {
          return NameAnswer([.builtin(module: path, name: name)], isCertain: true)
        }
        // The table has no constructors and operators of classes.
        isCertain = isCertain && BuiltinTable.members(of: path) != nil && name != "create" && !name.hasPrefix("`")
      case .class(let id):
        guard seen.count < Self.classLimit else { return .unknown }
        guard seen.insert(id).inserted else { continue }
        guard let layout = try context.get(ClassLayoutQuery.self, id) else {
          isCertain = false
          continue
        }
        let own = (layout.members[name] ?? []).filter { !layout.privateMembers.contains($0) }
        if !own.isEmpty { return NameAnswer(own.map { .item($0) }, isCertain: true) }
        if !layout.inherits.isEmpty {
          let targets = try context.get(InheritsQuery.self, id)
          isCertain = isCertain && targets.count == layout.inherits.count
          open += targets
        }
      }
    }
    return NameAnswer(isCertain: isCertain)
  }

  func member(_ name: String, of target: InheritTarget) throws(QueryInterruption) -> NameAnswer {
    try member(name, in: [target], count: 1)
  }

  // MARK: In a module

  /// A member of a module by name: what its file declares, then what lies in its directories, then what is compiled in.
  package func member(_ name: String, of module: Module) throws(QueryInterruption) -> NameAnswer {
    var isCertain = !module.isOpen
    for file in module.files {
      let answer = try member(name, ofClass: ItemID(file, []))
      if !answer.symbols.isEmpty { return answer }
      if !answer.isCertain { isCertain = false }
      if try isIndexed(file) { isCertain = false }
    }
    let path = module.name.isEmpty ? name : "\(module.name).\(name)"
    if let found = try ModuleFinder.find(name, in: module.directories, name: path, context) {
      return NameAnswer([.module(found)], isCertain: true)
    }
    if let builtin = module.builtin, BuiltinTable.member(name, of: builtin) != nil {
      return NameAnswer([.builtin(module: builtin, name: name)], isCertain: true)
    }
    if name == "module", !module.directories.isEmpty { isCertain = false }
    // A branch that is not compiled here may declare it elsewhere.
    for file in module.files where isCertain {
      if try context.get(WordQuery.self, .init(file: file, word: name)) { isCertain = false }
    }
    return NameAnswer(isCertain: isCertain)
  }

  /// Whether it computes members when it is indexed.
  private func isIndexed(_ file: FileID) throws(QueryInterruption) -> Bool {
    for name in ["`[]", "`->"] where try !member(name, ofClass: ItemID(file, [])).symbols.isEmpty { return true }
    return false
  }

  package func members(
    named name: String, inheritedFrom target: ProgramName, at scope: ItemID
  ) throws(QueryInterruption) -> NameAnswer {
    try member(name, of: program(target, from: scope, seeing: nil))
  }
}
