internal import IncrementalQueries

/// What the names in a body mean, and the types of its expressions, as far as they are known.
package final class BodyResolution: Sendable {
  /// By the number of the use; empty where nothing is known.
  package let symbols: [[Symbol]]
  /// By the number of the use: whether it certainly means nothing.
  package let isUndefined: [Bool]
  /// By the number of the expression.
  package let types: [ResolvedType]
  /// What is wrong, by place within the declaration.
  package let diagnostics: [BodyDiagnostic]

  init(symbols: [[Symbol]], isUndefined: [Bool], types: [ResolvedType], diagnostics: [BodyDiagnostic]) {
    self.symbols = symbols
    self.isUndefined = isUndefined
    self.types = types
    self.diagnostics = diagnostics
  }
}

extension BodyResolution: Equatable {
  package static func == (left: BodyResolution, right: BodyResolution) -> Bool {
    left === right
      || left.symbols == right.symbols && left.isUndefined == right.isUndefined && left.types == right.types
        && left.diagnostics == right.diagnostics
  }
}

/// Resolves the names of a body in the order in which its expressions were built: whatever one is made of has a lower number. So a
/// chain of any length needs no recursion.
struct BodyResolver {
  let owner: ItemID
  let body: Body
  let names: Names
  /// The class or file whose member the body is.
  let container: ItemID
  private var symbols: [[Symbol]]
  private var isUndefined: [Bool]
  private var isResolved: [Bool]
  private var types: [ResolvedType] = []
  private var localTypes: [Int: ResolvedType] = [:]

  init(owner: ItemID, body: Body, names: Names) {
    self.owner = owner
    self.body = body
    self.names = names
    container = owner.parent ?? owner
    symbols = Array(repeating: [], count: body.uses.count)
    isUndefined = Array(repeating: false, count: body.uses.count)
    isResolved = isUndefined
  }

  mutating func run() throws(QueryInterruption) -> BodyResolution {
    types.reserveCapacity(body.expressions.count)
    for index in body.expressions.indices {
      if index % 64 == 0 { try names.context.checkCancellation() }
      types.append(try type(of: body.expressions[index]))
    }
    for index in body.uses.indices { try resolve(index) }
    var checker = BodyChecker(body: body, symbols: symbols, isUndefined: isUndefined, types: types, names: names)
    return BodyResolution(
      symbols: symbols, isUndefined: isUndefined, types: types, diagnostics: try checker.run())
  }

  // MARK: Types

  private mutating func type(of expression: Body.Expression) throws(QueryInterruption) -> ResolvedType {
    switch expression {
    case .unknown, .lambda: return .unknown
    case .typed(let type, let scope): return try resolve(type, in: scope)
    case .use(let use): return try type(ofUse: use)
    case .call(let callee): return try names.result(ofCalling: types[callee])
    case .element(let base): return types[base].element
    case .array(let element): return .array(element.map { types[$0] } ?? .unknown)
    case .mapping(let key, let value):
      return .mapping(key.map { types[$0] } ?? .unknown, value.map { types[$0] } ?? .unknown)
    case .multiset(let element): return .multiset(element.map { types[$0] } ?? .unknown)
    case .either(let parts): return .either(parts.map { types[$0] })
    }
  }

  private mutating func type(ofUse index: Int) throws(QueryInterruption) -> ResolvedType {
    try resolve(index)
    let use = body.uses[index]
    if let local = use.local { return try type(ofLocal: local) }
    if symbols[index].isEmpty {
      return use.kind == .name && !use.isMacro ? compilerType(use.name, use.scope) : .unknown
    }
    guard let symbol = symbols[index].first else { return .unknown }
    return try names.type(of: symbol)
  }

  private mutating func type(ofLocal index: Int) throws(QueryInterruption) -> ResolvedType {
    if let known = localTypes[index] { return known }
    let local = body.locals[index]
    var type = try resolve(local.type, in: local.scope)
    if local.kind == .function { type = .function(result: type) }
    if type == .unknown || type == .basic("mixed"), let value = local.value, value < types.count { type = types[value] }
    localTypes[index] = type
    return type
  }

  /// The type of a name that only the compiler knows.
  private func compilerType(_ name: String, _ scope: Int) -> ResolvedType {
    guard classScope(around: scope) == nil else { return .unknown }
    switch name {
    case "this", "this_object": return .object(container)
    case "this_program": return .program(container)
    case "__func__", "__FILE__", "__DIR__", "__DATE__", "__TIME__": return .basic("string")
    case "__LINE__", "UNDEFINED": return .basic("int")
    default: return .unknown
    }
  }

  private func resolve(_ type: TypeExpression, in scope: Int) throws(QueryInterruption) -> ResolvedType {
    switch type {
    case .unknown: return .unknown
    case .basic(let name): return .basic(name)
    default: break
    }
    // Classes in functions have no identity beyond their body.
    if body.hasLocalClasses, type.names.contains(where: { body.declaresClass($0) }) { return .unknown }
    return try names.resolve(type, from: container)
  }

  // MARK: Names

