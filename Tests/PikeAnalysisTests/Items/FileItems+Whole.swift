import PikeSyntax

@testable import PikeAnalysis

extension FileItems {
  /// The items of a file, by a reading that nobody stops.
  static func whole(_ file: FileID, _ tree: SyntaxTree, previous: FileItems? = nil) -> FileItems {
    guard let items = FileItems(file, tree, previous: previous, unless: { false }) else {
      preconditionFailure("it stopped although nobody asked for that")
    }
    return items
  }
}
