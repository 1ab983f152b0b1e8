import JSONRPC
package import Transcript

/// Nothing is cancelled that the client did not cancel, or replace by something newer.
package struct CancelledUnasked: Checker {
  package static let property = Property(
    id: "cancelled-unasked", purpose: "No query ends in error -32800 unless it was cancelled or superseded.",
    queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.cancel == nil,
      exchange.answer?.outcome.code == Outcome.requestCancelled, !session.hasGap
    else { return }
    switch exchange.answer?.reply?.reason {
    case "superseded": return
    case "disposed" where session.clientIsDone: return
    case let reason:
      report.find(
        observation.record, expected: "an answer to \(exchange.subject), which nobody cancelled",
        came: "error -32800\(reason.map { " (\($0))" } ?? "")")
    }
  }
}
