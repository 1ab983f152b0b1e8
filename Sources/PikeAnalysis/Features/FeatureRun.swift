package import IncrementalQueries

/// The way from a question to its answer, in steps that are short enough to let others run in between.
///
/// A step that is interrupted has done nothing: it may be called again, when the missing input is there or never. All steps of a
/// run must get the same snapshot.
package struct FeatureRun: Sendable {
  package let query: FeatureQuery
  private var stage: Stage = .start

  private enum Stage: Sendable {
    case start
  }

  package init(_ query: FeatureQuery) { self.query = query }

  /// - Returns: nil when it is not finished.
  package mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    switch query.request {
    default: .failure(.unknownDocument(FileID("")))
    }
  }
}
