import Measurement

/// Holds a stage's metrics against the policy.
package struct RolloutJudge: Sendable {
  package let policy: RolloutPolicy
  package let stage: RolloutStage
  /// The release that may go on.
  package let build: String
  /// Seconds since 1970.
  package let now: Int

  private var limits: RolloutPolicy.Stage { policy[stage] }

  package init(policy: RolloutPolicy = RolloutPolicy(), stage: RolloutStage, build: String, now: Int) {
    self.policy = policy
    self.stage = stage
    self.build = build
    self.now = now
  }

  package func judge(_ all: [RolloutMetrics]) -> RolloutReport {
    let cohort = Self.unique(all).filter { $0.stage == stage }
    let metrics = cohort.filter { $0.build == build }
    let window = observed(metrics)
    var findings = hardTriggers(metrics) + completeness(metrics) + thresholds(metrics) + window.findings
    if metrics.isEmpty {
      findings.append(
        RolloutFinding(
          kind: .noMetrics,
          message: "no metrics of build \(build) in stage \(stage.rawValue); see that its cohort sends them"))
    }
    let others = cohort.count - metrics.count
    if others > 0 {
      findings.append(
        RolloutFinding(
          kind: .otherBuild,
          message:
            "\(others) of \(cohort.count) metrics files of this stage are of other builds; wait until all of it runs "
            + "\(build), or name the build that it runs"))
    }
    return report(metrics, findings, observed: window.seconds)
  }

  /// What was given twice counts once: queries must not become enough by being named again.
  private static func unique(_ all: [RolloutMetrics]) -> [RolloutMetrics] {
    var seen: [String: [RolloutMetrics]] = [:]
    return all.filter { one in
      let stretch = "\(one.start) \(one.end) \(one.instance)"
      if seen[stretch]?.contains(one) == true { return false }
      seen[stretch, default: []].append(one)
      return true
    }
  }

  private func report(_ metrics: [RolloutMetrics], _ findings: [RolloutFinding], observed: Int) -> RolloutReport {
    let order: [RolloutDecision] = [.rollBack, .hold, .go]
    let decision = order.first { decision in findings.contains { $0.kind.decision == decision } } ?? .go
    let sum = Totals(metrics)
    let rate = BinomialInterval(successes: sum.errors, trials: sum.queries)
    return RolloutReport(
      stage: stage, build: build, decision: decision,
      findings: order.flatMap { decision in findings.filter { $0.kind.decision == decision } }, queries: sum.queries,
      errors: sum.errors, errorRateLow: rate.low, errorRateHigh: rate.high, p95Ms: sum.latencies.percentile(95),
      observedHours: Double(observed) / 3_600, neededHours: limits.observationHours)
  }

  struct Totals {
    var queries = 0
    var errors = 0
    var latencies = LatencyBuckets()

    init(_ metrics: [RolloutMetrics]) {
      for one in metrics {
        queries += one.queries
        errors += one.errors
        latencies.add(one.latencies)
      }
    }
  }

  // MARK: Hard triggers

  private func hardTriggers(_ metrics: [RolloutMetrics]) -> [RolloutFinding] {
    RolloutCounter.allCases.compactMap { counter -> RolloutFinding? in
      let count = metrics.reduce(0) { $0 + ($1.count(counter) ?? 0) }
      guard count > 0 else { return nil }
      return RolloutFinding(kind: kind(of: counter), message: "\(count) \(counter.title); there may be none")
    } + crashes(metrics) + severeLatency(metrics)
  }

  private func kind(of counter: RolloutCounter) -> RolloutFinding.Kind {
    switch counter {
    case .stalePublishes: .stalePublish
    // A cancelled request that publishes was not cancelled.
    case .postCancelPublishes, .cancellationFailures: .cancellationFailure
    case .lifecycleLeaks: .lifecycleLeak
    case .parseHardFails: .parseHardFail
    }
  }

  private func crashes(_ metrics: [RolloutMetrics]) -> [RolloutFinding] {
    var instances: [String] = []
    for one in metrics where !instances.contains(one.instance) { instances.append(one.instance) }
    return instances.compactMap { instance in
      let times = metrics.filter { $0.instance == instance }.flatMap { $0.crashes ?? [] }.sorted()
      guard !times.isEmpty else { return nil }
      let reach = policy.crashLoop.count - 1
      let isLoop = times.indices.contains { first in
        first + reach < times.count && times[first + reach] - times[first] <= policy.crashLoop.seconds
      }
      return isLoop
        ? RolloutFinding(
          kind: .crashLoop,
          message: "\(instance) crashed \(policy.crashLoop.count) times within \(policy.crashLoop.seconds) s")
        : RolloutFinding(kind: .crash, message: "\(instance) crashed \(times.count) times, which is no loop; look why")
    }
  }

  private func severeLatency(_ metrics: [RolloutMetrics]) -> [RolloutFinding] {
    let latencies = Totals(metrics).latencies
    guard latencies.count >= policy.severeLatencyQueries, let p95 = latencies.percentile(95),
      p95 > policy.severeLatencyFactor * limits.p95Ms
    else { return [] }
    return [
      RolloutFinding(
        kind: .severeLatency,
        message:
          "p95 is \(Decimals.short(p95)) ms, more than \(Decimals.short(policy.severeLatencyFactor)) times the limit of "
          + "\(Decimals.short(limits.p95Ms)) ms")
    ]
  }
}
