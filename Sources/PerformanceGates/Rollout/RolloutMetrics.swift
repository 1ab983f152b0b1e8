/// What one instance reported of one stretch of time.
package struct RolloutMetrics: Sendable, Equatable {
  package var stage: RolloutStage
  /// Which process or host; crash loops are counted by it.
  package var instance: String
  /// What it runs: metrics of another build prove nothing.
  package var build: String
  /// Groups that are judged by themselves too, such as an operating system.
  package var tags: [Tag]
  /// Seconds since 1970.
  package var start: Int
  package var end: Int
  package var queries: Int
  /// Answers with an error, cancelled ones aside.
  package var errors: Int
  /// Queries that somebody cancelled, or that a newer one replaced.
  package var cancelled: Int
  /// Of all other queries; those that ended in an error may be left out.
  package var latencies: LatencyBuckets
  /// Queries that lack a stream. A stream that is not named here was not looked at, which is as bad.
  package var missing: [Missing]
  /// Nil: not counted.
  package var counters: [Counter]
  /// Seconds since 1970; nil: not watched.
  package var crashes: [Int]?

  package struct Tag: Sendable, Equatable, Hashable {
    package var name: String
    package var value: String

    package init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  package struct Missing: Sendable, Equatable {
    package var stream: TelemetryStream
    package var queries: Int

    package init(stream: TelemetryStream, queries: Int) {
      self.stream = stream
      self.queries = queries
    }
  }

  package struct Counter: Sendable, Equatable {
    package var counter: RolloutCounter
    package var count: Int

    package init(counter: RolloutCounter, count: Int) {
      self.counter = counter
      self.count = count
    }
  }

  package init(
    stage: RolloutStage, instance: String, build: String, tags: [Tag] = [], start: Int, end: Int, queries: Int = 0,
    errors: Int = 0, cancelled: Int = 0, latencies: LatencyBuckets = LatencyBuckets(),
    missing: [Missing] = TelemetryStream.allCases.map { Missing(stream: $0, queries: 0) },
    counters: [Counter] = RolloutCounter.allCases.map { Counter(counter: $0, count: 0) }, crashes: [Int]? = []
  ) {
    self.stage = stage
    self.instance = instance
    self.build = build
    self.tags = tags
    self.start = start
    self.end = end
    self.queries = queries
    self.errors = errors
    self.cancelled = cancelled
    self.latencies = latencies
    self.missing = missing
    self.counters = counters
    self.crashes = crashes
  }

  /// Whether some queries have no latency that should: the quantile of the others would be of a choice.
  package var lacksLatencies: Bool { latencies.count + errors + cancelled < queries }

  package func count(_ counter: RolloutCounter) -> Int? { counters.first { $0.counter == counter }?.count }

  /// Queries without this stream; nil when nobody looked.
  package func missing(_ stream: TelemetryStream) -> Int? { missing.first { $0.stream == stream }?.queries }
}
