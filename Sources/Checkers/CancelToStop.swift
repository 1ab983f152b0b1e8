import JSONRPC
package import Transcript

/// Nothing works for a cancelled query for long (limit `cancelToStop`), as the engine's telemetry tells.
package struct CancelToStop: Checker {
  package static let property = Property(
    id: "cancel-to-stop", purpose: "Nothing works on for a query that was cancelled.", queryEngine: .must)
  package static let interests: Interests = .answers

  package static func isWanted(with limits: CheckerLimits) -> Bool { limits.cancelToStop != nil }

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.cancelToStop, case .answered(let exchange) = observation.fact,
      exchange.answer?.outcome.code == Outcome.requestCancelled, let metrics = exchange.answer?.reply?.metrics,
      let time = EngineMetrics(metrics).cancelToStop, time > limit
    else { return }
    report.find(
      observation.record, expected: "work for \(exchange.subject) to stop in \(limit.duration) after its cancel",
      came: "it stopped after \(time.duration)")
  }
}
