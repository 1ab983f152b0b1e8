package import IncrementalQueries

/// A class with all that it inherits, in the order in which a name is looked for: depth first, the last inherit before those that it
/// follows.
package final class ClassChain: Sendable, Equatable {
  enum Link: Sendable, Equatable {
    case layout(ClassLayout)
    case builtin(String)
  }

  /// Of the class itself; nil if there is none.
  let own: ClassLayout?
  /// Of what it inherits.
  let links: [Link]
  /// All that it inherits is known.
  let isComplete: Bool

  init(own: ClassLayout?, links: [Link], isComplete: Bool) {
    self.own = own
    self.links = links
    self.isComplete = isComplete
  }

  package static func == (left: ClassChain, right: ClassChain) -> Bool {
    left === right || left.own == right.own && left.links == right.links && left.isComplete == right.isComplete
  }

  func member(_ name: String) -> NameAnswer {
    guard let own else { return .unknown }
    if let found = own.members[name] { return NameAnswer(found.map { .item($0) }, isCertain: true) }
    return inherited(name)
  }

  func inherited(_ name: String) -> NameAnswer {
    var isCertain = isComplete && own != nil
    for link in links {
      switch link {
      case .layout(let layout):
        let found = (layout.members[name] ?? []).filter { !layout.privateMembers.contains($0) }
        if !found.isEmpty { return NameAnswer(found.map { .item($0) }, isCertain: true) }
      case .builtin(let path):
        if BuiltinTable.member(name, of: path) != nil {
          return NameAnswer([.builtin(module: path, name: name)], isCertain: true)
        }
        // The table has no constructors and operators of classes.
        isCertain = isCertain && BuiltinTable.members(of: path) != nil && name != "create" && !name.hasPrefix("`")
      }
    }
    return NameAnswer(isCertain: isCertain)
  }
}

/// Whoever looks names up in a class depends on this alone, and not on each class that it inherits.
package enum ClassChainQuery: Query {
  package static let name = "classChain"
  /// However wrongly classes inherit each other, no more of them are looked through.
  private static let limit = 512

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: ClassChain?
  ) throws(QueryInterruption) -> ClassChain {
    guard let own = try context.get(ClassLayoutQuery.self, key) else {
      return ClassChain(own: nil, links: [], isComplete: false)
    }
    var links: [ClassChain.Link] = []
    var seen: Set<ItemID> = [key]
    var open = own.inherits.isEmpty ? [] : try context.get(InheritsQuery.self, key)
    var isComplete = open.count == own.inherits.count
    while let target = open.popLast() {
      switch target {
      case .missing, .unknown: isComplete = false
      case .builtin(let path): links.append(.builtin(path))
      case .class(let id):
        guard seen.insert(id).inserted else { continue }
        guard links.count < limit, let layout = try context.get(ClassLayoutQuery.self, id) else {
          isComplete = false
          continue
        }
        links.append(.layout(layout))
        guard !layout.inherits.isEmpty else { continue }
        let targets = try context.get(InheritsQuery.self, id)
        isComplete = isComplete && targets.count == layout.inherits.count
        open += targets
      }
    }
    return ClassChain(own: own, links: links, isComplete: isComplete)
  }
}
