/// The directives of a text in order, with what they mean. The parser asks it; it is right for one text and one environment.
struct DirectiveTable: Sendable {
  var directives: [Directive]
  /// What does not change when directives move.
  let structure: DirectiveStructure

  init(_ text: SourceText, environment: PreprocessorEnvironment) {
    directives = DirectiveFinder.directives(in: text, range: 0..<text.count)
    structure = DirectiveStructureBuilder.build(directives, text: text, environment: environment)
  }

  init(directives: [Directive], structure: DirectiveStructure) {
    self.directives = directives
    self.structure = structure
  }

  /// For a text without directives.
  init(empty text: SourceText) {
    directives = []
    structure = .empty
  }

  /// The index of the first directive at `offset` or behind it.
  func index(at offset: Int) -> Int {
    directives.firstIndex(behind: { $0.start >= offset })
  }

  /// The index of the directive that begins at `offset`.
  func index(startingAt offset: Int) -> Int? {
    let index = index(at: offset)
    return index < directives.count && directives[index].start == offset ? index : nil
  }
}

/// Which directives belong together, which branches are compiled, which macros are in force.
final class DirectiveStructure: Sendable {
  /// For each directive that begins a branch, the one that ends it; -1 if there is none.
  let next: [Int32]
  /// For each directive that begins a branch, whether the branch is compiled.
  let isActive: [Bool]
  let macros: MacroTable
  /// Directives without partner: an `#if` never closed, an `#else` or `#endif` never opened.
  let unmatched: [Int]

  static let empty = DirectiveStructure(next: [], isActive: [], macros: MacroTable([:]), unmatched: [])

  init(next: [Int32], isActive: [Bool], macros: MacroTable, unmatched: [Int]) {
    self.next = next
    self.isActive = isActive
    self.macros = macros
    self.unmatched = unmatched
  }
}

extension DirectiveStructure {
  /// The `#endif` of the group that the branch at `index` belongs to, or nil.
  func end(ofGroupAt index: Int) -> Int? {
    var current = index
    while true {
      let following = Int(next[current])
      if following < 0 { return nil }
      if following >= next.count || next[following] < 0 { return following }
      current = following
    }
  }
}

/// Goes through the directives once, as the preprocessor would: conditions are evaluated with the macros defined so far.
struct DirectiveStructureBuilder {
  private struct Group {
    /// The directive that opened the group.
    let opening: Int
    /// The directive that began the branch we are in.
    var branch: Int
    var anyTaken: Bool
    /// Whether the group itself is compiled.
    var isOutputOutside: Bool
  }

  private let text: SourceText
  private let environment: PreprocessorEnvironment
  private let directives: [Directive]
  private var next: [Int32]
  private var isActive: [Bool]
  private var groups: [Group] = []
  private var unmatched: [Int] = []
  private var events: [UInt64: [MacroTable.Event]] = [:]

  static func build(
    _ directives: [Directive], text: SourceText, environment: PreprocessorEnvironment
  ) -> DirectiveStructure {
    var builder = DirectiveStructureBuilder(directives, text: text, environment: environment)
    for index in directives.indices { builder.visit(index) }
    return builder.finish()
  }

  private init(_ directives: [Directive], text: SourceText, environment: PreprocessorEnvironment) {
    self.text = text
    self.environment = environment
    self.directives = directives
    next = Array(repeating: -1, count: directives.count)
    isActive = Array(repeating: false, count: directives.count)
    for macro in environment.macros { define(macro, at: -1) }
  }

  /// Whether what stands here is compiled.
  private var isOutput: Bool {
    guard let group = groups.last else { return true }
    return group.isOutputOutside && isActive[group.branch]
  }

