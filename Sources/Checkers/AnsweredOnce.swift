import JSONRPC
import Recording
package import Transcript

/// Every request is answered exactly once, whoever asked.
///
/// What is open when the client says good-bye may stay so; cancelled requests are judged by ``CancelledAnswers``.
package struct AnsweredOnce: Checker {
  package static let property = Property(
    id: "answered-once", purpose: "Every request is answered exactly once, under an id of its own.", weight: .must)
  package static let interests: Interests = .anomalies

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .anomaly(let anomaly) = observation.fact else { return }
    let weight: Weight = session.hasGap ? .observation : .must
    switch anomaly {
    case .duplicateAnswer(let party, let request):
      report.find(
        observation.record, expected: "one answer to \(request.method) (record \(request.record))",
        came: "another one from the \(party)", weight: weight)
    case .unknownAnswer(let party, nil):
      // JSON-RPC 2.0, section 5: an error whose request could not be read has no id.
      report.observe(observation.record, expected: "an answer with an id", came: "one without from the \(party)")
    case .unknownAnswer(let party, let id?):
      report.find(
        observation.record, expected: "answers to requests that were made",
        came: "one from the \(party) to id \(id), which is not in use", weight: weight)
    case .reusedID(let request, let inFlight):
      report.find(
        observation.record, expected: "an id that is not in use",
        came: "\(request.method) with id \(request.id), as \(inFlight.method) (record \(inFlight.record)) in flight",
        weight: weight)
    case .malformed, .shapeless, .badParams: break
    }
  }

  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {
    guard ending.isWhole else { return }
    for exchange in ending.unanswered where exchange.cancel == nil {
      let request = exchange.request
      let excuse = session.excuse(forLeavingOpen: request)
      report.find(
        request.record, expected: "an answer to \(request.method) from the \(request.from.other)",
        came: "none\(excuse.map { ": \($0)" } ?? session.howItEnded)", weight: excuse == nil ? .must : .observation)
    }
  }
}

extension Session {
  /// Why a request may stay without an answer although the session is over; nil when nothing excuses it.
  func excuse(forLeavingOpen request: Request) -> String? {
    if hasGap { return "messages are missing from the recording" }
    if let exit { return "the client sent exit (record \(exit))" }
    if let clientClosed { return "the client closed its side (record \(clientClosed))" }
    if request.from == .server, let shutdown { return "the client was shutting down (record \(shutdown))" }
    return nil
  }

  /// How the server ended, to go on a message.
  var howItEnded: String {
    switch end?.status {
    case .exit(let status): "; the server ended with exit status \(status)"
    case .signal(let number): "; the server was ended by signal \(number)"
    case nil: ""
    }
  }
}
