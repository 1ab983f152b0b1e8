/// One path, base against target, restart by restart, until the rule decides. A state machine: it says how many restarts it wants, and
/// who measures brings them.
package struct PairedComparison: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    /// So many restarts more until the next look.
    case needs(Int)
    case decided(Decision)
  }

  package let limit: EffectLimit
  package let rule: StoppingRule
  /// Those that decided; what comes later is not taken any more, since a decision that is looked at again is another test.
  package private(set) var restarts: [RestartSummary] = []
  package private(set) var decision: Decision?

  package init(limit: EffectLimit, rule: StoppingRule = .standard) {
    self.limit = limit
    self.rule = rule
  }

  /// All restarts at once, in order: as if they had come one by one.
  package init(limit: EffectLimit, rule: StoppingRule = .standard, restarts: some Sequence<RestartSummary>) {
    self.init(limit: limit, rule: rule)
    for restart in restarts { add(restart) }
  }

  @discardableResult
  package mutating func add(_ restart: RestartSummary) -> State {
    guard decision == nil else { return state }
    restarts.append(restart)
    if let look = rule.looks.first(where: { $0.restarts == restarts.count }), let estimate {
      decision = rule.decide(estimate, at: look, limit: limitLogRatio)
    }
    return state
  }

  package var state: State {
    if let decision { return .decided(decision) }
    let next = rule.looks.first { $0.restarts > restarts.count }?.restarts ?? rule.cap
    return .needs(next - restarts.count)
  }

  package var estimate: RestartEstimate? { RestartEstimate(restarts.map(\.logRatio)) }

  /// The medians over restarts of their medians; nil before the first.
  package var base: Double? { restarts.isEmpty ? nil : OrderStatistics.median(restarts.map(\.base)) }
  package var target: Double? { restarts.isEmpty ? nil : OrderStatistics.median(restarts.map(\.target)) }

  /// The limit for a path that takes as long as this one does.
  package var limitLogRatio: Double { limit.logRatio(base: base ?? .infinity) }
}
