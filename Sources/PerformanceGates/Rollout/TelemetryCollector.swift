package import JSONRPC

/// Metrics out of a conversation in query-engine-v2: it is shown each answer to an `engine_query`, and counts.
///
/// What answers cannot tell (stale publishes, leaks, crashes) the checkers find; whoever wires the two adds it.
package struct TelemetryCollector: Sendable {
  private static let cancelled = -32800

  package private(set) var queries = 0
  package private(set) var errors = 0
  package private(set) var cancelledQueries = 0
  package private(set) var latencies = LatencyBuckets()
  private var missing = TelemetryStream.allCases.map { RolloutMetrics.Missing(stream: $0, queries: 0) }

  package init() {}

  /// A response to `engine_query`, as it came over the wire.
  package mutating func add(answer: JSONValue) {
    queries += 1
    let error = answer["error"]
    let isCancelled = error?["code"]?.integer == Self.cancelled
    if isCancelled { cancelledQueries += 1 } else if error != nil { errors += 1 }
    let metrics = error == nil ? answer["result"]?["metrics"] : error?["data"]?["metrics"]
    for index in missing.indices where !isThere(missing[index].stream, in: metrics) { missing[index].queries += 1 }
    // How long a query ran until it was stopped says nothing of how long one takes.
    if error == nil, case .number(let raw)? = metrics?["durationMs"], let milliseconds = Double(raw) {
      latencies.record(milliseconds: milliseconds)
    }
  }

  private func isThere(_ stream: TelemetryStream, in metrics: JSONValue?) -> Bool {
    guard let value = metrics?[stream.rawValue] else { return false }
    switch stream {
    case .durationMs, .queueWaitMs: if case .number = value { return true } else { return false }
    case .cancelled, .cacheHit: return value.bool != nil
    case .requestId, .snapshotRequested: return !value.isNull
    // A query that was cancelled before it read anything, or asked for a snapshot that is not there, used none: null, but said.
    case .snapshotIdUsed: return true
    case .recomputed: return value.object != nil
    }
  }

  /// As metrics of a stage; what only others can count comes in.
  package func metrics(
    stage: RolloutStage, instance: String, build: String, start: Int, end: Int, tags: [RolloutMetrics.Tag] = [],
    counters: [RolloutMetrics.Counter], crashes: [Int]?
  ) -> RolloutMetrics {
    RolloutMetrics(
      stage: stage, instance: instance, build: build, tags: tags, start: start, end: end, queries: queries,
      errors: errors, cancelled: cancelledQueries,
      latencies: latencies, missing: missing, counters: counters, crashes: crashes)
  }
}
