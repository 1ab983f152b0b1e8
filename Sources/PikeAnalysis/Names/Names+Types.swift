package import IncrementalQueries

/// What names stand for as types, and what values of a type have.
extension Names {
  // MARK: Symbols

  /// The type of the value that a symbol stands for.
  package func type(of symbol: Symbol) throws(QueryInterruption) -> ResolvedType {
    switch symbol {
    case .local: return .unknown
    case .module(let module): return type(of: module)
    case .builtin(let module, let name): return try builtinType(module, name)
    case .item(let id):
      guard let names = further(), let item = try context.get(ItemQuery.self, id) else { return .unknown }
      if id.isFile { return .program(id) }
      let scope = id.scope
      switch item.kind {
      case .class: return .program(id)
      case .function: return .function(result: try names.resolve(item.type, from: scope))
      case .variable: return try names.resolve(item.type, from: scope)
      case .enumMember: return .basic("int")
      case .constant:
        guard let target = item.target else { return try names.resolve(item.type, from: scope) }
        let answer = try names.symbol(target, from: scope)
        guard let found = answer.symbols.first, found != symbol else { return .unknown }
        return try names.type(of: found)
      case .enum, .typedef, .inherit, .import: return .unknown
      }
    }
  }

  /// A module whose file is a class is that class.
  private func type(of module: Module) -> ResolvedType {
    if let file = module.files.first, file.path.hasSuffix(".pike") { return .program(ItemID(file, [])) }
    if module.files.isEmpty, module.directories.isEmpty, let builtin = module.builtin,
      let symbol = BuiltinSymbol.at(builtin), symbol.kind == .class
    {
      return .builtinProgram(builtin)
    }
    return .module(module)
  }

  private func builtinType(_ module: String, _ name: String) throws(QueryInterruption) -> ResolvedType {
    let symbol = module.isEmpty ? BuiltinTable.global(name) : BuiltinTable.member(name, of: module)
    guard let symbol else { return .unknown }
    let path = module.isEmpty ? name : "\(module).\(name)"
    switch symbol.kind {
    case .class: return .builtinProgram(BuiltinTable.canonicalPath(path) ?? path)
    case .module:
      let canonical = BuiltinTable.canonicalPath(symbol.type) ?? BuiltinTable.canonicalPath(path)
      guard let canonical else { return .unknown }
      return .module(
        Module(name: canonical, files: [], directories: [], builtin: canonical, isOpen: BuiltinTable.isOpen(canonical)))
    case .function: return .function(result: BuiltinTypeReader.result(ofFunction: symbol.type))
    case .constant, .variable, .type: return BuiltinTypeReader.type(symbol.type)
    }
  }

  // MARK: Programs

  /// What a written name of a class or module means.
  func symbol(
    _ name: ProgramName, from scope: ItemID, seeing view: View? = nil
  ) throws(QueryInterruption) -> NameAnswer {
    guard let first = name.parts.first else { return .unknown }
    var answer: NameAnswer
    switch name.start {
    case .path: return try file(at: first, from: scope)
    case .scope: answer = try lookup(first, from: scope, seeing: view)
    case .sibling: answer = try lookup(sibling: first, from: scope)
    case .qualifier(let qualifier):
      guard view == nil || qualifier == "predef" || qualifier == "global" else { return .unknown }
      answer = try lookup(first, qualifiers: qualifier.isEmpty ? [] : [qualifier], from: scope)
    }
    for part in name.parts.dropFirst() {
      guard let symbol = answer.symbols.first else { return answer }
      answer = try members(named: part, of: type(of: symbol), isArrow: false)
    }
    return answer
  }

