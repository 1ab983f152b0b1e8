import IncrementalQueries
import PikeAnalysis
import QueryEngine

/// Never comes to an end by itself.
struct HangingStepper: FeatureStepper {
  mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
    try context.checkCancellation()
    return nil
  }
}

extension EngineOptions {
  /// Queries that hang until they are cancelled.
  static var hanging: EngineOptions {
    var options = EngineOptions()
    options.libraryCandidates = []
    options.stepper = { _ in HangingStepper() }
    return options
  }
}
