/// An oracle over one whose outcomes vary from run to run, as those of real processes do: a candidate is run again until a sequential test
/// has decided whether it fails often enough. What fails with another signature counts as passed.
package struct StatisticalOracle<Base: FailureOracle>: FailureOracle {
  private var base: Base
  /// What is looked for.
  package let signature: String
  private let test: SequentialTest
  /// A candidate about which nothing is known after so many runs is refused.
  private let maximumRuns: Int
  /// Whether there is no time for more: a candidate about which nothing is known then is refused, too.
  private let isOver: () -> Bool

  package init(
    _ base: Base, signature: String, test: SequentialTest = SequentialTest(), maximumRuns: Int = 60,
    isOver: @escaping () -> Bool = { false }
  ) {
    self.base = base
    self.isOver = isOver
    self.signature = signature
    self.test = test
    self.maximumRuns = maximumRuns
  }

  package mutating func attempt(_ candidate: ShrinkCandidate) -> Attempt {
    var test = test
    var failed: Attempt?
    var last = Attempt(signature: nil)
    while test.decision == .open, test.runs < maximumRuns, !isOver() {
      last = base.attempt(candidate)
      let isSame = last.signature == signature
      if isSame { failed = last }
      test.add(failed: isSame)
    }
    var result = test.decision == .fails ? failed ?? last : Attempt(signature: nil, events: last.events)
    result.runs = test.runs
    result.isUndecided = test.decision == .open && isOver()
    return result
  }
}

extension StatisticalOracle {
  /// How often the original is run to see how often it fails.
  private static var looks: Int { 4 }

  /// An oracle that asks for as many runs as it takes where failures are rare, and for few where the original always fails: runs of processes
  /// take seconds.
  ///
  /// - Throws: ``ShrinkError`` when the original does not fail once, or in another way.
  package static func tuned(
    _ base: Base, to original: ShrinkCandidate, signature: String?, isOver: @escaping () -> Bool = { false }
  ) throws(ShrinkError) -> StatisticalOracle {
    var base = base
    var signatures: [String?] = []
    while signatures.count < looks, !isOver() { signatures.append(base.attempt(original).signature) }
    let seen = signatures.compactMap { $0 }
    guard let wanted = signature ?? seen.first else { throw isOver() ? .outOfTime : .passes }
    if let other = seen.first, !seen.contains(wanted) { throw .failsOtherwise(expected: wanted, found: other) }
    let isSteady = signatures.allSatisfy { $0 == wanted }
    let test = isSteady ? SequentialTest(low: 0.3, high: 0.9, error: 0.06) : SequentialTest()
    return StatisticalOracle(base, signature: wanted, test: test, isOver: isOver)
  }
}