  private mutating func resolve(_ index: Int) throws(QueryInterruption) {
    guard !isResolved[index] else { return }
    isResolved[index] = true
    let use = body.uses[index]
    if let local = use.local {
      symbols[index] = [.local(owner: owner, index: local)]
      return
    }
    if use.isMacro || use.name.isEmpty { return }
    switch use.kind {
    case .name: try resolveName(index, use)
    case .sibling: note(index, use, try names.lookup(sibling: use.name, from: container))
    case .qualified(let qualifiers): try resolveQualified(index, use, qualifiers)
    case .qualifier: try resolveQualifier(index, use)
    case .member(let base, let isArrow):
      // Expressions of lower number are known by now, unless their own member is asked for first.
      guard base < types.count else { return }
      let answer = try names.members(named: use.name, of: types[base], isArrow: isArrow)
      note(index, use, isArrow ? answer.open : answer)
    }
  }

  private mutating func note(_ index: Int, _ use: Body.Use, _ answer: NameAnswer) {
    symbols[index] = answer.symbols
    isUndefined[index] = answer.symbols.isEmpty && answer.isCertain && !use.isTentative
  }

  /// The scopes of the body that other names come into by: imports in blocks, inherits of classes.
  private mutating func resolveName(_ index: Int, _ use: Body.Use) throws(QueryInterruption) {
    var isOpen = false
    var current: Int? = use.scope
    var imports: [NameAnswer] = []
    while let number = current {
      let scope = body.scopes[number]
      isOpen = isOpen || scope.isOpen
      for item in scope.imports.reversed() where item.offset <= use.range.lowerBound {
        let answer = try names.members(named: use.name, importedFrom: item.target, at: container)
        imports.append(answer)
      }
      for target in scope.inherits.reversed() {
        let answer = try names.members(named: use.name, inheritedFrom: target, at: container)
        if !answer.symbols.isEmpty { return note(index, use, answer) }
        isOpen = isOpen || !answer.isCertain
      }
      current = scope.parent
    }
    // An import in a block never hides a member of the class around.
    if !imports.isEmpty {
      let own = try names.member(use.name, ofClass: container)
      if own.symbols.isEmpty, let found = imports.first(where: { !$0.symbols.isEmpty }) {
        return note(index, use, found)
      }
      isOpen = isOpen || imports.contains { !$0.isCertain }
    }
    var answer = try names.lookup(use.name, from: container)
    if CompilerNames.isKnown(use.name) { isOpen = true }
    if isOpen { answer = answer.open }
    note(index, use, answer)
  }

  private mutating func resolveQualified(
    _ index: Int, _ use: Body.Use, _ qualifiers: [String]
  ) throws(QueryInterruption) {
    let answer = try names.lookup(use.name, qualifiers: qualifiers, from: container)
    let isInClass = classScope(around: use.scope) != nil
    note(index, use, isInClass || CompilerNames.isKnown(use.name) ? answer.open : answer)
  }

  private mutating func resolveQualifier(_ index: Int, _ use: Body.Use) throws(QueryInterruption) {
    guard !CompilerNames.isKnown(use.name) else { return }
    if let found = try names.qualifier(use.name, from: container) { symbols[index] = [found] }
  }

  /// The innermost class of the body around a scope.
  private func classScope(around scope: Int) -> Int? {
    var current: Int? = scope
    while let number = current {
      if body.scopes[number].kind == .class { return number }
      current = body.scopes[number].parent
    }
    return nil
  }
}

extension Body {
  var hasLocalClasses: Bool { locals.contains { $0.kind == .class || $0.kind == .enum || $0.kind == .typedef } }

  func declaresClass(_ name: String) -> Bool {
    locals.contains { $0.name == name && ($0.kind == .class || $0.kind == .enum || $0.kind == .typedef) }
  }
}

extension TypeExpression {
  /// The first parts of the names in it.
  var names: [String] {
    switch self {
    case .unknown, .basic: []
    case .named(let name): Array(name.parts.prefix(1))
    case .array(let type), .multiset(let type), .object(let type), .program(let type): type.names
    case .mapping(let key, let value): key.names + value.names
    case .function(let parameters, let rest, let result):
      parameters.flatMap(\.names) + (rest?.names ?? []) + result.names
    case .union(let types): types.flatMap(\.names)
    }
  }
}

extension ResolvedType {
  /// What indexing with `[]` gives.
  var element: ResolvedType {
    switch self {
    case .array(let element): element
    case .mapping(_, let value): value
    case .basic("string"): .basic("int")
    case .union(let types): .either(types.map(\.element))
    default: .unknown
    }
  }

  /// One of several types; what is unknown or nothing is left out.
  static func either(_ types: [ResolvedType]) -> ResolvedType {
    var result: [ResolvedType] = []
    for type in types.flatMap(\.alternatives) where !type.saysNothing && !result.contains(type) { result.append(type) }
    return result.count == 1 ? result[0] : result.isEmpty ? .unknown : .union(result)
  }

  var alternatives: [ResolvedType] {
    if case .union(let types) = self { types.flatMap(\.alternatives) } else { [self] }
  }

  private var saysNothing: Bool { self == .unknown || self == .basic("void") || self == .basic("zero") }
}
