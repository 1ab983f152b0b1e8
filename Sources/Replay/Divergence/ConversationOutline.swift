import JSONRPC
package import Recording
import Transcript

/// A conversation boiled down to what is compared: which messages, in which order, with which answers. Bodies are not
/// kept, so that long recordings fit into memory.
package struct ConversationOutline: Sendable {
  /// A request or notification.
  package struct Entry: Sendable, Equatable {
    package var record: Int
    package var method: String
    package var isRequest: Bool
    /// Equal for messages that say the same.
    var parameters: Int
    package var answer: Answer?
    package var isCancelled = false
  }

  package struct Answer: Sendable, Equatable {
    package var record: Int
    package var parts: [Int]
    var fingerprint: Int
    var isGivenUp: Bool
  }

  /// What a document's last publish said.
  package struct Publish: Sendable {
    package var record: Int
    package var uri: String
    var fingerprint: Int
  }

  /// What the client sent, but for cancels: when they come is a matter of time.
  package private(set) var client: [Entry] = []
  /// What the server asked.
  package private(set) var server: [Entry] = []
  package private(set) var finalPublishes: [Publish] = []
  /// Messages that are not compared: the server's other notifications, cancels.
  package private(set) var notCompared = 0

  private var conversation = Conversation()
  private var rebase = Rebase()
  private var places: [Int: Int] = [:]
  private var parts: [Int: [JSONValue]] = [:]
  private var publishIndex: [String: Int] = [:]

  package init() {}

  /// From this session's folders to a name that all sessions share.
  package var neutralPaths: Rebase { rebase }

  package mutating func consume(_ record: Record) {
    let observations = conversation.consume(record)
    guard case .message(let message)? = observations.first?.fact else { return }
    rebase.learn(from: message)
    for observation in observations.dropFirst() {
      switch observation.fact {
      case .answered(let exchange): answered(exchange, message)
      case .progress(let event): if event.stage == .partialResult { note(part: message, of: event.request) }
      case .diagnostics(let published): keep(published, message)
      default: break
      }
    }
    add(message)
  }

  private mutating func add(_ message: Message) {
    switch (message.from, message.role) {
    case (_, .request(let request)): append(request.method, isRequest: true, message)
    case (_, .notification(Method.cancelRequest)): notCompared += 1
    case (.client, .notification(let method)): append(method, isRequest: false, message)
    case (.server, .notification(let method)): if method != Method.publishDiagnostics { notCompared += 1 }
    case (_, .answer), (_, .other), (_, .malformed): break
    }
  }

  private mutating func append(_ method: String, isRequest: Bool, _ message: Message) {
    let fingerprint = Fingerprint.parameters(value(message.params), method: method)
    let entry = Entry(record: message.record, method: method, isRequest: isRequest, parameters: fingerprint)
    if message.from == .client {
      if isRequest { places[message.record] = client.count }
      client.append(entry)
    } else {
      if isRequest { places[message.record] = server.count }
      server.append(entry)
    }
  }

  private mutating func answered(_ exchange: Exchange, _ message: Message) {
    guard let place = places.removeValue(forKey: exchange.request.record) else { return }
    let values = parts.removeValue(forKey: exchange.request.record) ?? []
    let content = AnswerContent(body: rebase.neutral(message.body), parts: values)
    let answer = Answer(
      record: message.record, parts: exchange.partialResults,
      fingerprint: Fingerprint.answer(content, method: exchange.request.method),
      isGivenUp: AnswerComparison.isGivenUp(content))
    if exchange.request.from == .client {
      client[place].answer = answer
      client[place].isCancelled = exchange.cancel != nil
    } else {
      server[place].answer = answer
      server[place].isCancelled = exchange.cancel != nil
    }
  }

  private mutating func note(part message: Message, of request: Request?) {
    guard let request, let value = value(message.params?["value"]) else { return }
    parts[request.record, default: []].append(value)
  }

  private mutating func keep(_ published: PublishedDiagnostics, _ message: Message) {
    guard let params = value(message.params) else { return }
    let uri = params["uri"]?.string ?? published.uri
    let fingerprint = Fingerprint.answer(.result(params), method: Method.publishDiagnostics)
    let publish = Publish(record: message.record, uri: uri, fingerprint: fingerprint)
    if let index = publishIndex[DocumentURI.key(uri)] {
      finalPublishes[index] = publish
    } else {
      publishIndex[DocumentURI.key(uri)] = finalPublishes.count
      finalPublishes.append(publish)
    }
  }

  private func value(_ view: JSONView?) -> JSONValue? {
    guard let view else { return nil }
    return try? JSONValue(parsing: rebase.neutral(Array(view.raw)))
  }
}
