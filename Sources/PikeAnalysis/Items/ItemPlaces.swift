package import IncrementalQueries
package import PikeSyntax

/// Where the declarations of a file stand in its present state.
package enum ItemPlaces {
  /// In the order of the text.
  package static func all(of file: FileID, in context: QueryContext) throws(QueryInterruption) -> [ItemPlace] {
    try context.get(FileItemsQuery.self, file)?.places ?? []
  }

  package static func place(of id: ItemID, in context: QueryContext) throws(QueryInterruption) -> ItemPlace? {
    try context.get(FileItemsQuery.self, id.file)?[id]
  }

  package static func node(of id: ItemID, in context: QueryContext) throws(QueryInterruption) -> SyntaxNode? {
    try place(of: id, in: context)?.node
  }
}
