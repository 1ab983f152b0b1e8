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
  let names: ItemNames
  private let pieces: [ItemPiece.Placed]
  /// How many declarations were read, rather than taken from the state before.
  let readCount: Int

  /// What it has in common with an earlier state of the file is shared. Nil as soon as `shouldStop` says so.
  init?(
    _ file: FileID, _ tree: SyntaxTree, previous: FileItems? = nil, unless shouldStop: @escaping () -> Bool
  ) {
    var lowering = ItemLowering(tree, unless: shouldStop)
    pieces = lowering.pieces(of: tree.rootNode, from: 0, old: previous?.pieces ?? [])
    if lowering.wasStopped { return nil }
    readCount = lowering.readCount
    var layout = Layout(tree: tree, expectedCount: previous?.places.count ?? 0)
    layout.add(pieces, from: 0, parent: -1)
    items = layout.items
    names = ItemNames.make(
      file, layout.entries.lazy.map { (name: $0.item.name, parent: $0.parent) }, previous: previous?.names)
    places = layout.places(names.ids)
  }

  package subscript(id: ItemID) -> ItemPlace? { names.index(of: id).map { places[$0] } }

  /// The pieces in one list, with their places in the file.
  private struct Layout {
    struct Entry {
      let item: Item
      let node: SyntaxNode
      let nameRange: Range<Int>
      /// The number of the class around, or -1.
      let parent: Int
    }

    let tree: SyntaxTree
    private(set) var entries: [Entry] = []
    /// Those that stand in no class.
    private(set) var items: [Item] = []

    init(tree: SyntaxTree, expectedCount: Int) {
      self.tree = tree
      entries.reserveCapacity(expectedCount)
    }

    func places(_ ids: [ItemID]) -> [ItemPlace] {
      var places: [ItemPlace] = []
      places.reserveCapacity(entries.count)
      for (id, entry) in zip(ids, entries) {
        places.append(ItemPlace(id: id, item: entry.item, node: entry.node, nameRange: entry.nameRange))
      }
      return places
    }

    mutating func add(_ pieces: [ItemPiece.Placed], from base: Int, parent: Int) {
      for placed in pieces {
        let start = base + placed.offset
        for part in placed.piece.parts { add(part, from: start, parent: parent) }
        add(placed.piece.inner, from: start, parent: parent)
      }
    }

    private mutating func add(_ part: ItemPiece.Part, from base: Int, parent: Int) {
      let number = entries.count
      entries.append(
        Entry(
          item: part.item, node: part.node.node(in: tree, from: base), nameRange: part.nameRange.shifted(by: base),
          parent: parent))
      if parent < 0 { items.append(part.item) }
      for own in part.own { add(own, from: base, parent: number) }
      add(part.members, from: base, parent: number)
    }
  }
}

/// Changes with each edit. Whoever wants to know no places asks for ``ItemTreeQuery``.
package enum FileItemsQuery: Query {
  package static let name = "fileItems"
  package static let capacity: Int? = 512

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: FileItems??
  ) throws(QueryInterruption) -> FileItems? {
    guard let tree = try context.tree(of: key) else { return nil }
    let items = FileItems(key, tree, previous: previous ?? nil) { context.isCancelled }
    try context.checkCancellation()
    guard let items else { return nil }
    context.did(items.readCount, .items)
    return items
  }

  package static func isSame(_ old: FileItems?, _ new: FileItems?) -> Bool { old === new }
}
