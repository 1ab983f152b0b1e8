package import IncrementalQueries

/// Two declarations of which there may be only one.
package struct DuplicateItem: Hashable, Sendable {
  package var later: ItemID
  package var first: ItemID
}

/// The same after an edit in a body, as the item tree is.
package enum DuplicateItemsQuery: Query {
  package static let name = "duplicateItems"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: [DuplicateItem]?
  ) throws(QueryInterruption) -> [DuplicateItem] {
    var finder = DuplicateFinder()
    var level: [String: DuplicateFinder.Definition] = [:]
    finder.visit(try context.get(ItemTreeQuery.self, key)?.items ?? [], in: ItemID(key, []), &level)
    return finder.found
  }
}

private struct DuplicateFinder {
  struct Definition {
    var id: ItemID
    var item: Item
  }

  var found: [DuplicateItem] = []

  mutating func visit(_ items: [Item], in parent: ItemID, _ level: inout [String: Definition]) {
    for (step, item) in zip(Item.steps(to: items), items) {
      let id = parent.member(step)
      if item.isOnlyDefinition { note(Definition(id: id, item: item), &level) }
      switch item.kind {
      // The values of an enum stand beside it.
      case .enum: visit(item.members, in: id, &level)
      case .class:
        var inner: [String: Definition] = [:]
        visit(item.members, in: id, &inner)
      default: break
      }
    }
  }

  private mutating func note(_ definition: Definition, _ level: inout [String: Definition]) {
    guard let first = level[definition.item.name] else {
      level[definition.item.name] = definition
      return
    }
    if definition.item.modifiers.contains(.variant) || first.item.modifiers.contains(.variant) { return }
    found.append(DuplicateItem(later: definition.id, first: first.id))
  }
}

extension Item {
  /// Something of which there may be only one of its name: a prototype may be followed by the function.
  fileprivate var isOnlyDefinition: Bool {
    guard !name.isEmpty, !modifiers.contains(.extern) else { return false }
    switch kind {
    case .function: return !isPrototype
    case .class, .variable, .constant, .enum, .enumMember: return true
    case .typedef, .inherit, .import: return false
    }
  }
}
