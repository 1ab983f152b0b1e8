/// What is left of a failure, and what it took.
package struct ShrinkResult: Sendable {
  /// In which form the session was shrunk.
  package enum Form: String, Sendable {
    /// It was generated.
    case generated
    /// It was recorded, and its client's side alone fails too.
    case madeGenerated = "made generated"
    /// It was recorded, and fails only as it is: only the options were made simpler.
    case original
  }

  package var candidate: ShrinkCandidate
  package var signature: String
  package var form: Form
  /// Of the session that shrinking began with.
  package var original: Measure
  package var measure: Measure
  /// Events of the first run, and of the best one's.
  package var originalEvents: Int
  package var events: Int
  package var runs: Int
  /// Proposals that were not run: they had been, or were no smaller.
  package var skipped: Int
  package var passes: [PassStatistics]
  /// Whether it was shown that no message can be left out alone.
  package var isOneMinimal: Bool
}
