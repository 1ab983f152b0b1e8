import JSONRPC
import Recording
package import Transcript

/// A cancelled query is answered with error -32800 and with nothing else.
///
/// A result that crossed the cancel on its way is no fault: what counts is a result behind the proof that the cancel was
/// read, which is the answer to a later request. In LSP, cancels are advice, unless the server promises more.
package struct CancellationTerminal: Checker {
  package static let property = Property(
    id: "cancellation-terminal",
    purpose: "A cancelled request is answered with an error that says so, never with a result.",
    languageServer: .observation, queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.request.from == .client,
      let cancel = exchange.cancel, let outcome = exchange.answer?.outcome, !session.hasGap
    else { return }
    let isHeldTo =
      switch session.kind {
      case .queryEngine: exchange.query != nil
      case .languageServer: session.limits.promises.contains(.terminalCancels)
      }
    guard isHeldTo, cancel.record <= max(session.readThrough, exchange.request.record) else { return }
    if outcome.code == Outcome.requestCancelled { return }
    if session.kind == .languageServer, CancelledAnswers.givesUp(outcome.code) { return }
    report.find(
      observation.record,
      expected: "error -32800 to \(exchange.subject), whose cancel (record \(cancel.record)) had been read",
      came: outcome.brief, weight: .must)
  }
}

extension Exchange {
  /// The request, as messages name it.
  var subject: String {
    let feature = query?.feature.map { " \($0)" } ?? ""
    return "\(request.method)\(feature) (record \(request.record))"
  }
}

extension Outcome {
  /// What came, in few words.
  var brief: String {
    switch self {
    case .result: "a result"
    case .failure(let code?, let message): "error \(code)\(message.isEmpty ? "" : ": \(message.prefix(120))")"
    case .failure(nil, _): "an error without a code"
    }
  }
}
