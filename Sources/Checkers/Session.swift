import JSONRPC
package import Recording
package import Transcript

/// How far a session has come: what several checkers must know to judge fairly.
package struct Session: Sendable {
  package let kind: ProtocolKind
  package let limits: CheckerLimits
  package private(set) var conversation = Conversation()
  /// The record of the client's `initialize`, of its answer, and of what ends a session.
  package private(set) var initialize: Int?
  package private(set) var initializeAnswer: Int?
  package private(set) var shutdown: Int?
  package private(set) var exit: Int?
  package private(set) var clientClosed: Int?
  package private(set) var serverClosed: Int?
  package private(set) var end: End?
  package private(set) var lastRecord: Int?
  package private(set) var lastTime: Int64 = 0
  package private(set) var shutdownAnswer: Int?
  /// When the client said that it is done, in one way or another.
  package private(set) var doneAt: Int64?
  /// The first signal that the recorder passed on to the server.
  package private(set) var signal: Int?
  /// The latest record of the client that the server must have read, for it has answered a request there or behind it.
  package private(set) var readThrough = -1
  /// The acknowledged mutations of query-engine-v2.
  package private(set) var revisions = RevisionLog()
  /// Messages are missing, so what does not fit together may be due to the gap.
  package private(set) var hasGap = false

  /// Whether the client has said that it is done with the server.
  package var clientIsDone: Bool { shutdown != nil || exit != nil || clientClosed != nil }

  init(kind: ProtocolKind, limits: CheckerLimits) {
    self.kind = kind
    self.limits = limits
  }

  mutating func follow(_ record: Record) -> [Observation] { conversation.consume(record) }

  mutating func consume(_ observation: Observation) {
    lastRecord = observation.record
    lastTime = observation.time
    switch observation.fact {
    case .message(let message) where message.from == .client:
      switch message.method {
      case Method.initialize where isRequest(message): initialize = initialize ?? message.record
      case Method.shutdown where isRequest(message): shutdown = shutdown ?? message.record
      case Method.exit: exit = exit ?? message.record
      default: break
      }
    case .answered(let exchange) where exchange.request.from == .client: answered(exchange, observation.record)
    case .event(.close(.client)): clientClosed = clientClosed ?? observation.record
    case .event(.signal): signal = signal ?? observation.record
    case .event(.close(.server)): serverClosed = serverClosed ?? observation.record
    case .event(.end(let end)): self.end = end
    case .event(.gap(let gap)) where gap.messages != PerParty(): hasGap = true
    default: break
    }
    if doneAt == nil, clientIsDone { doneAt = observation.time }
  }

  private mutating func answered(_ exchange: Exchange, _ record: Int) {
    readThrough = max(readThrough, exchange.request.record)
    if exchange.request.record == initialize { initializeAnswer = record }
    if exchange.request.record == shutdown { shutdownAnswer = record }
    guard kind == .queryEngine else { return }
    if let acknowledgement = exchange.answer?.acknowledgement {
      revisions.insert(acknowledgement.revision, at: exchange.request.record)
    }
    if exchange.query?.snapshot == .latest, let reply = exchange.answer?.reply, reply.errorCode == nil,
      let used = reply.revisionUsed
    {
      revisions.sawRead(of: used)
    }
  }

  private func isRequest(_ message: Message) -> Bool {
    if case .request = message.role { true } else { false }
  }
}
