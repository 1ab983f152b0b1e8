package import IncrementalQueries

/// What a class or a file declares itself, by name, and what it inherits and imports, as written.
package final class ClassLayout: Sendable, Equatable {
  package struct Inherit: Hashable, Sendable {
    package var id: ItemID
    /// Under which it is known before `::`.
    package var name: String
    package var target: ProgramName?
    /// How many imports of the class stand before it: it does not see those behind.
    package var importCount: Int
  }

  /// Values of enums included, and what the files declare that are included.
  package let members: [String: [ItemID]]
  package let inherits: [Inherit]
  package let imports: [ProgramName?]
  /// Those of the members that no other class inherits.
  let privateMembers: Set<ItemID>

  /// - Parameters:
  ///   - contents: of a file, those of the files that it includes as well.
  ///   - constructor: the class itself, if that takes parameters.
  init(_ contents: [(id: ItemID, items: [Item])], constructor: ItemID? = nil) {
    var members: [String: [ItemID]] = [:]
    var inherits: [Inherit] = []
    var imports: [ProgramName?] = []
    var privateMembers: Set<ItemID> = []
    func add(_ items: [Item], _ parent: ItemID) {
      for (step, item) in zip(Item.steps(to: items), items) {
        let id = parent.member(step)
        if item.modifiers.contains(.private) { privateMembers.insert(id) }
        switch item.kind {
        case .inherit:
          inherits.append(Inherit(id: id, name: item.name, target: item.target, importCount: imports.count))
        case .import: imports.append(item.target)
        case .enum:
          if !item.name.isEmpty { members[item.name, default: []].append(id) }
          add(item.members, id)
        default:
          guard !item.name.isEmpty else { continue }
          members[item.name, default: []].append(id)
          if let property = item.property { members[property, default: []].append(id) }
        }
      }
    }
    for content in contents { add(content.items, content.id) }
    // A class with parameters has a constructor that is not written.
    if let constructor, members["create"] == nil { members["create"] = [constructor] }
    self.members = members
    self.inherits = inherits
    self.imports = imports
    self.privateMembers = privateMembers
  }

  package static func == (left: ClassLayout, right: ClassLayout) -> Bool {
    left === right
      || left.members == right.members && left.inherits == right.inherits && left.imports == right.imports
        && left.privateMembers == right.privateMembers
  }
}

/// Of a class or a file; nil if there is none.
package enum ClassLayoutQuery: Query {
  package static let name = "classLayout"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: ClassLayout??
  ) throws(QueryInterruption) -> ClassLayout? {
    guard let item = try context.get(ItemQuery.self, key) else { return nil }
    var contents = [(id: key, items: item.members)]
    guard key.isFile else {
      return ClassLayout(contents, constructor: item.kind == .class && !item.isPrototype ? key : nil)
    }
    for file in try included(in: key.file, context) {
      contents.append((ItemID(file, []), try context.get(ItemTreeQuery.self, file)?.items ?? []))
    }
    return ClassLayout(contents)
  }

  /// The files that a file includes, over others as well, each once.
  private static func included(in file: FileID, _ context: QueryContext) throws(QueryInterruption) -> [FileID] {
    var seen: Set<FileID> = [file]
    var result: [FileID] = []
    var open = [file]
    while let next = open.popLast() {
      for (_, file) in try context.get(IncludesQuery.self, next).sorted(by: { $0.key > $1.key })
      where seen.insert(file).inserted {
        result.append(file)
        open.append(file)
      }
    }
    return result
  }
}

/// What a class inherits, as far as it is found.
package enum InheritTarget: Hashable, Sendable {
  case `class`(ItemID)
  case builtin(String)
  /// Nothing of that name exists.
  case missing
  /// It cannot be told: something on the way is not known, or depends on itself.
  case unknown
}

/// In the order of the text. A class that would have to be known to find what it inherits inherits what is unknown.
package enum InheritsQuery: Query {
  package static let name = "inherits"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: [InheritTarget]?
  ) throws(QueryInterruption) -> [InheritTarget] {
    guard let layout = try context.get(ClassLayoutQuery.self, key) else { return [] }
    var result: [InheritTarget] = []
    for inherit in layout.inherits {
      guard let target = inherit.target else {
        result.append(.unknown)
        continue
      }
      // Those before it are seen, those behind are not.
      let view = Names.View(inherits: result, importCount: inherit.importCount)
      result.append(try Names(context, usesChains: false).program(target, from: key, seeing: view))
    }
    return result
  }

  package static func valueInCycle(_ key: ItemID) -> [InheritTarget]? { [.unknown] }
}

extension Item {
  /// Of `` `name ``, `` `name= `` or `` `->name ``: the name that can be used like a variable's.
  var property: String? {
    guard kind == .function, name.hasPrefix("`") else { return nil }
    var rest = name.dropFirst()
    if rest.hasPrefix("->") { rest = rest.dropFirst(2) }
    if rest.hasSuffix("=") { rest = rest.dropLast() }
    guard let first = rest.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return nil }
    return String(rest)
  }
}
