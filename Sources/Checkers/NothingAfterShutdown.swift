import JSONRPC
import Recording
package import Transcript

/// A server that has answered `shutdown` has nothing more to say: no diagnostics, and no requests, which nobody may answer.
package struct NothingAfterShutdown: Checker {
  package static let property = Property(
    id: "nothing-after-shutdown", purpose: "After its answer to shutdown the server publishes and asks nothing.",
    languageServer: .must)
  package static let interests: Interests = .messages

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard let shutdown = session.shutdownAnswer, case .message(let message) = observation.fact,
      message.from == .server
    else { return }
    let expected = "nothing from the server after its answer to shutdown (record \(shutdown))"
    switch message.role {
    case .request(let request): report.find(message.record, expected: expected, came: request.method)
    case .notification(Method.publishDiagnostics):
      report.find(message.record, expected: expected, came: Method.publishDiagnostics)
    case .notification(Method.progress): report.observe(message.record, expected: expected, came: Method.progress)
    case .notification, .answer, .other, .malformed: break
    }
  }
}
