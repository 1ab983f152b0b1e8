package import IncrementalQueries
package import PikeSyntax

/// A tree and the state of the file that it was made of.
package final class ParsedFile: Sendable {
  package let tree: SyntaxTree
  let serial: UInt64

  init(tree: SyntaxTree, serial: UInt64) {
    self.tree = tree
    self.serial = serial
  }
}

/// The tree of a file; of an edited one, made from the tree before.
package enum ParsedFileQuery: Query {
  package static let name = "parse"
  package static let capacity: Int? = 512

  package static func execute(
    _ key: FileID, in context: QueryContext, previous: ParsedFile??
  ) throws(QueryInterruption) -> ParsedFile? {
    guard let source = try context.input(SourceInput.self, key) else { return nil }
    let environment = try context.get(EnvironmentQuery.self, key)
    if let old = previous ?? nil, old.tree.environment === environment, let edits = source.edits(since: old.serial) {
      var tree = old.tree
      for edit in edits {
        try context.checkCancellation()
        tree = tree.applying(edit)
        context.did(tree.tokensRead, .tokens)
      }
      return ParsedFile(tree: tree, serial: source.serial)
    }
    let tree = SyntaxTree.parse(source.text, environment: environment) { context.isCancelled }
    try context.checkCancellation()
    guard let tree else { return nil }
    context.did(tree.tokensRead, .tokens)
    return ParsedFile(tree: tree, serial: source.serial)
  }

  package static func isSame(_ old: ParsedFile?, _ new: ParsedFile?) -> Bool { old?.tree === new?.tree }
}

extension QueryContext {
  /// The tree of a file; nil if there is none.
  package func tree(of file: FileID) throws(QueryInterruption) -> SyntaxTree? {
    try get(ParsedFileQuery.self, file)?.tree
  }
}
