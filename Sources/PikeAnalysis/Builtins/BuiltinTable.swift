import Synchronization

/// What stock pike has compiled in: facts that `Scripts/make-builtins` asked of it. Nothing is read before it is asked for,
/// and of the modules only those that are.
package enum BuiltinTable {
  /// What every program sees, sorted by name.
  package static var globals: [BuiltinSymbol] { predefined.symbols }

  package static func global(_ name: String) -> BuiltinSymbol? {
    predefined[name]
  }

  /// The paths of all modules and classes that have members here, sorted; their other names are left out.
  package static let modulePaths: [String] = index.sections.keys.sorted()

  /// The members of a C module or of a C class's instances, sorted by name; nil when no such path is known.
  package static func members(of path: String) -> [BuiltinSymbol]? {
    section(path)?.symbols
  }

  package static func member(_ name: String, of path: String) -> BuiltinSymbol? {
    section(path)?[name]
  }

  /// Whether the module finds more members when it is indexed than it lists: of these, none can be said not to exist.
  package static func isOpen(_ path: String) -> Bool {
    member("`[]", of: path) != nil
  }

  /// The name under which the members of the path stand: `Builtin.mutex` for `_static_modules.Builtin.mutex`.
  package static func canonicalPath(_ path: String) -> String? {
    var path = path
    // Each step goes from a name to the one that was found first, so it ends; the bound is for a table gone wrong.
    for _ in 0..<8 {
      if index.sections[path] != nil { return path }
      guard let next = step(from: path) else { return nil }
      path = next
    }
    return nil
  }

  /// The alternatives of a function type, for hover and signature help; empty for all other types.
  package static func signatures(ofType type: String) -> [BuiltinSignature] {
    TypeText.split(type[...].utf8, at: UInt8(ascii: "|")).compactMap { BuiltinSignature(alternative: $0) }
  }

  private static let index = BuiltinTextReader.index(of: BuiltinText.modules)
  private static let predefined = Members(
    BuiltinTextReader.symbols(of: BuiltinText.globals, summary: { BuiltinSummaries.lines[$0] }))
  private static let sections = Mutex<[String: Members]>([:])

  private struct Members: Sendable {
    let symbols: [BuiltinSymbol]
    private let places: [String: Int]

    init(_ symbols: [BuiltinSymbol]) {
      self.symbols = symbols
      places = Dictionary(symbols.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    subscript(name: String) -> BuiltinSymbol? {
      places[name].map { symbols[$0] }
    }
  }

  private static func section(_ path: String) -> Members? {
    guard let path = canonicalPath(path), let place = index.sections[path] else { return nil }
    return sections.withLock { sections in
      if let known = sections[path] { return known }
      let members = Members(BuiltinTextReader.symbols(of: BuiltinText.modules[place.text], in: place.bytes))
      sections[path] = members
      return members
    }
  }

  /// The path with its longest part that has another name replaced by that.
  private static func step(from path: String) -> String? {
    var head = path[...]
    while !head.isEmpty {
      if let target = index.aliases[String(head)] { return target + path[head.endIndex...] }
      guard let dot = head.lastIndex(of: ".") else { return nil }
      head = head[..<dot]
    }
    return nil
  }
}
