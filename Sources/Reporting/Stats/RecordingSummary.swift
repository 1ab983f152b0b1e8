import JSONRPC
package import Measurement
package import Recording
import Transcript

/// What is in a recording, in numbers. Memory is bounded: methods and documents beyond a limit are counted together.
package struct RecordingSummary {
  package struct Side: Sendable {
    package var messages = 0
    package var bytes = 0
    package var requests = 0
    package var notifications = 0
    package var answers = 0
  }

  package struct Method {
    package var from: Party
    package var name: String
    package var isRequest: Bool
    package var count = 0
    package var bytes = 0
    package var answered = 0
    package var answerBytes = 0
    package var errors = 0
    package var cancelled = 0
    /// Made with the first latency: a histogram takes 100 kB.
    package var latencies: LatencyHistogram?
  }

  package struct Document: Sendable {
    package var uri: String
    package var openings = 0
    package var changes = 0
    package var saves = 0
    package var firstVersion: Int?
    package var lastVersion: Int?
    package var publishes = 0
    package var diagnostics = 0
  }

  package static let maximumMethods = 200
  package static let maximumDocuments = 10_000

  package let header: Header
  package internal(set) var records = 0
  /// Microseconds from the start to the last record.
  package internal(set) var duration: Int64 = 0
  package internal(set) var client = Side()
  package internal(set) var server = Side()
  /// In the order of their first use.
  package internal(set) var methods: [Method] = []
  package internal(set) var documents: [Document] = []
  package internal(set) var documentsLeftOut = 0
  package internal(set) var unanswered = 0
  package internal(set) var files = (captured: 0, bytes: 0, omitted: 0)
  package internal(set) var standardErrorBytes = 0
  package internal(set) var noise = (pieces: 0, bytes: 0)
  package internal(set) var gaps: [Gap] = []
  package internal(set) var signals: [String] = []
  package internal(set) var peers: Peers?
  package internal(set) var end: End?
  package internal(set) var anomalies = 0

  private var conversation = Conversation()
  private var methodIndex: [String: Int] = [:]
  private var documentIndex: [String: Int] = [:]

  package init(header: Header) { self.header = header }

  /// All bytes that the recording gives back.
  package var contentBytes: Int {
    client.bytes + server.bytes + files.bytes + standardErrorBytes + noise.bytes
  }

  package mutating func consume(_ record: Record) {
    records += 1
    duration = record.time
    for observation in conversation.consume(record) {
      switch observation.fact {
      case .event(let event): consume(event)
      case .message(let message): consume(message)
      case .answered(let exchange): consume(exchange)
      case .document(let event): consume(event)
      case .diagnostics(let published): consume(published)
      case .anomaly: anomalies += 1
      case .cancel, .progress: break
      }
    }
  }

  package mutating func finish() { unanswered = conversation.unanswered.count }

  private mutating func consume(_ event: Record.Event) {
    switch event {
    case .noise(_, let bytes): noise = (noise.pieces + 1, noise.bytes + bytes.count)
    case .standardError(let bytes): standardErrorBytes += bytes.count
    case .signal(let name): if signals.count < 100 { signals.append(name) }
    case .peers(let peers): self.peers = peers
    case .gap(let gap): if gaps.count < 100 { gaps.append(gap) }
    case .end(let end): self.end = end
    case .file(let file):
      switch file.content {
      case .captured(let bytes, _): files = (files.captured + 1, files.bytes + bytes.count, files.omitted)
      case .omitted: files.omitted += 1
      }
    case .message, .close, .unknown: break
    }
  }

  private mutating func consume(_ message: Message) {
    var side = message.from == .client ? client : server
    side.messages += 1
    side.bytes += message.body.count
    switch message.role {
    case .request(let request):
      side.requests += 1
      let index = method(request.method, from: message.from, isRequest: true)
      methods[index].count += 1
      methods[index].bytes += message.body.count
    case .notification(let name):
      side.notifications += 1
      let index = method(name, from: message.from, isRequest: false)
      methods[index].count += 1
      methods[index].bytes += message.body.count
    case .answer(_, let request):
      side.answers += 1
      if let request {
        methods[method(request.method, from: request.from, isRequest: true)].answerBytes += message.body.count
      }
    case .other, .malformed: break
    }
    if message.from == .client { client = side } else { server = side }
  }

  private mutating func consume(_ exchange: Exchange) {
    guard let answer = exchange.answer else { return }
    let index = method(exchange.request.method, from: exchange.request.from, isRequest: true)
    methods[index].answered += 1
    if answer.outcome != .result { methods[index].errors += 1 }
    if exchange.cancel != nil { methods[index].cancelled += 1 }
    var latencies = methods[index].latencies.take() ?? LatencyHistogram()
    latencies.record(exchange.latency ?? 0)
    methods[index].latencies = latencies
  }

  private mutating func method(_ name: String, from party: Party, isRequest: Bool) -> Int {
    let isFull = methods.count >= Self.maximumMethods
    let key = "\(party) \(isRequest) \(name)"
    if let index = methodIndex[key] { return index }
    if isFull, name != Self.others { return method(Self.others, from: party, isRequest: isRequest) }
    methodIndex[key] = methods.count
    methods.append(Method(from: party, name: name, isRequest: isRequest))
    return methods.count - 1
  }

  private static let others = "(other methods)"

  private mutating func consume(_ event: DocumentEvent) {
    guard let index = document(event.uri) else { return }
    switch event.kind {
    case .opened: documents[index].openings += 1
    case .changed: documents[index].changes += 1
    case .saved: documents[index].saves += 1
    case .closed: break
    }
    guard let version = event.version else { return }
    documents[index].firstVersion = documents[index].firstVersion ?? version
    documents[index].lastVersion = version
  }

  private mutating func consume(_ published: PublishedDiagnostics) {
    guard let index = document(published.uri) else { return }
    documents[index].publishes += 1
    documents[index].diagnostics = published.count
  }

  private mutating func document(_ uri: String) -> Int? {
    let key = DocumentURI.key(uri)
    if let index = documentIndex[key] { return index }
    guard documents.count < Self.maximumDocuments else {
      documentsLeftOut += 1
      return nil
    }
    documentIndex[key] = documents.count
    documents.append(Document(uri: uri))
    return documents.count - 1
  }
}
