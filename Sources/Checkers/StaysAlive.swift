import JSONRPC
import Recording
package import Transcript

/// The server lives until the client says good-bye.
package struct StaysAlive: Checker {
  package static let property = Property(
    id: "stays-alive", purpose: "The server does not end before the client says good-bye.", weight: .must)
  package static let interests: Interests = .events

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .event(.end(let end)) = observation.fact, session.signal == nil else { return }
    let isOver = session.exit != nil || session.clientClosed != nil
    switch end.status {
    case .signal(let number):
      if !isOver {
        report.find(observation.record, expected: "the server to live", came: "signal \(number) ended it")
      } else if Self.crashes.contains(number) {
        report.observe(observation.record, expected: "the server to exit", came: "signal \(number) ended it")
      }
    case .exit(let status) where !isOver:
      report.find(
        observation.record, expected: "the server to live until the client says good-bye",
        came: "it ended with status \(status)", weight: status == 0 ? .observation : .must)
    case .exit: break
    }
  }

  /// SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV and SIGSYS, as Linux numbers them.
  package static let crashes = [4, 5, 6, 7, 8, 11, 31]
}
