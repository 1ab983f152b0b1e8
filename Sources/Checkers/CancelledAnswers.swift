import JSONRPC
import Recording
package import Transcript

/// A cancelled request is answered too: with an error that says so, or with what was done by then.
///
/// Source: LSP 3.17, "Cancellation Support".
package struct CancelledAnswers: Checker {
  package static let property = Property(
    id: "cancelled-answers", purpose: "A cancelled request is answered nonetheless.", weight: .must)
  package static let interests: Interests = [.cancels, .answers]

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    // What query-engine-v2 demands is the business of others; here, that there is an answer at all.
    guard session.kind == .languageServer else { return }
    switch observation.fact {
    case .cancel(let cancellation) where cancellation.target == .unknown:
      report.observe(
        observation.record, expected: "a cancel of a request that the \(cancellation.from) made",
        came: "one of id \(cancellation.id), which is not in use")
    case .answered(let exchange): judge(exchange, at: observation.record, &report)
    default: break
    }
  }

  private func judge(_ exchange: Exchange, at record: Int, _ report: inout Report) {
    guard let outcome = exchange.answer?.outcome else { return }
    let request = "\(exchange.request.method) (record \(exchange.request.record))"
    switch (exchange.cancel, outcome) {
    case (.some, .result):
      report.observe(record, expected: "error -32800 to \(request), which was cancelled", came: "a result")
    case (.some, .failure(let code, _)) where !Self.givesUp(code):
      report.observe(
        record, expected: "error -32800 to \(request), which was cancelled",
        came: "error \(code.map(String.init) ?? "without a code")")
    case (nil, .failure(Outcome.requestCancelled, _)):
      report.observe(record, expected: "no error -32800 to \(request), which nobody cancelled", came: "one")
    default: break
    }
  }

  /// Whether an error says that the request was given up.
  static func givesUp(_ code: Int?) -> Bool {
    [Outcome.requestCancelled, Outcome.contentModified, Outcome.serverCancelled].contains(code)
  }

  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {
    guard ending.isWhole else { return }
    for exchange in ending.unanswered {
      guard let cancel = exchange.cancel else { continue }
      let request = exchange.request
      let excuse = session.excuse(forLeavingOpen: request)
      report.find(
        request.record, expected: "an answer to \(request.method), cancelled or not",
        came: "none after the cancel (record \(cancel.record))\(excuse.map { ": \($0)" } ?? session.howItEnded)",
        weight: excuse == nil ? .must : .observation)
    }
  }
}
