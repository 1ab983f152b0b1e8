import JSONRPC
package import Transcript

/// Requests are answered in the time that their class has (limits `typing`, `interactive`, `background`).
package struct RequestLatency: Checker {
  package static let property = Property(
    id: "request-latency", purpose: "Requests are answered in the time that their class has.", weight: .must)
  package static let interests: Interests = .answers

  package static func isWanted(with limits: CheckerLimits) -> Bool {
    limits.typing != nil || limits.interactive != nil || limits.background != nil
  }

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let requestClass = RequestClass(exchange),
      let limit = session.limits.latency(of: requestClass), let latency = exchange.latency, latency > limit
    else { return }
    report.find(
      observation.record,
      expected: "an answer to \(exchange.subject), class \(requestClass.rawValue), in \(limit.duration)",
      came: "one after \(latency.duration)")
  }
}
