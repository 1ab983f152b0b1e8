import JSONRPC
import Recording
package import Transcript

/// What the client did in a recorded session, in order, and what each message waited for.
package struct Script: Sendable {
  /// One message. An object, since a step that waits is looked at again whenever anything happens.
  package final class Step: Sendable {
    package enum Role: Sendable, Equatable {
      case request(Request)
      case notification(method: String)
      /// An answer to a request of the server, by that request's record.
      case reply(to: Request)
      /// Sent as it is: an answer to nothing, or no JSON-RPC at all.
      case other
    }

    /// The document that a message is about.
    struct Document: Sendable {
      var uri: String
      /// By which it is known whatever the spelling of its URI.
      var key: String
      var version: Int?
    }

    package let message: Message
    /// The bytes around the body, where they were not ordinary.
    package let frame: FrameEdges
    package let role: Role
    let document: Document?
    package let edges: [CausalEdge]
    /// What the server had finished by itself since the previous step.
    let background: [BackgroundWork]
    /// How long after the previous step this one was recorded.
    let pause: Int64
    /// Of a generated recording.
    let directions: Directions

    init(
      message: Message, frame: FrameEdges, role: Role, document: Document?, edges: [CausalEdge],
      background: [BackgroundWork], pause: Int64, directions: Directions
    ) {
      self.message = message
      self.frame = frame
      self.role = role
      self.document = document
      self.edges = edges
      self.background = background
      self.pause = pause
      self.directions = directions
    }

    package var record: Int { message.record }
    package var isShutdown: Bool { if case .request = role { message.method == Method.shutdown } else { false } }
  }

  package struct FrameEdges: Sendable, Equatable {
    package var head: [UInt8]?
    package var tail: [UInt8]?
  }

  /// What an edge's record was.
  enum Cause: Sendable, Equatable {
    /// The answer to this request of the client (its record).
    case answer(request: Int)
    /// A request of the server.
    case serverRequest(method: String)
    /// The `ordinal`-th publish for a document, counted from 1.
    case publish(document: String, ordinal: Int, version: Int?)
    case other
  }

  package private(set) var steps: [Step] = []
  /// All requests of the client, by record.
  package private(set) var exchanges: [Int: Exchange] = [:]
  /// The conversation as it was recorded.
  package let transcript: Transcript
  let causes: [Int: Cause]
  /// What became of files on disk, by the record of the message in which the client told of it.
  package let fileChanges: [Int: [FileChange]]
  /// Bytes that the client sent outside any message; they are not sent again.
  package private(set) var clientNoise = 0
  /// Nobody had this session: there are no answers to compare with, and each request is expected to be answered.
  package let isGenerated: Bool
  /// The client closes its side in the end.
  let closesInput: Bool

  package init(_ session: RecordedSession) {
    isGenerated = session.isGenerated
    closesInput = session.records.contains { $0.event == .close(from: .client) }
    let (records, directions) = Self.withoutDirections(session)
    transcript = Transcript(records)
    for exchange in transcript.exchanges where exchange.request.from == .client {
      exchanges[exchange.request.record] = exchange
    }
    causes = Self.causes(in: transcript)
    fileChanges = FileChange.all(in: session, transcript)
    let background = BackgroundWork.beforeSteps(of: transcript)
    for record in records {
      switch record.event {
      case .message(from: .client, let framed):
        guard let message = transcript.message(record.number) else { continue }
        steps.append(
          step(
            message, FrameEdges(head: framed.head, tail: framed.tail), background[message.record] ?? [],
            directions[message.record] ?? Directions()))
      case .noise(from: .client, let bytes): clientNoise += bytes.count
      default: break
      }
    }
  }

  private static func withoutDirections(_ session: RecordedSession) -> ([Record], [Int: Directions]) {
    guard session.isGenerated else { return (session.records, [:]) }
    var reader = DirectionReader()
    var directions: [Int: Directions] = [:]
    let records = session.records.map { record in
      let (stripped, own) = reader.read(record)
      if !own.isEmpty { directions[record.number] = own }
      return stripped
    }
    return (records, directions)
  }

  private func step(
    _ message: Message, _ frame: FrameEdges, _ background: [BackgroundWork], _ directions: Directions
  ) -> Step {
    let role: Step.Role =
      switch message.role {
      case .request(let request): .request(request)
      case .notification(let method): .notification(method: method)
      case .answer(_, let request?): .reply(to: request)
      case .answer(_, nil), .other, .malformed: .other
      }
    return Step(
      message: message, frame: frame, role: role, document: Self.document(of: message),
      edges: transcript.edges[message.record] ?? [],
      background: background, pause: message.time - (steps.last?.message.time ?? 0), directions: directions)
  }

  private static func document(of message: Message) -> Step.Document? {
    let found = message.params?["textDocument"]?.members("uri", "version")
    guard let uri = found?[0]?.string else { return nil }
    return Step.Document(uri: uri, key: DocumentURI.key(uri), version: found?[1]?.integer)
  }

  private static func causes(in transcript: Transcript) -> [Int: Cause] {
    var causes: [Int: Cause] = [:]
    var publishes: [String: Int] = [:]
    for message in transcript.messages where message.from == .server {
      switch message.role {
      case .answer(_, let request?): causes[message.record] = .answer(request: request.record)
      case .request(let request): causes[message.record] = .serverRequest(method: request.method)
      case .notification(Method.publishDiagnostics):
        let found = message.params?.members("uri", "version")
        guard let uri = found?[0]?.string else { continue }
        let key = DocumentURI.key(uri)
        publishes[key, default: 0] += 1
        causes[message.record] = .publish(
          document: key, ordinal: publishes[key] ?? 0, version: found?[1]?.integer)
      default: causes[message.record] = .other
      }
    }
    return causes
  }
}
