internal import IncrementalQueries
internal import PikeSyntax

/// What is wrong with declarations: what they inherit and import, and names that are declared twice.
extension DiagnosticsFeature {
  static func items(
    of file: FileID, _ positions: FilePositions, in context: QueryContext
  ) throws(QueryInterruption) -> [Diagnostic] {
    []
  }
}
