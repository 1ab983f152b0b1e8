import Replay

/// Makes a failing recording minimal.
///
/// It first brings the session into the generated form, if it fails in that form too; then runs its passes again and again, those first that
/// gained most per run, until none gains anything or the budget is spent.
package struct Shrinker {
  private let budget: ShrinkBudget
  private let improved: (ShrinkCandidate, Measure) -> Void

  /// - Parameters:
  ///   - budget: how much it may cost.
  ///   - improved: is told each time that there is a better candidate; it may write it to a disk at once.
  package init(
    budget: ShrinkBudget = ShrinkBudget(), improved: @escaping (ShrinkCandidate, Measure) -> Void = { _, _ in }
  ) {
    self.budget = budget
    self.improved = improved
  }

  /// In the order of the first round: what makes a session much smaller first.
  static let sessionPasses: [any ShrinkPass] = [
    BeginningPass(), PacePass(), SchedulePass(), ChunkPass.coarse, MethodPass(), DocumentPass(), ChunkPass.fine,
    RequestPass(), StepPass(), PairPass(), FoldPass(), FilePass(), FaultPass(), PausePass(), DirectionPass(),
    TextPass(), ParameterPass(), NoisePass(),
  ]
  /// Those that leave the session as it is.
  static let optionPasses: [any ShrinkPass] = [PacePass(), SchedulePass(), FaultPass(), NoisePass()]

  /// - Parameters:
  ///   - original: what failed, as it was recorded or generated.
  ///   - signature: how it failed; nil for what the first run says.
  ///   - oracle: runs candidates.
  /// - Returns: what is left.
  /// - Throws: ``ShrinkError`` when the original does not fail.
  package func shrink(
    _ original: ShrinkCandidate, signature: String? = nil, oracle: any FailureOracle
  ) throws(ShrinkError) -> ShrinkResult {
    var oracle = oracle
    var runs = 0
    func attempt(_ candidate: ShrinkCandidate) -> Attempt {
      let attempt = oracle.attempt(candidate)
      runs += attempt.runs
      return attempt
    }
    let first = attempt(original)
    guard let failed = first.signature else { throw first.isUndecided ? .outOfTime : .passes }
    if let signature, signature != failed { throw .failsOtherwise(expected: signature, found: failed) }
    var start = (candidate: original, attempt: first)
    var form = ShrinkResult.Form.generated
    if !original.session.isGenerated {
      var client = original
      client.session = ClientForm.make(of: original.session)
      let second = attempt(client)
      form = second.signature == failed ? .madeGenerated : .original
      if form == .madeGenerated { start = (client, second) }
    }
    var search = Search(
      start.candidate, start.attempt, signature: failed, runs: runs, oracle: oracle, budget: budget, improved: improved)
    let before = Measure(of: start.candidate)
    let passes = form == .original ? Self.optionPasses : Self.sessionPasses
    let (statistics, isFinished) = Self.run(passes, &search)
    return ShrinkResult(
      candidate: search.best, signature: failed, form: form, original: before, measure: search.measure,
      originalEvents: first.events, events: search.events, runs: search.runs, skipped: search.skipped,
      passes: statistics, isOneMinimal: isFinished && form != .original)
  }

  private static func run(
    _ passes: [any ShrinkPass], _ search: inout Search
  ) -> (statistics: [PassStatistics], isFinished: Bool) {
    var statistics = passes.map { PassStatistics(name: $0.name) }
    var order = Array(passes.indices)
    while true {
      let before = search.measure
      for index in order {
        search.statistics = PassStatistics(name: passes[index].name)
        passes[index].run(&search)
        statistics[index].add(search.statistics)
        if search.isOver { return (statistics, false) }
      }
      // Nothing that any pass proposes is smaller and fails, single messages included.
      if search.measure == before { return (statistics, true) }
      order.sort { (-statistics[$0].yield, $0) < (-statistics[$1].yield, $1) }
    }
  }
}

/// Why there is nothing to shrink.
package enum ShrinkError: Error, Sendable, Equatable, CustomStringConvertible {
  case passes
  case failsOtherwise(expected: String, found: String)
  /// There was no time to see it fail.
  case outOfTime

  package var description: String {
    switch self {
    case .passes:
      "it does not fail: nothing to shrink (a failure that depends on timing may need more runs, or its seed and faults)"
    case .outOfTime: "time was up before it had failed often enough to be sure of: give it more (reprise shrink --time)"
    case .failsOtherwise(let expected, let found):
      "it fails with '\(found)', not with '\(expected)': shrink that instead, or replay it as it was found"
    }
  }
}
