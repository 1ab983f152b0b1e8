package import Measurement

/// A gate from its first round to its verdict. A state machine: it says what is to be measured next, and who can run programs brings it.
///
/// ```
/// var session = GateSession(comparison, budgets: budgets, plan: .gate, today: today, pinnedCorpus: hash)
/// while case .measure(let paths) = session.next { session.add(measureRound(paths)) }
/// let report = session.report(suites: suites)
/// ```
package struct GateSession: Sendable {
  package enum Next: Sendable, Equatable {
    /// A round of fresh processes with these paths, and the self-tests.
    case measure([PathPlan])
    case done
  }

  /// What a round measures of one path.
  package struct PathPlan: Sendable, Equatable {
    package var name: String
    /// Of pairs in each restart, however long they take; 0 where the limit alone says how many are worth while.
    package var fewestPairs: Int
    /// Fresh, to say after each restart whether more are needed.
    package var comparison: PairedComparison
  }

  package let budgets: Budgets
  package let plan: GatePlan
  package private(set) var comparison: Comparison
  package private(set) var rounds: [RoundVerdict] = []
  /// Why there is nothing to judge.
  package let reasons: [InvalidReason]
  private(set) var paths: [(name: String, rounds: PathRounds)]

  /// - Parameters:
  ///   - comparison: what is compared; its rounds are judged as if they had been added.
  ///   - budgets: of the change that is judged.
  ///   - plan: what is asked for.
  ///   - today: for the budgets' expiry.
  ///   - pinnedCorpus: the hash of the corpus as the repository pins it.
  package init(_ comparison: Comparison, budgets: Budgets, plan: GatePlan, today: CalendarDay, pinnedCorpus: String) {
    self.budgets = budgets
    self.plan = plan
    self.comparison = comparison
    self.comparison.rounds = []
    reasons = Self.reasons(comparison, budgets: budgets, today: today, pinnedCorpus: pinnedCorpus)
    paths = comparison.target.paths.map { ($0, PathRounds(plan: plan)) }
    for round in comparison.rounds { add(round) }
  }

  package var next: Next {
    guard reasons.isEmpty else { return .done }
    let open = paths.filter { $0.rounds.state == .needsRound }
    return open.isEmpty ? .done : .measure(open.map { pathPlan($0.name) })
  }

  private func pathPlan(_ path: String) -> PathPlan {
    let limits = budgets.limits(of: path)
    return PathPlan(
      name: path, fewestPairs: plan.fewestPairs(for: limits),
      comparison: PairedComparison(limit: limits.median, rule: plan.rule))
  }

  package mutating func add(_ round: Comparison.Round) {
    comparison.rounds.append(round)
    let verdict = RoundVerdict(round, plan: plan)
    rounds.append(verdict)
    for index in paths.indices where paths[index].rounds.state == .needsRound {
      let reasons = verdict.reasons + problems(of: paths[index].name, in: round)
      if reasons.isEmpty, let series = round.series.first(where: { $0.kind == .path && $0.name == paths[index].name }) {
        paths[index].rounds.add(judge(series))
      } else {
        paths[index].rounds.add(invalid: reasons)
      }
    }
  }

  /// Restarts after the decision, which a path gets while others are measured, change nothing.
  private func judge(_ series: Series) -> PairedComparison {
    PairedComparison(limit: budgets.limits(of: series.name).median, rule: plan.rule, restarts: series.summaries)
  }

  private func problems(of path: String, in round: Comparison.Round) -> [InvalidReason] {
    let all = round.series.filter { $0.kind == .path && $0.name == path }
    guard let series = all.first else { return [.pathMissing(path)] }
    if all.count > 1 { return [.measuredTwice(path)] }
    if series.restarts.isEmpty { return [.noRestarts(path)] }
    if series.answers.base != series.answers.target { return [.answersDiffer(path)] }
    let counted = judge(series).restarts.map(\.logRatio)
    return plan.noise.findings(logRatios: counted).filter(\.isInvalid).map { .noisy($0) }
  }

  private static func reasons(
    _ comparison: Comparison, budgets: Budgets, today: CalendarDay, pinnedCorpus: String
  ) -> [InvalidReason] {
    var reasons: [InvalidReason] = []
    if budgets.expires < today { reasons.append(.expired(budgets.expires, today: today)) }
    if budgets.evidence.measured > today { reasons.append(.notYetValid(budgets.evidence.measured, today: today)) }
    let (base, target) = (comparison.base, comparison.target)
    if base.corpus != target.corpus { reasons.append(.corpusDiffers(base: base.corpus, target: target.corpus)) }
    for measured in [target.corpus, pinnedCorpus] where measured != budgets.corpus {
      let reason = InvalidReason.corpusChanged(pinned: budgets.corpus, measured: measured)
      if !reasons.contains(reason) { reasons.append(reason) }
    }
    let onlyBase = base.paths.filter { !target.paths.contains($0) }
    let onlyTarget = target.paths.filter { !base.paths.contains($0) }
    if !onlyBase.isEmpty || !onlyTarget.isEmpty {
      reasons.append(.pathsDiffer(onlyBase: onlyBase, onlyTarget: onlyTarget))
    }
    if target.paths.isEmpty { reasons.append(.nothingMeasured) }
    for budget in budgets.paths where !target.paths.contains(budget.name) && !base.paths.contains(budget.name) {
      reasons.append(.pathMissing(budget.name))
    }
    return reasons
  }
}
