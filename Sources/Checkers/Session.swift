import JSONRPC
package import Recording
import Transcript

/// How far a session has come: what several checkers must know to judge fairly.
package struct Session: Sendable {
  /// The record of the client's `initialize`, of its answer, and of what ends a session.
  package private(set) var initialize: Int?
  package private(set) var initializeAnswer: Int?
  package private(set) var shutdown: Int?
  package private(set) var exit: Int?
  package private(set) var clientClosed: Int?
  package private(set) var serverClosed: Int?
  package private(set) var end: End?
  package private(set) var lastRecord: Int?
  /// Messages are missing, so what does not fit together may be due to the gap.
  package private(set) var hasGap = false

  /// Whether the client has said that it is done with the server.
  package var clientIsDone: Bool { shutdown != nil || exit != nil || clientClosed != nil }

  mutating func consume(_ observation: Observation) {
    lastRecord = observation.record
    switch observation.fact {
    case .message(let message) where message.from == .client:
      switch message.method {
      case Method.initialize where isRequest(message): initialize = initialize ?? message.record
      case Method.shutdown where isRequest(message): shutdown = shutdown ?? message.record
      case Method.exit: exit = exit ?? message.record
      default: break
      }
    case .answered(let exchange) where exchange.request.record == initialize:
      initializeAnswer = observation.record
    case .event(.close(.client)): clientClosed = clientClosed ?? observation.record
    case .event(.close(.server)): serverClosed = serverClosed ?? observation.record
    case .event(.end(let end)): self.end = end
    case .event(.gap(let gap)) where gap.messages != PerParty(): hasGap = true
    default: break
    }
  }

  private func isRequest(_ message: Message) -> Bool {
    if case .request = message.role { true } else { false }
  }
}
