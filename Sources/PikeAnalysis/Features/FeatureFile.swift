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

/// The answers that need nothing but the tree.
enum TreeFeatures {
  static func documentSymbols(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let file = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    return .documentSymbols(OutlineBuilder.symbols(of: file.tree, file.positions))
  }

  static func foldingRanges(
    _ file: FileID, _ encoding: PositionEncoding, in context: QueryContext
  ) throws(QueryInterruption) -> FeatureResult {
    guard let file = try FeatureFile(file, encoding, in: context) else { return .failure(.unknownDocument(file)) }
    return .foldingRanges(FoldingCollector.ranges(of: file.tree, file.positions))
  }
}
