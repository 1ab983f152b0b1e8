import JSONRPC
import Testing

@testable import PerformanceGates

@Suite struct RolloutTests {
  private func judge(
    _ stage: RolloutStage = .canary5, policy: RolloutPolicy = RolloutPolicy(),
    _ change: (inout [RolloutMetrics]) -> Void
  ) -> RolloutReport {
    var metrics = RolloutDrill.healthy(policy[stage])
    change(&metrics)
    return RolloutJudge(policy: policy, stage: stage, build: RolloutDrill.build, now: RolloutDrill.now).judge(metrics)
  }

  private func kinds(_ report: RolloutReport) -> [RolloutFinding.Kind] { report.findings.map(\.kind) }

  @Test(arguments: [
    (RolloutStage.internal, 500.0, 0.01, 24.0, 299), (.canary5, 400.0, 0.005, 24.0, 598),
    (.canary25, 350.0, 0.001, 48.0, 2_995), (.ga, 300.0, 0.0005, 336.0, 5_990),
  ])
  func theStagesAreAsDocumented(
    _ stage: RolloutStage, _ p95: Double, _ errors: Double, _ hours: Double, _ queries: Int
  ) {
    let limits = RolloutPolicy()[stage]
    #expect(limits.p95Ms == p95 && limits.errorRate == errors && limits.observationHours == hours)
    #expect(limits.neededQueries == queries)
  }

  @Test func stagesFollowOneAnother() {
    #expect(RolloutStage.allCases.map(\.next) == [.canary5, .canary25, .ga, nil])
    #expect(RolloutStage.internal < .ga)
  }

  @Test(arguments: RolloutStage.allCases)
  func aHealthyStageGoesOn(_ stage: RolloutStage) {
    let report = judge(stage) { _ in }
    #expect(report.decision == .go && report.findings.isEmpty && report.exitCode == 0, "\(report.findings)")
  }

  @Test func metricsThatAreGivenTwiceCountOnce() {
    let once = judge { _ in }
    #expect(judge { $0 += $0 } == once)
    #expect(judge { $0[1].queries += 1 } != once)
  }

  // MARK: The drill

  /// With short stages, to be quick.
  private static var brief: RolloutPolicy {
    var policy = RolloutPolicy(releaseWindowDays: 0.25)
    for index in policy.stages.indices { policy.stages[index].observationHours = 6 }
    return policy
  }

  @Test func theDrillSeesEveryTriggerInEveryStage() {
    let cases = RolloutDrill.run()
    let missed = cases.filter { !$0.passed }
    #expect(missed.isEmpty, "\(missed)")
    #expect(cases.count == 41 * RolloutStage.allCases.count, "\(cases.count)")
    // Everything that can be found is planted, but for a single crash, which changes nothing.
    let planted = Set(cases.compactMap(\.kind))
    #expect(Set(RolloutFinding.Kind.allCases).subtracting(planted) == [.crash])
    #expect(Set(cases.map(\.expected)) == Set(RolloutDecision.allCases))
  }

  /// A judge that is asleep fails the drill: for each kind of finding, one that does not see it.
  @Test(arguments: RolloutFinding.Kind.allCases.filter { $0 != .crash })
  func aJudgeThatOverlooksATriggerFailsTheDrill(_ kind: RolloutFinding.Kind) {
    let cases = RolloutDrill.run(policy: Self.brief) { judge, metrics in
      var report = judge.judge(metrics)
      report.findings.removeAll { $0.kind == kind }
      report.decision = report.findings.map(\.kind.decision).first ?? .go
      return report
    }
    #expect(cases.contains { !$0.passed && $0.kind == kind })
  }

  @Test func aJudgeThatAlwaysHoldsFailsTheDrill() {
    let cases = RolloutDrill.run(policy: Self.brief) { judge, metrics in
      var report = judge.judge(metrics)
      report.decision = .hold
      return report
    }
    #expect(cases.contains { $0.planted == "nothing" && !$0.passed })
  }

  @Test func theDrillFollowsThePolicy() {
    var policy = RolloutPolicy(releaseWindowDays: 3)
    policy.crashLoop = (count: 1, seconds: 1)
    policy.severeLatencyFactor = 4
    policy.stages[0].errorRate = 0
    let missed = RolloutDrill.run(policy: policy).filter { !$0.passed }
    #expect(missed.isEmpty, "\(missed)")
  }

  // MARK: Triggers

  /// One stale publish among thousands of queries, in an observation that is not over: back at once.
  @Test func hardTriggersDoNotWait() {
    let report = judge { metrics in
      metrics = [metrics[0]]
      metrics[0].counters[0].count = 1
    }
    #expect(report.decision == .rollBack && report.exitCode == 1)
    #expect(kinds(report).first == .stalePublish && kinds(report).contains(.shortObservation))
  }

