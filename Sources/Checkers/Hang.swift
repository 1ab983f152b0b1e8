import JSONRPC
import Recording
package import Transcript

/// No request stays open beyond all patience (limit `longestAnswer`), whatever the client does in the end.
package struct Hang: Checker {
  package static let property = Property(
    id: "hang", purpose: "No request stays open beyond all patience.", weight: .must)
  package static let interests: Interests = .answers

  package static func isWanted(with limits: CheckerLimits) -> Bool { limits.longestAnswer != nil }

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.longestAnswer, case .answered(let exchange) = observation.fact,
      Self.isJudged(exchange.request), let latency = exchange.latency, latency > limit
    else { return }
    report.find(
      observation.record, expected: "an answer to \(exchange.subject) in \(limit.duration)",
      came: "one after \(latency.duration)")
  }

  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.longestAnswer, ending.isWhole, !session.hasGap else { return }
    for exchange in ending.unanswered where Self.isJudged(exchange.request) {
      let waited = (session.doneAt ?? session.lastTime) - exchange.request.time
      guard waited > limit else { continue }
      report.find(
        exchange.request.record, expected: "an answer to \(exchange.subject) in \(limit.duration)",
        came: "none in \(waited.duration)")
    }
  }

  /// Some polls stay open until there is something to tell.
  private static func isJudged(_ request: Request) -> Bool {
    request.from == .client && request.method != Method.workspaceDiagnostic
  }
}
