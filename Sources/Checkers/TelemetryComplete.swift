import JSONRPC
package import Transcript

/// INV-08: every answer to a query has all of its telemetry.
package struct TelemetryComplete: Checker {
  package static let property = Property(
    id: "telemetry-complete", purpose: "Every answer to a query has its mandatory telemetry, and it agrees (INV-08).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let query = exchange.query, let answer = exchange.answer
    else { return }
    // What is no query at all never came to the engine.
    if let code = answer.outcome.code, ![Outcome.requestCancelled, Self.internalError].contains(code) { return }
    guard let view = answer.reply?.metrics, view.isObject else {
      return report.find(observation.record, expected: "metrics with the answer to \(exchange.subject)", came: "none")
    }
    let problems = Self.problems(EngineMetrics(view), query, answer)
    guard !problems.isEmpty else { return }
    report.find(
      observation.record, expected: "complete metrics with the answer to \(exchange.subject)",
      came: problems.joined(separator: ", "))
  }

  private static let internalError = -32603

  private static func problems(_ metrics: EngineMetrics, _ query: EngineQuery, _ answer: Exchange.Answer) -> [String] {
    var problems: [String] = []
    func require(_ name: String, _ isThere: Bool, _ agrees: Bool = true) {
      if !isThere { problems.append("no \(name)") } else if !agrees { problems.append("another \(name)") }
    }
    let isCancelled = answer.outcome.code == Outcome.requestCancelled
    if query.requestID != nil {
      require("requestId", metrics.requestID != nil, metrics.requestID == query.requestID)
    }
    // What is wrong with the parameters is told before the snapshot is looked at.
    let isRead = answer.reply?.errorCode == nil && answer.outcome == .result
    require(
      "snapshotRequested", metrics.snapshotRequested != nil, !isRead || metrics.snapshotRequested == query.snapshot.name
    )
    require(
      "snapshotIdUsed", metrics.hasSnapshotIDUsed, !isRead || metrics.snapshotIDUsed == answer.reply?.snapshotIDUsed)
    require("durationMs", metrics.duration != nil)
    require("queueWaitMs", metrics.queueWait != nil)
    require("cancelled", metrics.isCancelled != nil, metrics.isCancelled == isCancelled)
    require("cacheHit", metrics.isCacheHit != nil)
    require("recomputed", metrics.hasRecomputed)
    return problems
  }
}
