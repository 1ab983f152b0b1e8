package import JSONRPC
package import Recording

/// Follows a conversation, record by record, in memory bounded by what is open or in flight.
package struct Conversation: Sendable {
  /// UTF-16 until the answer to `initialize` says something else.
  package private(set) var positionEncoding = PositionEncoding.utf16

  private var exchanges = ExchangeTracker()
  private var progress = ProgressTracker()
  private var documents = DocumentTracker()

  package init() {}

  /// Requests without an answer so far, in order.
  package var unanswered: [Exchange] { exchanges.unanswered }

  /// Work-done progress that was begun and not ended so far.
  package var runningProgress: [RequestID] { progress.running }

  /// Whether any work-done progress is running.
  package var hasRunningProgress: Bool { progress.hasRunning }

  /// An open document as it is now.
  package func document(_ uri: String) -> OpenDocument? { documents.document(uri) }

  /// The text that an open document has now.
  package func text(of uri: String) -> DocumentText? { documents.document(uri)?.text }

  /// The version that an open document has now.
  package func version(of uri: String) -> Int? { documents.document(uri)?.version }

  package mutating func consume(_ record: Record) -> [Observation] {
    guard case .message(let party, let framed) = record.event else {
      if case .peers(let peers) = record.event, let encoding = PositionEncoding(rawValue: peers.positionEncoding) {
        positionEncoding = encoding
      }
      return [Observation(record: record.number, time: record.time, fact: .event(record.event))]
    }
    var facts = Facts()
    consume(framed.body, from: party, record: record, into: &facts)
    return facts.observations(of: record)
  }

  /// What one message told: the message first, though what it is turns out last.
  private struct Facts {
    var message: Message?
    var others: [Observation.Fact] = []

    func observations(of record: Record) -> [Observation] {
      var all: [Observation] = []
      all.reserveCapacity(others.count + 1)
      if let message { all.append(Observation(record: record.number, time: record.time, fact: .message(message))) }
      for fact in others { all.append(Observation(record: record.number, time: record.time, fact: fact)) }
      return all
    }
  }

  private mutating func consume(_ body: [UInt8], from party: Party, record: Record, into facts: inout Facts) {
    var message = Message(
      record: record.number, time: record.time, from: party, body: body, envelope: Envelope(), role: .other)
    do {
      message.envelope = try Envelope(scanning: body)
    } catch {
      message.role = .malformed(error)
      facts.message = message
      facts.others.append(.anomaly(.malformed(from: party, error)))
      return
    }
    switch message.envelope.kind {
    case .request(let id, let method):
      let request = Request(record: record.number, time: record.time, from: party, id: id, method: method)
      message.role = .request(request)
      let params = message.params
      let isEngine = party == .client && EngineMethod.isKnown(method)
      let query = isEngine && method == EngineMethod.query ? EngineQuery(params) : nil
      if let anomaly = exchanges.begin(request, params: params, query: query) {
        facts.others.append(.anomaly(anomaly))
      }
      if isEngine { told(method, message, into: &facts) } else { progress.begin(request, params: params) }
    case .notification(let method):
      message.role = .notification(method: method)
      if party == .client, EngineMethod.isKnown(method) {
        told(method, message, into: &facts)
      } else {
        notified(method, message, into: &facts)
      }
    case .response(let id):
      message.role = answered(id, message, into: &facts)
    case .other:
      facts.others.append(.anomaly(.shapeless(from: party)))
    }
    facts.message = message
  }

  private mutating func answered(_ id: RequestID?, _ message: Message, into facts: inout Facts) -> Message.Role {
    switch exchanges.answer(from: message.from, id: id, { Exchange.Answer(message, to: $0) }) {
    case .anomaly(let anomaly):
      facts.others.append(.anomaly(anomaly))
      return .answer(id: id, to: nil)
    case .first(let exchange):
      facts.others.append(.answered(exchange))
      progress.end(exchange.request)
      if case .failure = exchange.answer?.outcome, EngineMethod.isOfDocument(exchange.request.method),
        let uri = exchange.params?["uri"]?.string
      {
        documents.refused(DocumentURI.named(uri))
      }
      if exchange.request.method == Method.initialize, exchange.request.from == .client, let result = message.result,
        let encoding = PositionEncoding(initializeResult: result)
      {
        positionEncoding = encoding
      }
      return .answer(id: id, to: exchange.request)
    }
  }

  private mutating func notified(_ method: String, _ message: Message, into facts: inout Facts) {
    let params = message.params
    switch (message.from, method) {
    case (_, Method.cancelRequest):
      if let id = params?["id"]?.requestID {
        let cancel = Exchange.Cancel(record: message.record, time: message.time)
        facts.others.append(.cancel(exchanges.cancel(id, from: message.from, cancel)))
      } else {
        missing("id", in: message, into: &facts)
      }
    case (.server, Method.progress):
      guard let event = progress.progress(params) else { return missing("token", in: message, into: &facts) }
      if event.stage == .partialResult, let request = event.request {
        exchanges.addPartialResult(record: message.record, to: request)
      }
      facts.others.append(.progress(event))
    case (.server, Method.publishDiagnostics):
      guard let published = PublishedDiagnostics(message, documents: documents) else {
        return missing("uri or diagnostics", in: message, into: &facts)
      }
      facts.others.append(.diagnostics(published))
    case (.client, Method.didOpen):
      report(documents.didOpen(params, record: message.record), message, into: &facts)
    case (.client, Method.didChange):
      report(
        documents.didChange(params, encoding: positionEncoding, record: message.record), message, into: &facts)
    case (.client, Method.didSave): report(documents.didSave(params), message, into: &facts)
    case (.client, Method.didClose): report(documents.didClose(params), message, into: &facts)
    default: break
    }
  }

  /// What a client tells a query engine; such messages may have an id.
  private mutating func told(_ method: String, _ message: Message, into facts: inout Facts) {
    let params = message.params
    switch method {
    case EngineMethod.openDocument:
      report(documents.engineOpen(params, record: message.record), message, into: &facts)
    case EngineMethod.changeDocument:
      report(documents.engineChange(params, record: message.record), message, into: &facts)
    case EngineMethod.closeDocument: report(documents.engineClose(params), message, into: &facts)
    case EngineMethod.cancelRequest:
      guard let name = params?["requestId"]?.queryName else { return missing("requestId", in: message, into: &facts) }
      let cancel = Exchange.Cancel(record: message.record, time: message.time)
      facts.others.append(.cancel(exchanges.cancelQuery(name, cancel)))
    default: break
    }
  }

  private func report(_ outcome: DocumentTracker.Outcome, _ message: Message, into facts: inout Facts) {
    switch outcome {
    case .event(let event): facts.others.append(.document(event))
    case .missing(let what): missing(what, in: message, into: &facts)
    }
  }

  private func missing(_ what: String, in message: Message, into facts: inout Facts) {
    facts.others.append(
      .anomaly(.badParams(from: message.from, method: message.method ?? "", missing: what)))
  }
}

extension Exchange.Answer {
  fileprivate init(_ message: Message, to exchange: Exchange) {
    self.init(record: message.record, time: message.time, outcome: Outcome(message))
    result = message.result
    error = message.error
    if exchange.query != nil {
      reply = result.map { EngineReply(result: $0) } ?? error.map { EngineReply(error: $0) }
    } else if let result, EngineMethod.isMutation(exchange.request.method) {
      acknowledgement = EngineAcknowledgement(result)
    }
  }
}

extension Outcome {
  /// What an answer says. `"error": null` beside a result is no error.
  init(_ message: Message) {
    guard let error = message.error, !error.isNull else {
      self = .result
      return
    }
    let found = error.members("code", "message")
    self = .failure(code: found[0]?.integer, message: found[1]?.string ?? "")
  }
}
