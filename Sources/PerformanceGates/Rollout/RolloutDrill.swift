/// Plants each trigger in healthy metrics, one at a time, and looks whether it is seen: a guard that nobody has seen bark may be asleep.
package enum RolloutDrill {
  package struct Case: Sendable, Equatable {
    package var stage: RolloutStage
    package var planted: String
    package var expected: RolloutDecision
    /// What must be found, beside the decision; nil when nothing is planted.
    package var kind: RolloutFinding.Kind?
    package var decision: RolloutDecision
    package var wasFound: Bool

    package var passed: Bool { decision == expected && wasFound }
  }

  private struct Plant {
    var name: String
    var kind: RolloutFinding.Kind?
    var change: (inout [RolloutMetrics]) -> Void
  }

  static let build = "drill"
  static let now = 1_800_000_000

  /// All triggers in all stages. `judge` is what is drilled.
  package static func run(
    policy: RolloutPolicy = RolloutPolicy(), judge: (RolloutJudge, [RolloutMetrics]) -> RolloutReport = { $0.judge($1) }
  ) -> [Case] {
    RolloutStage.allCases.flatMap { stage in
      let limits = policy[stage]
      return plants(policy, limits).map { plant in
        var metrics = healthy(limits)
        plant.change(&metrics)
        let report = judge(RolloutJudge(policy: policy, stage: stage, build: build, now: now), metrics)
        let found = plant.kind.map { kind in report.findings.contains { $0.kind == kind } } ?? report.findings.isEmpty
        return Case(
          stage: stage, planted: plant.name, expected: plant.kind?.decision ?? .go, kind: plant.kind,
          decision: report.decision, wasFound: found)
      }
    }
  }

  /// Two instances that report by the hour, with enough queries, half as slow as they may be.
  static func healthy(_ limits: RolloutPolicy.Stage) -> [RolloutMetrics] {
    let hours = max(1, Int(limits.observationHours.rounded(.up)))
    let each = limits.neededQueries / hours / 2 + 100
    return (0..<hours).flatMap { hour in
      ["one", "two"].map { instance in
        let start = now - (hours - hour) * 3_600
        let latency = Int(limits.p95Ms * 500)
        return RolloutMetrics(
          stage: limits.stage, instance: instance, build: build, tags: [RolloutMetrics.Tag("os", "linux")],
          start: start,
          end: start + 3_600, queries: each,
          latencies: LatencyBuckets([LatencyBuckets.Bucket(upTo: latency, count: each)]))
      }
    }
  }

  private static func plants(_ policy: RolloutPolicy, _ limits: RolloutPolicy.Stage) -> [Plant] {
    [Plant(name: "nothing", kind: nil) { _ in }] + counters() + incidents(policy, limits) + absences(policy)
  }

  private static func counters() -> [Plant] {
    let kinds: [(RolloutCounter, RolloutFinding.Kind)] = [
      (.stalePublishes, .stalePublish), (.postCancelPublishes, .cancellationFailure),
      (.cancellationFailures, .cancellationFailure), (.lifecycleLeaks, .lifecycleLeak),
      (.parseHardFails, .parseHardFail),
    ]
    return kinds.flatMap { counter, kind in
      [
        Plant(name: "one of the \(counter.title)", kind: kind) { metrics in
          metrics[0].counters = metrics[0].counters.map {
            RolloutMetrics.Counter(counter: $0.counter, count: $0.counter == counter ? 1 : 0)
          }
        },
        Plant(name: "\(counter.title) not counted", kind: .uncounted) { metrics in
          metrics[0].counters.removeAll { $0.counter == counter }
        },
      ]
    }
  }

  private static func incidents(_ policy: RolloutPolicy, _ limits: RolloutPolicy.Stage) -> [Plant] {
    func latency(_ factor: Double) -> (inout [RolloutMetrics]) -> Void {
      { metrics in
        for index in metrics.indices {
          let bucket = LatencyBuckets.Bucket(upTo: Int(limits.p95Ms * factor * 1_000), count: metrics[index].queries)
          metrics[index].latencies = LatencyBuckets([bucket])
        }
      }
    }
    return [
      Plant(name: "a crash loop", kind: .crashLoop) { metrics in
        metrics[0].crashes = (0..<policy.crashLoop.count).map { metrics[0].start + $0 }
      },
      Plant(
        name: "a severe latency regression", kind: .severeLatency, change: latency(policy.severeLatencyFactor * 1.5)),
      Plant(name: "a latency above the limit", kind: .latency, change: latency(1.1)),
      Plant(name: "an error rate above the limit", kind: .errorRate) { metrics in
        for index in metrics.indices {
          metrics[index].errors = min(
            metrics[index].queries, Int(Double(metrics[index].queries) * limits.errorRate) + 1)
        }
      },
    ]
  }

  private static func absences(_ policy: RolloutPolicy) -> [Plant] {
    let streams = TelemetryStream.allCases.flatMap { stream in
      [
        Plant(name: "a query without \(stream.rawValue)", kind: .missingStream) { metrics in
          metrics[0].missing = metrics[0].missing.map {
            RolloutMetrics.Missing(stream: $0.stream, queries: $0.stream == stream ? 1 : 0)
          }
        },
        Plant(name: "\(stream.rawValue) not looked at", kind: .missingStream) { metrics in
          metrics[0].missing.removeAll { $0.stream == stream }
        },
      ]
    }
    return streams + [
      Plant(name: "no metrics", kind: .noMetrics) { $0 = [] },
      Plant(name: "metrics of another build", kind: .otherBuild) { $0[0].build = "another" },
      Plant(name: "an observation that began late", kind: .shortObservation) { metrics in
        metrics = Array(metrics.dropFirst(metrics.count / 2))
      },
      Plant(name: "a gap", kind: .gap) { metrics in
        let middle = metrics.count / 2
        metrics.removeSubrange((middle - middle % 2)..<(middle - middle % 2 + 2))
      },
      Plant(name: "metrics that end too early", kind: .gap) { metrics in
        metrics.removeLast(2)
      },
      Plant(name: "too few queries", kind: .tooFewQueries) { metrics in
        for index in metrics.indices {
          metrics[index].queries = 1
          metrics[index].latencies = LatencyBuckets([LatencyBuckets.Bucket(upTo: 1, count: 1)])
        }
      },
      Plant(name: "latencies not counted", kind: .uncounted) { $0[0].latencies = LatencyBuckets() },
      Plant(name: "latencies of half of the queries not counted", kind: .uncounted) { metrics in
        let bucket = metrics[0].latencies.buckets[0]
        metrics[0].latencies = LatencyBuckets([LatencyBuckets.Bucket(upTo: bucket.upTo, count: bucket.count / 2)])
      },
      Plant(name: "crashes not watched", kind: .uncounted) { $0[0].crashes = nil },
      Plant(name: "a clock that runs ahead", kind: .fromTheFuture) { metrics in
        metrics[0].end = now + policy.longestGapSeconds + 1
      },
    ]
  }
}
