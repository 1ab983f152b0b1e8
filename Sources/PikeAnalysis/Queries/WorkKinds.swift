package import IncrementalQueries

/// What the analysis counts beside queries.
extension WorkKind {
  /// Tokens that the parser has read.
  package static let tokens = WorkKind(index: 0)
  /// Names and expressions of bodies that were looked at.
  package static let uses = WorkKind(index: 1)
  /// Declarations that were summarised anew.
  package static let items = WorkKind(index: 2)

  /// All of them, with their names in telemetry.
  package static let analysis: [(name: String, kind: WorkKind)] = [
    ("tokens", .tokens), ("items", .items), ("uses", .uses),
  ]
}
