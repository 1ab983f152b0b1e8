package import Measurement

/// Whether a round can be believed: base against itself must pass, and base with planted work must fail.
package struct SelfTest: Sendable, Equatable {
  package var kind: Series.Kind
  package var name: String
  package var comparison: PairedComparison
  /// Nil: it came out as it must.
  package var reason: InvalidReason?

  init(_ series: Series, rule: StoppingRule) {
    kind = series.kind
    name = series.name
    comparison = PairedComparison(limit: GatePlan.selfTestLimit, rule: rule, restarts: series.summaries)
    let decision = comparison.decision ?? .unresolved
    switch kind {
    case .path: reason = nil
    case .control: reason = decision == .pass ? nil : .controlAlarm(decision)
    case .planted: reason = decision == .fail ? nil : .plantedMissed(decision)
    }
  }
}

/// A round as a whole, before its paths are looked at.
package struct RoundVerdict: Sendable, Equatable {
  package var selfTests: [SelfTest]
  /// Why the whole round does not count.
  package var reasons: [InvalidReason]

  init(_ round: Comparison.Round, plan: GatePlan) {
    selfTests = round.series.filter { $0.kind != .path }.map { SelfTest($0, rule: plan.rule) }
    reasons = plan.noise.findings(round.machine).filter(\.isInvalid).map { .noisy($0) }
    reasons += selfTests.compactMap(\.reason)
    guard plan.needsSelfTest else { return }
    for kind in [Series.Kind.control, .planted] where !selfTests.contains(where: { $0.kind == kind }) {
      reasons.append(.selfTestMissing(kind))
    }
  }
}
