import JSONRPC
package import Transcript

/// Queries begin in the time that their class has (limits `…QueueWait`), as the engine's telemetry tells.
package struct QueueWait: Checker {
  package static let property = Property(
    id: "queue-wait", purpose: "Queries begin in the time that their class has.", queryEngine: .must)
  package static let interests: Interests = .answers

  package static func isWanted(with limits: CheckerLimits) -> Bool {
    limits.typingQueueWait != nil || limits.interactiveQueueWait != nil || limits.backgroundQueueWait != nil
  }

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let view = exchange.answer?.reply?.metrics,
      let asked = RequestClass(exchange)
    else { return }
    let metrics = EngineMetrics(view)
    let requestClass = metrics.requestClass.flatMap(RequestClass.init(rawValue:)) ?? asked
    guard let limit = session.limits.queueWait(of: requestClass), let wait = metrics.queueWait, wait > limit
    else { return }
    report.find(
      observation.record,
      expected: "\(exchange.subject), class \(requestClass.rawValue), to begin in \(limit.duration)",
      came: "it began after \(wait.duration)")
  }
}
