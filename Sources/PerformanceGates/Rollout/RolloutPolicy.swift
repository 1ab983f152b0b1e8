import Glibc

/// What a stage must show before the next one begins, and what sends a release back at once.
package struct RolloutPolicy: Sendable, Equatable {
  package struct Stage: Sendable, Equatable {
    package var stage: RolloutStage
    package var p95Ms: Double
    /// Of queries, 0.01 for 1 %.
    package var errorRate: Double
    package var observationHours: Double

    package init(stage: RolloutStage, p95Ms: Double, errorRate: Double, observationHours: Double) {
      self.stage = stage
      self.p95Ms = p95Ms
      self.errorRate = errorRate
      self.observationHours = observationHours
    }

    /// Fewer queries could not tell the limit from twice as much: with none failed among three times its inverse, the true rate is below
    /// it with 95 % confidence (the rule of three; Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", 1983).
    package var neededQueries: Int {
      errorRate > 0 ? Int((log(0.05) / log1p(-min(errorRate, 0.99))).rounded(.up)) : 10_000
    }
  }

  /// All stages, in order.
  package var stages: [Stage]
  /// Time without any metrics that is still taken for observed.
  package var longestGapSeconds: Int
  /// So many crashes of one instance within so many seconds are a loop.
  package var crashLoop: (count: Int, seconds: Int)
  /// p95 beyond so many times the stage's limit is severe.
  package var severeLatencyFactor: Double
  /// With fewer queries one slow one would send a release back.
  package var severeLatencyQueries: Int

  package init(releaseWindowDays: Double = 14) {
    stages = [
      Stage(stage: .internal, p95Ms: 500, errorRate: 0.01, observationHours: 24),
      Stage(stage: .canary5, p95Ms: 400, errorRate: 0.005, observationHours: 24),
      Stage(stage: .canary25, p95Ms: 350, errorRate: 0.001, observationHours: 48),
      Stage(stage: .ga, p95Ms: 300, errorRate: 0.0005, observationHours: 24 * releaseWindowDays),
    ]
    longestGapSeconds = 900
    crashLoop = (count: 3, seconds: 600)
    severeLatencyFactor = 2
    severeLatencyQueries = 100
  }

  package subscript(stage: RolloutStage) -> Stage {
    // All stages are there by construction; reading checks it.
    stages.first { $0.stage == stage } ?? RolloutPolicy().stages[0]
  }

  package static func == (one: RolloutPolicy, other: RolloutPolicy) -> Bool {
    one.stages == other.stages && one.longestGapSeconds == other.longestGapSeconds && one.crashLoop == other.crashLoop
      && one.severeLatencyFactor == other.severeLatencyFactor
      && one.severeLatencyQueries == other.severeLatencyQueries
  }
}

extension RolloutPolicy {
  /// Reads a policy file; what it does not say is as documented. All that is wrong with it is thrown together.
  package init(parsing bytes: [UInt8]) throws(ReadingProblems) {
    let collector = ProblemCollector()
    let value = try LocatedValue(parsing: bytes)
    self = try collector.finish(ObjectReader(value, into: collector).map(Self.read))
  }

  private static func read(_ file: ObjectReader) -> RolloutPolicy {
    file.checkVersion(FileVersion.rolloutPolicy)
    file.allow([
      "schemaVersion", "stages", "longestGapSeconds", "crashLoopCount", "crashLoopSeconds", "severeLatencyFactor",
      "severeLatencyQueries",
    ])
    var policy = RolloutPolicy()
    if let stages = file.object("stages") {
      stages.allow(RolloutStage.allCases.map(\.rawValue))
      policy.stages = policy.stages.map { stage in
        stages.object(stage.stage.rawValue).map { read($0, stage) } ?? stage
      }
    }
    policy.longestGapSeconds = file.integer("longestGapSeconds") ?? policy.longestGapSeconds
    policy.crashLoop.count = file.integer("crashLoopCount") ?? policy.crashLoop.count
    policy.crashLoop.seconds = file.integer("crashLoopSeconds") ?? policy.crashLoop.seconds
    policy.severeLatencyFactor = file.number("severeLatencyFactor", in: 1...1_000) ?? policy.severeLatencyFactor
    policy.severeLatencyQueries = file.integer("severeLatencyQueries") ?? policy.severeLatencyQueries
    if policy.crashLoop.count == 0 { file.problem("crashLoopCount", "is 0", "write 1 or more") }
    return policy
  }

  private static func read(_ object: ObjectReader, _ usual: Stage) -> Stage {
    object.allow(["p95Ms", "errorRate", "observationHours"])
    return Stage(
      stage: usual.stage, p95Ms: object.number("p95Ms") ?? usual.p95Ms,
      errorRate: object.number("errorRate", in: 0...1) ?? usual.errorRate,
      observationHours: object.number("observationHours") ?? usual.observationHours)
  }
}
