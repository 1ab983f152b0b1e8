import JSONRPC
import Recording
package import Transcript

/// `initialize` is the first message, once, and nothing but what LSP allows goes either way before its answer.
///
/// Source: LSP 3.17, "Initialize Request".
package struct InitializeFirst: Checker {
  package static let property = Property(
    id: "initialize-first", purpose: "Initialize comes first, once, and all else waits for its answer.",
    languageServer: .must)
  package static let interests: Interests = .messages

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .message(let message) = observation.fact, let method = message.method else { return }
    if case .answer = message.role { return }
    if message.from == .client, method == Method.initialize, let first = session.initialize {
      return report.find(message.record, expected: "one initialize (record \(first))", came: "another one")
    }
    guard session.initializeAnswer == nil, !session.hasGap else { return }
    switch message.from {
    case .client:
      if method == Method.initialize || method == Method.exit { return }
      let what = session.initialize == nil ? "initialize" : "nothing before the answer to initialize"
      report.find(message.record, expected: "\(what) from the client", came: method)
    case .server:
      if Self.allowedFromServer.contains(method) { return }
      report.find(message.record, expected: "the answer to initialize from the server", came: method)
    }
  }

  private static let allowedFromServer: Set = [
    Method.showMessage, Method.logMessage, Method.showMessageRequest, Method.progress, Method.telemetry,
    Method.logTrace,
  ]
}