  private mutating func visit(_ index: Int) {
    let directive = directives[index]
    switch directive.kind {
    case .if, .ifdef, .ifndef:
      let outside = isOutput
      isActive[index] = holds(directive)
      groups.append(Group(opening: index, branch: index, anyTaken: isActive[index], isOutputOutside: outside))
    case .elif, .else: continueGroup(index)
    case .endif:
      guard let group = groups.popLast() else { return unmatched.append(index) }
      next[group.branch] = Int32(index)
    case .define:
      if isOutput, let macro = MacroReader.read(directive, in: text) { define(macro, at: index) }
    case .undef:
      if isOutput { undefine(directive, at: index) }
    case .include:
      if isOutput { include(directive, at: index) }
    case .other: break
    }
  }

  private mutating func continueGroup(_ index: Int) {
    guard var group = groups.popLast() else { return unmatched.append(index) }
    next[group.branch] = Int32(index)
    let directive = directives[index]
    isActive[index] = !group.anyTaken && (directive.kind == .else || holds(directive))
    group.anyTaken = group.anyTaken || isActive[index]
    group.branch = index
    groups.append(group)
  }

  private func holds(_ directive: Directive) -> Bool {
    var lexer = Lexer(text, range: directive.argument..<directive.end)
    switch directive.kind {
    case .ifdef, .ifndef:
      let name = lexer.next()
      let isDefined = definition(FNV1a.hash(text[name.start..<name.end])) != nil
      return isDefined == (directive.kind == .ifdef)
    default:
      var condition = Condition(lexer: lexer, text: text, environment: environment) { self.definition($0) }
      return condition.holds()
    }
  }

  private func definition(_ hash: UInt64) -> MacroDefinition? {
    events[hash]?.last?.definition
  }

  private mutating func define(_ macro: MacroDefinition, at index: Int) {
    events[macro.nameHash, default: []].append(MacroTable.Event(directive: index, definition: macro))
  }

  private mutating func undefine(_ directive: Directive, at index: Int) {
    var lexer = Lexer(text, range: directive.argument..<directive.end)
    let name = lexer.next()
    let hash = FNV1a.hash(text[name.start..<name.end])
    if events[hash] != nil { events[hash]?.append(MacroTable.Event(directive: index, definition: nil)) }
  }

  private mutating func include(_ directive: Directive, at index: Int) {
    for macro in environment.includes[directive.includeName(in: text)] ?? [] { define(macro, at: index) }
  }

  private consuming func finish() -> DirectiveStructure {
    DirectiveStructure(
      next: next, isActive: isActive, macros: MacroTable(MacroClosure.close(events)),
      unmatched: (unmatched + groups.map(\.opening)).sorted())
  }
}

/// A macro that looks like an expression but mentions one that does not, does not either. Each definition changes once.
struct MacroClosure {
  private typealias Place = (name: UInt64, index: Int)

  private var events: [UInt64: [MacroTable.Event]]
  /// Which definitions mention a name.
  private var users: [UInt64: [Place]] = [:]
  /// Names that have an irregular definition, and those of them whose users are still to be visited.
  private var irregular: Set<UInt64> = []
  private var pending: [UInt64] = []

  static func close(_ events: [UInt64: [MacroTable.Event]]) -> [UInt64: [MacroTable.Event]] {
    var closure = MacroClosure(events: events)
    closure.collect()
    while let name = closure.pending.popLast() { closure.markUsers(of: name) }
    return closure.events
  }

  private init(events: [UInt64: [MacroTable.Event]]) { self.events = events }

  private mutating func collect() {
    for (name, list) in events {
      for (index, event) in list.enumerated() {
        guard let definition = event.definition else { continue }
        guard definition.shape.isRegular else {
          markIrregular(name)
          continue
        }
        for token in definition.body where token.hash != 0 { users[token.hash, default: []].append((name, index)) }
      }
    }
  }

  private mutating func markIrregular(_ name: UInt64) {
    if irregular.insert(name).inserted { pending.append(name) }
  }

  private mutating func markUsers(of name: UInt64) {
    for user in users[name] ?? [] {
      guard let definition = events[user.name]?[user.index].definition, definition.shape.isRegular else { continue }
      events[user.name]?[user.index].definition = definition.with(shape: .tokens)
      markIrregular(user.name)
    }
  }
}

extension MacroDefinition.Shape {
  var isRegular: Bool { self != .tokens }
}
