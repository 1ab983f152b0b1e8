package import IncrementalQueries
package import PikeSyntax

/// Where a declaration stands.
package struct ItemPlace: Sendable {
  package let id: ItemID
  package let item: Item
  /// Of a variable behind a comma, its part of the declaration.
  package let node: SyntaxNode
  /// Of the name, in bytes; empty if there is none of its own in the text.
  package let nameRange: Range<Int>

  package var name: String { item.name }
  /// Whether there is more to it than its name: types, values, statements.
  package var hasBody: Bool { node.kind != .parameter && node.kind != .enumDeclaration }
}

/// The declarations of one state of a file.
package final class FileItems: Sendable {
  /// In the order of the text, those of a class behind it.
  package let places: [ItemPlace]
  /// Those of the file itself.
  package let items: [Item]
  private let index: [ItemID: Int]

  init(_ file: FileID, _ tree: SyntaxTree) {
    var lowering = ItemLowering(tree)
    let found = lowering.members(of: tree.rootNode)
    items = found.map(\.item)
    var places: [ItemPlace] = []
    Self.place(found, in: ItemID(file, []), &places)
    self.places = places
    index = Dictionary(places.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  package subscript(id: ItemID) -> ItemPlace? { index[id].map { places[$0] } }

  private static func place(_ found: [ItemLowering.Found], in parent: ItemID, _ places: inout [ItemPlace]) {
    for (step, one) in zip(Item.steps(to: found.map(\.item)), found) {
      let id = parent.member(step)
      places.append(ItemPlace(id: id, item: one.item, node: one.node, nameRange: one.nameRange))
      place(one.members, in: id, &places)
    }
  }
}

extension Item {
  /// The last step of each one's path: its name, from the second of the same name on with a number.
  static func steps(to items: [Item]) -> [String] {
    var counts: [String: Int] = [:]
    return items.map { item in
      let count = counts[item.name, default: 0] + 1
      counts[item.name] = count
      return count == 1 ? item.name : "\(item.name)#\(count)"
    }
  }
}

/// Changes with each edit. Whoever wants to know no places asks for ``ItemTreeQuery``.
package enum FileItemsQuery: Query {
  package static let name = "fileItems"
  package static let capacity: Int? = 256

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: FileItems??
  ) throws(QueryInterruption) -> FileItems? {
    try context.tree(of: key).map { FileItems(key, $0) }
  }

  package static func isSame(_ old: FileItems?, _ new: FileItems?) -> Bool { old === new }
}

/// What a file declares, without places: the same after an edit in a body.
package final class ItemTree: Sendable, Equatable {
  package let items: [Item]

  init(_ items: [Item]) { self.items = items }

  package static func == (left: ItemTree, right: ItemTree) -> Bool { left === right || left.items == right.items }

  /// The item of that path; nil also for the file itself.
  package func item(_ path: [String]) -> Item? {
    var items = self.items
    var found: Item?
    for step in path {
      guard let index = Item.steps(to: items).firstIndex(of: step) else { return nil }
      found = items[index]
      items = items[index].members
    }
    return found
  }
}

package enum ItemTreeQuery: Query {
  package static let name = "itemTree"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: ItemTree??
  ) throws(QueryInterruption) -> ItemTree? {
    try context.get(FileItemsQuery.self, key).map { ItemTree($0.items) }
  }
}

/// One declaration, without places.
package enum ItemQuery: Query {
  package static let name = "item"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: Item??
  ) throws(QueryInterruption) -> Item? {
    guard let tree = try context.get(ItemTreeQuery.self, key.file) else { return nil }
    return key.isFile ? Item(kind: .class, name: "", members: tree.items) : tree.item(key.path)
  }
}
