package import IncrementalQueries

/// What a file declares, without places: the same after an edit in a body.
package final class ItemTree: Sendable, Equatable {
  /// Those of the file itself.
  package let items: [Item]
  private let all: [Item]
  private let names: ItemNames

  init(_ file: FileItems) {
    items = file.items
    all = file.places.map(\.item)
    names = file.names
  }

  /// Whether the file declares the same as when this was made.
  func isStill(_ file: FileItems) -> Bool { names === file.names && items == file.items }

  package static func == (left: ItemTree, right: ItemTree) -> Bool { left === right || left.items == right.items }

  /// Nil also for the file itself.
  package subscript(id: ItemID) -> Item? { names.index(of: id).map { all[$0] } }
}

package enum ItemTreeQuery: Query {
  package static let name = "itemTree"

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: ItemTree??
  ) throws(QueryInterruption) -> ItemTree? {
    guard let file = try context.get(FileItemsQuery.self, key) else { return nil }
    if let previous = previous ?? nil, previous.isStill(file) { return previous }
    return ItemTree(file)
  }
}

/// One declaration, without places.
package enum ItemQuery: Query {
  package static let name = "item"

  package static func execute(
    _ key: ItemID, in context: QueryContext, previous: Item??
  ) throws(QueryInterruption) -> Item? {
    guard let tree = try context.get(ItemTreeQuery.self, key.file) else { return nil }
    return key.isFile ? Item(kind: .class, name: "", members: tree.items) : tree[key]
  }
}