  /// `inherit "file.pike"`, with or without the ending.
  private func file(at path: String, from scope: ItemID) throws(QueryInterruption) -> NameAnswer {
    // The program that loads all others.
    if path == "/master" { return .unknown }
    let absolute = FilePath.normalized(path.hasPrefix("/") ? path : "\(scope.file.directory)/\(path)")
    for candidate in [absolute, absolute + ".pike"] where try FilePath.exists(candidate, in: context) {
      return NameAnswer([.item(ItemID(FileID(candidate), []))], isCertain: true)
    }
    return .nothing
  }

  /// The class that an `inherit` names.
  func program(
    _ name: ProgramName, from scope: ItemID, seeing view: View?
  ) throws(QueryInterruption) -> InheritTarget {
    let answer = try symbol(name, from: scope, seeing: view)
    guard let symbol = answer.symbols.first else { return answer.isCertain ? .missing : .unknown }
    switch try type(of: symbol) {
    case .program(let id), .object(let id): return .class(id)
    case .builtinProgram(let path), .builtinObject(let path): return .builtin(path)
    case .module(let module):
      if let file = module.files.first, module.directories.isEmpty || file.name == "module.pmod" {
        return .class(ItemID(file, []))
      }
      if module.files.isEmpty, module.directories.isEmpty, let path = module.builtin, !module.isOpen {
        return .builtin(path)
      }
      return .unknown
    default: return .unknown
    }
  }

  // MARK: Types

  /// A written type, as it is meant where it stands.
  package func resolve(_ type: TypeExpression, from scope: ItemID) throws(QueryInterruption) -> ResolvedType {
    guard let names = further() else { return .unknown }
    switch type {
    case .unknown: return .unknown
    case .basic(let name): return .basic(name)
    case .array(let element): return .array(try names.resolve(element, from: scope))
    case .multiset(let element): return .multiset(try names.resolve(element, from: scope))
    case .mapping(let key, let value):
      return .mapping(
        try names.resolve(key, from: scope), try names.resolve(value, from: scope))
    case .function(_, _, let result): return .function(result: try names.resolve(result, from: scope))
    case .object(let type): return try names.resolve(type, from: scope)
    case .program(let type):
      switch try names.resolve(type, from: scope) {
      case .object(let id): return .program(id)
      case .builtinObject(let path): return .builtinProgram(path)
      default: return .unknown
      }
    case .union(let types):
      var parts: [ResolvedType] = []
      for type in types { parts.append(try names.resolve(type, from: scope)) }
      return .either(parts)
    case .named(let name):
      if name == ProgramName(["this_program"]) { return .object(scope) }
      guard let symbol = try names.symbol(name, from: scope).symbols.first else { return .unknown }
      return try names.objectType(of: symbol)
    }
  }

  /// What a variable holds whose type is that symbol.
  private func objectType(of symbol: Symbol) throws(QueryInterruption) -> ResolvedType {
    if case .item(let id) = symbol, let item = try context.get(ItemQuery.self, id), !id.isFile {
      if item.kind == .enum { return .basic("int") }
      if item.kind == .typedef { return try resolve(item.type, from: id.scope) }
    }
    switch try type(of: symbol) {
    case .program(let id): return .object(id)
    case .builtinProgram(let path): return .builtinObject(path)
    case .basic(let name): return .basic(name)
    default: return .unknown
    }
  }

  // MARK: Values

  /// What calling a value gives.
  func result(ofCalling type: ResolvedType) throws(QueryInterruption) -> ResolvedType {
    guard let names = further() else { return .unknown }
    switch type {
    case .function(let result): return result
    case .program(let id): return .object(id)
    case .builtinProgram(let path): return .builtinObject(path)
    case .union(let types):
      var results: [ResolvedType] = []
      for type in types { results.append(try names.result(ofCalling: type)) }
      return .either(results)
    case .object(let id):
      guard let symbol = try member("`()", ofClass: id).symbols.first else { return .unknown }
      return try names.result(ofCalling: names.type(of: symbol))
    default: return .unknown
    }
  }

