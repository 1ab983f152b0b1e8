/// An oracle over one whose outcomes vary from run to run, as those of real processes do: a candidate is run again until a sequential test
/// has decided whether it fails often enough. What fails with another signature counts as passed.
package struct StatisticalOracle<Base: FailureOracle>: FailureOracle {
  private var base: Base
  private let signature: String
  private let test: SequentialTest
  /// A candidate about which nothing is known after so many runs is refused.
  private let maximumRuns: Int

  package init(_ base: Base, signature: String, test: SequentialTest = SequentialTest(), maximumRuns: Int = 60) {
    self.base = base
    self.signature = signature
    self.test = test
    self.maximumRuns = maximumRuns
  }

  package mutating func attempt(_ candidate: ShrinkCandidate) -> Attempt {
    var test = test
    var failed: Attempt?
    var last = Attempt(signature: nil)
    while test.decision == .open, test.runs < maximumRuns {
      last = base.attempt(candidate)
      let isSame = last.signature == signature
      if isSame { failed = last }
      test.add(failed: isSame)
    }
    var result = test.decision == .fails ? failed ?? last : Attempt(signature: nil, events: last.events)
    result.runs = test.runs
    return result
  }
}
