package import Measurement

/// One path's way through the rounds, until it passes, fails, or cannot be judged.
///
/// A change passes when enough rounds in a row pass and agree. It fails when a round fails and the fresh round after it does not pass, and
/// both together still fail: one failure may be chance, and so may one that stays open.
package struct PathRounds: Sendable, Equatable {
  package enum State: Sendable, Equatable {
    case needsRound
    case decided(GateOutcome)
  }

  private let plan: GatePlan
  /// Those that count.
  package private(set) var rounds: [PairedComparison] = []
  /// Why others do not.
  package private(set) var invalid: [InvalidReason] = []
  package private(set) var state = State.needsRound
  private var noisyRounds = 0
  /// The latest rounds in a row that passed and agree.
  private var passes: [RestartEstimate] = []
  /// The latest rounds in a row that did not pass.
  private var doubts: [PairedComparison] = []

  package init(plan: GatePlan) { self.plan = plan }

  /// A round in which this path cannot be judged. Noise may be gone the next time; anything else will not.
  package mutating func add(invalid reasons: [InvalidReason]) {
    guard state == .needsRound else { return }
    invalid += reasons
    noisyRounds += 1
    if noisyRounds > plan.noisyRounds || reasons.contains(where: { !$0.isNoise }) { state = .decided(.invalid) }
  }

  package mutating func add(_ round: PairedComparison) {
    guard state == .needsRound else { return }
    rounds.append(round)
    if round.decision == .pass, let estimate = round.estimate {
      doubts = []
      passed(estimate, limit: round.limitLogRatio)
    } else {
      passes = []
      doubts.append(round)
      doubted()
    }
    if state == .needsRound, rounds.count >= plan.passes + plan.extraRounds { state = .decided(.unresolved) }
  }

  private mutating func passed(_ estimate: RestartEstimate, limit: Double) {
    let agrees = passes.allSatisfy { earlier in
      let tolerance = GatePlan.agreement(restarts: min(earlier.count, estimate.count), limit: limit)
      return abs(earlier.logRatio - estimate.logRatio) <= tolerance
    }
    passes = agrees ? passes + [estimate] : [estimate]
    if passes.count >= plan.passes { state = .decided(.pass) }
  }

  private mutating func doubted() {
    guard doubts.contains(where: { $0.decision == .fail }) else { return }
    if !plan.confirmsFailures || (doubts.count >= 2 && failsTogether) { state = .decided(.fail) }
  }

  /// Whether all restarts of the rounds in doubt, taken as one, lie above the limit as clearly as one round must.
  private var failsTogether: Bool {
    let restarts = doubts.flatMap(\.restarts)
    guard let estimate = RestartEstimate(restarts.map(\.logRatio)), let first = doubts.first else { return false }
    let limit = first.limit.logRatio(base: OrderStatistics.median(restarts.map(\.base)))
    let multiple = first.rule.looks[first.rule.looks.count - 1].fail
    return estimate.logRatio - multiple * estimate.standardError > limit
  }
}
