import JSONRPC
package import Transcript

/// A cancelled request is answered soon (limit `cancelToAnswer`).
package struct CancelToAnswer: Checker {
  package static let property = Property(
    id: "cancel-to-answer", purpose: "A cancelled request is answered soon after its cancel.", weight: .must)
  package static let interests: Interests = .answers

  package static func isWanted(with limits: CheckerLimits) -> Bool { limits.cancelToAnswer != nil }

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.cancelToAnswer, case .answered(let exchange) = observation.fact,
      let cancel = exchange.cancel, let answer = exchange.answer
    else { return }
    // A name that was cancelled before it was used is cancelled from the start.
    let latency = answer.time - max(cancel.time, exchange.request.time)
    guard latency > limit else { return }
    report.find(
      observation.record,
      expected: "an answer to \(exchange.subject) in \(limit.duration) after its cancel (record \(cancel.record))",
      came: "one after \(latency.duration)")
  }
}