  /// `value->name`, `value.name`
  package func members(named name: String, of type: ResolvedType, isArrow: Bool) throws(QueryInterruption) -> NameAnswer
  {
    switch type {
    case .object(let id), .program(let id): return try member(name, ofClass: id).open
    case .builtinObject(let path), .builtinProgram(let path):
      guard BuiltinTable.member(name, of: path) != nil else { return .unknown }
      return NameAnswer([.builtin(module: path, name: name)], isCertain: false)
    case .module(let module): return try member(name, of: module)
    case .union(let types):
      for type in types {
        let answer = try members(named: name, of: type, isArrow: isArrow)
        if !answer.symbols.isEmpty { return answer.open }
      }
      return .unknown
    default: return .unknown
    }
  }

  // MARK: Declarations

  /// A declaration, and those beside it that share its name.
  package func symbolsDeclared(as id: ItemID) throws(QueryInterruption) -> [Symbol] {
    guard let name = try self.name(of: id), let parent = id.parent,
      let all = try context.get(ClassLayoutQuery.self, id.scope)?.members[name]
    else { return [.item(id)] }
    let beside = all.filter { $0.parent == parent }
    return beside.contains(id) ? beside.map { .item($0) } : [.item(id)]
  }

  package func name(of id: ItemID) throws(QueryInterruption) -> String? { try context.get(ItemQuery.self, id)?.name }

  /// How many arguments a call of it may have; nil if that is not certain.
  func arity(of symbol: Symbol) throws(QueryInterruption) -> CallArity? {
    switch symbol {
    case .local: return nil
    case .module(let module):
      guard case .program(let id) = type(of: module) else { return nil }
      return try constructorArity(of: id)
    case .builtin(let module, let name):
      return BuiltinTypeReader.arity(module, name)
    case .item(let id):
      guard let item = try context.get(ItemQuery.self, id) else { return nil }
      switch item.kind {
      case .function: return item.modifiers.contains(.variant) ? nil : try arity(of: item.parameters, at: id.scope)
      case .class: return try constructorArity(of: id)
      default: return nil
      }
    }
  }

  private func constructorArity(of id: ItemID) throws(QueryInterruption) -> CallArity? {
    if let item = try context.get(ItemQuery.self, id), !id.isFile, !item.isPrototype {
      // What stands behind goes to a constructor that is written as well.
      let hasOwn = item.members.contains { $0.name == "create" }
      return hasOwn ? nil : try arity(of: item.parameters, at: id)
    }
    let create = try member("create", ofClass: id)
    guard !create.symbols.isEmpty else { return create.isCertain ? CallArity([Item.Parameter]()) : nil }
    guard create.symbols.count == 1, case .item(let create) = create.symbols[0],
      let item = try context.get(ItemQuery.self, create), !item.modifiers.contains(.variant)
    else { return nil }
    switch item.kind {
    case .function: return try arity(of: item.parameters, at: create.scope)
    case .class: return try arity(of: item.parameters, at: create)
    default: return nil
    }
  }

  /// A type definition may hide that an argument can be left out.
  private func arity(of parameters: [Item.Parameter], at scope: ItemID) throws(QueryInterruption) -> CallArity? {
    for parameter in parameters {
      if case .named(let name) = parameter.type {
        guard case .item(let id)? = try symbol(name, from: scope).symbols.first else { continue }
        if try context.get(ItemQuery.self, id)?.kind == .typedef { return nil }
      }
      if parameter.type == .unknown { return nil }
    }
    return CallArity(parameters)
  }
}

extension ItemID {
  /// The class or file in whose scope it stands: values of an enum stand in that of the enum.
  package var scope: ItemID { parent ?? self }
}

extension BuiltinSymbol {
  /// The symbol of a dotted path.
  static func at(_ path: String) -> BuiltinSymbol? {
    guard let dot = path.lastIndex(of: ".") else { return BuiltinTable.global(path) }
    return BuiltinTable.member(String(path[path.index(after: dot)...]), of: String(path[..<dot]))
  }
}
