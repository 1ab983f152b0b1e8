import JSONRPC
import Recording
package import Transcript

/// After `shutdown` a client sends `exit` and nothing else, and it does not exit without it.
///
/// Source: LSP 3.17, "Shutdown Request" and "Exit Notification".
package struct ShutdownLast: Checker {
  package static let property = Property(
    id: "shutdown-last", purpose: "Only exit follows shutdown, and nothing follows exit.", languageServer: .must)
  package static let interests: Interests = .messages

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .message(let message) = observation.fact, message.from == .client, let method = message.method
    else { return }
    if case .answer = message.role { return }
    if let exit = session.exit {
      report.find(message.record, expected: "nothing after exit (record \(exit))", came: method)
    } else if let shutdown = session.shutdown {
      guard method != Method.exit else { return }
      report.find(message.record, expected: "only exit after shutdown (record \(shutdown))", came: method)
    } else if method == Method.exit {
      report.observe(message.record, expected: "shutdown before exit", came: "exit alone")
    }
  }
}