  @Test func crashesOfDifferentInstancesOrFarApartAreNoLoop() {
    let spread = judge { metrics in
      metrics[0].crashes = [metrics[0].start]
      metrics[1].crashes = [metrics[1].start, metrics[1].start + 1]
    }
    #expect(spread.decision == .go && kinds(spread) == [.crash, .crash])
    let slow = judge { $0[0].crashes = [0, 301, 601].map { RolloutDrill.now - 9_000 + $0 } }
    #expect(kinds(slow) == [.crash])
    let loop = judge { $0[0].crashes = [0, 301, 600].map { RolloutDrill.now - 9_000 + $0 } }
    #expect(kinds(loop) == [.crashLoop] && loop.decision == .rollBack)
    // The loop may go across two reports.
    let across = judge { metrics in
      metrics[0].crashes = [metrics[0].end - 10]
      metrics[2].crashes = [metrics[2].start + 1, metrics[2].start + 9]
    }
    #expect(kinds(across) == [.crashLoop])
  }

  @Test func fewSlowQueriesAreNoSevereRegression() {
    let report = judge { metrics in
      metrics = [metrics[0]]
      metrics[0].queries = 99
      metrics[0].latencies = LatencyBuckets([LatencyBuckets.Bucket(upTo: 5_000_000, count: 99)])
    }
    #expect(report.decision == .hold && !kinds(report).contains(.severeLatency))
  }

  // MARK: Thresholds

  @Test func limitsThemselvesArePermitted() {
    let policy = RolloutPolicy()
    let report = judge { metrics in
      for index in metrics.indices {
        metrics[index].queries = 1_000
        metrics[index].errors = 5
        metrics[index].latencies = LatencyBuckets([LatencyBuckets.Bucket(upTo: 400_000, count: 1_000)])
      }
    }
    #expect(report.decision == .go && report.p95Ms == policy[.canary5].p95Ms, "\(report.findings)")
  }

  /// The whole cohort is fine, but one operating system is not.
  @Test func eachGroupIsHeldToTheLimits() {
    let report = judge { metrics in
      for index in metrics.indices {
        metrics[index].queries = 1_000
        metrics[index].latencies = LatencyBuckets([LatencyBuckets.Bucket(upTo: 1_000, count: 1_000)])
      }
      metrics[0].tags = [RolloutMetrics.Tag("os", "macos")]
      metrics[0].errors = 50
    }
    #expect(report.decision == .hold && kinds(report) == [.errorRate])
    #expect(report.findings[0].message.contains("of os macos is 5.00 %"))
  }

  @Test func otherStagesDoNotCount() {
    let report = judge { metrics in
      for index in metrics.indices { metrics[index].stage = .internal }
    }
    #expect(report.decision == .hold && kinds(report) == [.noMetrics])
  }

  // MARK: Observation

  @Test func aShortGapIsNone() {
    let policy = RolloutPolicy()
    let gap = judge { metrics in
      for index in metrics.indices where metrics[index].start == metrics[10].start { metrics[index].start += 900 }
    }
    #expect(gap.decision == .go && policy.longestGapSeconds == 900, "\(gap.findings)")
    let long = judge { metrics in
      let start = metrics[10].start
      for index in metrics.indices where metrics[index].start == start { metrics[index].start += 901 }
    }
    #expect(kinds(long).contains(.gap) && long.decision == .hold)
  }

  @Test func whatLiesBeforeTheWindowDoesNotCount() {
    let report = judge { metrics in
      for index in metrics.indices {
        metrics[index].start -= 86_400
        metrics[index].end -= 86_400
      }
    }
    #expect(report.observedHours == 0 && report.decision == .hold)
  }

  @Test func overlappingReportsAreNotCountedTwice() {
    let report = judge { metrics in metrics += metrics.prefix(10) }
    #expect(report.observedHours == 24)
  }

  // MARK: Output

  @Test func theReportSaysWhatWasSeenAndNeeded() throws {
    let go = judge { _ in }
    #expect(go.markdown.hasPrefix("## GO: on to canary-25\n") && go.markdown.contains("| observed | 24.0 h | 24.0 h |"))
    #expect(go.json["next"]?.string == "canary-25" && go.json["decision"]?.string == "GO")
    let back = judge { $0[0].counters[0].count = 2 }
    #expect(back.markdown.contains("- ROLL BACK: 2 stale publishes; there may be none"))
    #expect(back.json["exitCode"]?.integer == 1 && back.json["next"] == nil)
    #expect(judge(.ga) { _ in }.markdown.hasPrefix("## GO: the rollout is complete"))
  }
}
