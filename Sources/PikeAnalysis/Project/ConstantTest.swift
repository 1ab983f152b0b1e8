internal import IncrementalQueries
internal import PikeSyntax

/// `#if constant(name)`: whether there is such a predefined name or member of a module. Files are not parsed for it, since what they
/// hold may depend on such questions; they are searched for the word.
struct ConstantTest {
  let context: QueryContext
  /// How many inherits were followed.
  private var steps = 0

  init(_ context: QueryContext) { self.context = context }

  mutating func holds(_ name: String, in file: FileID) throws(QueryInterruption) -> Bool {
    let isPredefined = name.hasPrefix("predef::")
    let name = isPredefined ? String(name.dropFirst(8)) : name
    if name.contains("@") { return false }
    var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ $0.utf8.allSatisfy(\.isPartOfModuleName) }) else { return true }
    let module: Module
    if parts.first == "" {
      parts.removeFirst()
      module = try ModuleFinder.around(file, context)
    } else {
      guard let first = parts.first else { return true }
      parts.removeFirst()
      if BuiltinTable.global(first) != nil, first != "_static_modules" { return true }
      guard let found = try ModuleFinder.named(first, for: file, context) else { return first == "_static_modules" }
      module = found
    }
    return try has(parts[...], module)
  }

  private mutating func has(_ parts: ArraySlice<String>, _ module: Module) throws(QueryInterruption) -> Bool {
    guard let part = parts.first, !module.isOpen else { return true }
    let rest = parts.dropFirst()
    if let found = try ModuleFinder.find(part, in: module.directories, name: "\(module.name).\(part)", context),
      try has(rest, found)
    {
      return true
    }
    if let builtin = module.builtin, let symbol = BuiltinTable.member(part, of: builtin) {
      guard !rest.isEmpty, symbol.kind == .module || symbol.kind == .class,
        let next = BuiltinTable.canonicalPath("\(builtin).\(part)")
      else { return true }
      return try has(
        rest, Module(name: next, files: [], directories: [], builtin: next, isOpen: BuiltinTable.isOpen(next)))
    }
    for file in module.files where try mayDeclare(parts, file) { return true }
    return false
  }

  /// Whether the file declares the name, or what it inherits may.
  private mutating func mayDeclare(_ parts: ArraySlice<String>, _ file: FileID) throws(QueryInterruption) -> Bool {
    guard let name = parts.first else { return true }
    steps += 1
    let sketch = try context.get(ModuleSketchQuery.self, file)
    guard steps < 16, let sketch else { return true }
    if !sketch.names.isDisjoint(with: [name, "`[]", "`->"]) { return true }
    for target in sketch.inherits {
      guard let target, target.start == .scope || target.start == .sibling else { return true }
      let path = target.parts.drop { $0 == "_static_modules" }.joined(separator: ".")
      if try holds("\(target.start == .sibling ? "." : "")\(path).\(parts.joined(separator: "."))", in: file) {
        return true
      }
    }
    return false
  }
}

/// What a file declares if all constants exist that it asks for.
struct ModuleSketch: Hashable, Sendable {
  var names: Set<String> = []
  var inherits: [ProgramName?] = []
}

enum ModuleSketchQuery: Query {
  static let name = "moduleSketch"

  static func execute(
    _ key: FileID, in context: QueryContext, previous: ModuleSketch??
  ) throws(QueryInterruption) -> ModuleSketch? {
    guard let source = try context.input(SourceInput.self, key) else { return nil }
    let tree = SyntaxTree.parse(source.text, environment: .standard) { context.isCancelled }
    let items = tree.flatMap { ItemLowering.items(of: $0) { context.isCancelled } }
    try context.checkCancellation()
    guard let items else { return nil }
    var sketch = ModuleSketch()
    func add(_ items: [Item]) {
      for item in items {
        if item.kind == .inherit { sketch.inherits.append(item.target) } else { sketch.names.insert(item.name) }
        if let property = item.property { sketch.names.insert(property) }
        if item.kind == .enum { add(item.members) }
      }
    }
    add(items)
    return sketch
  }
}

/// Whether a word stands anywhere in a file, if only in a branch that is not compiled.
enum WordQuery: Query {
  struct Key: Hashable, Sendable {
    var file: FileID
    var word: String
  }

  static let name = "word"

  static func execute(_ key: Key, in context: QueryContext, previous: Bool?) throws(QueryInterruption) -> Bool {
    try context.input(SourceInput.self, key.file)?.text.contains(key.word) ?? false
  }
}

extension UInt8 {
  fileprivate var isPartOfModuleName: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
