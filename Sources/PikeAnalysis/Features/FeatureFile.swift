import IncrementalQueries
import PikeSyntax

/// A file that a feature is asked about: its text, its tree, and positions in the encoding that was asked for.
struct FeatureFile {
  let file: FileID
  let tree: SyntaxTree
  let positions: FilePositions

  /// Nil if there is no such document.
  init?(_ file: FileID, _ encoding: PositionEncoding, in context: QueryContext) throws(QueryInterruption) {
    guard let source = try context.input(SourceInput.self, file), let tree = try context.tree(of: file) else {
      return nil
    }
    self.file = file
    self.tree = tree
    positions = FilePositions(source, encoding: encoding)
  }
}
