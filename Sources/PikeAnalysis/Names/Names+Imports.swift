package import IncrementalQueries

/// What imports bring into scope.
extension Names {
  package func members(
    named name: String, importedFrom target: ProgramName, at scope: ItemID
  ) throws(QueryInterruption) -> NameAnswer {
    switch target.start {
    case .path:
      return try member(name, of: directory(target.parts[0], at: scope)).open
    case .scope:
      // An import sees no other one; what it names is a module, seldom a class.
      let head = try importHead(target.parts[0], at: scope)
      return try members(named: name, ofImport: head, target)
    default: return try members(named: name, ofImport: symbol(target, from: scope), target)
    }
  }

  func members(
    named name: String, ofImport head: NameAnswer, _ target: ProgramName
  ) throws(QueryInterruption) -> NameAnswer {
    var answer = head
    if case .scope = target.start {
      for part in target.parts.dropFirst() {
        guard let symbol = answer.symbols.first else { return .unknown }
        answer = try members(named: part, of: type(of: symbol), isArrow: false)
      }
    }
    guard let symbol = answer.symbols.first else { return .unknown }
    return try members(named: name, of: type(of: symbol), isArrow: false)
  }

  /// Whether what an import names does certainly not exist.
  func isMissing(import target: ProgramName, at scope: ItemID) throws(QueryInterruption) -> Bool {
    guard case .scope = target.start else { return false }
    var answer = try importHead(target.parts[0], at: scope)
    // What the class around inherits is not looked through.
    if answer.symbols.isEmpty, try lookup(target.parts[0], from: scope).symbols.isEmpty { return true }
    for part in target.parts.dropFirst() {
      guard let symbol = answer.symbols.first else { break }
      answer = try members(named: part, of: type(of: symbol), isArrow: false)
    }
    return answer.symbols.isEmpty && answer.isCertain
  }

  /// What `import "path"` names.
  private func directory(_ path: String, at scope: ItemID) -> Module {
    let absolute = FilePath.normalized(path.hasPrefix("/") ? path : "\(scope.file.directory)/\(path)")
    return Module(name: "", files: [], directories: [absolute], builtin: nil, isOpen: false)
  }

  private func importHead(_ name: String, at scope: ItemID) throws(QueryInterruption) -> NameAnswer {
    var level: ItemID? = scope
    while let current = level {
      // What is inherited may itself be found by the import.
      let layout = try context.get(ClassLayoutQuery.self, current)
      if let own = layout?.members[name] { return NameAnswer(own.map { .item($0) }, isCertain: true) }
      for case .some(let target) in layout?.imports ?? [] where target.start == .path {
        let answer = try member(name, of: directory(target.parts[0], at: scope))
        if !answer.symbols.isEmpty { return answer }
      }
      level = current.parent
    }
    return try global(name, for: scope.file)
  }
}
