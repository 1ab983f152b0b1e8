package import IncrementalQueries

extension WorkKind {
  /// Tokens that the parser has read.
  package static let tokens = WorkKind(index: 0)
  /// Declarations that were read, in nodes that are new.
  package static let declarations = WorkKind(index: 1)
}
