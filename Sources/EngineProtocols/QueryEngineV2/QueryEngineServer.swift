import JSONRPC
package import QueryEngine

/// query-engine-v2 over newline-delimited JSON.
package final class QueryEngineServer: ProtocolAdapter {
  let engine: any EngineInterface
  let options: AdapterOptions
  let outbox: Outbox
  let messages = OutgoingMessages(isTagged: false)
  let documents = OpenDocuments()

  private var framer = MessageFramer(framing: .lines, maximumBody: MessageLimit.body)
  private var isInNoise = false
  /// A client that said that it speaks something else is refused until it says otherwise.
  private var mismatch: QueryEngineProtocol.Mismatch?
  /// Whether the client has seen a revision, or could have.
  var hasRevision = false
  var roots: [String] = []
  var cancelled = CancelledNames()

  package init(
    engine: any EngineInterface, options: AdapterOptions, output: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.engine = engine
    self.options = options
    outbox = Outbox(framing: .lines, output: output)
  }

  var mutations: DocumentMutations { DocumentMutations(engine: engine, documents: documents) }

  package var exitCode: Int32? { nil }

  package var openRequests: Int { outbox.openCount }

  package func receive(_ bytes: UnsafeRawBufferPointer) { framer.consume(bytes) { handle($0) } }

  package func endOfInput() {
    // The last line may lack its end.
    for case .noise(let rest) in framer.finish() where !isInNoise { handle(.message(FramedMessage(body: rest))) }
  }

  // MARK: Messages

  private func handle(_ frame: Frame) {
    switch frame {
    case .message(let message):
      isInNoise = false
      handle(IncomingMessage(message.body))
    case .noise(let bytes):
      guard !isInNoise, bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
      isInNoise = true
      outbox.send(messages.error(nil, .parseError, "a line is longer than \(MessageLimit.body) bytes"))
    }
  }

  private func handle(_ message: IncomingMessage) {
    switch message {
    case .request(let id, let method, let params): perform(method, params, id)
    case .notification(let method, let params): perform(method, params, nil)
    case .response: break
    case .refused(let code, let id, let text): outbox.send(messages.error(id, code, text))
    }
  }

  /// The id is nil when nobody wants to know what came of it.
  private func perform(_ method: String, _ params: IncomingMessage.Parameters, _ id: RequestID?) {
    guard let known = QueryEngineMethod(rawValue: method) else {
      return fail(id, .methodNotFound, "no such method: \(method.shortened)")
    }
    if known == .getProtocolInfo { return shakeHands(params.value, id) }
    if let mismatch { return fail(id, .invalidRequest, "\(mismatch)", reason: "PROTOCOL_MISMATCH") }
    if known == .query { return query(params, id) }
    do throws(InvalidParams) {
      guard !params.hasLoneSurrogate else { throw .loneSurrogate }
      let write = try mutate(known, Params(params.value))
      if let id { outbox.send(messages.result(id, write)) }
    } catch {
      fail(id, .invalidParams, error.message, reason: error.reason)
    }
  }

  private func fail(_ id: RequestID?, _ code: ErrorCode, _ text: String, reason: String? = nil) {
    guard let id else { return }
    outbox.send(messages.error(id, code, text, data: reason.map { reason in { $0.member("code", reason) } }))
  }

  private func shakeHands(_ params: JSONValue?, _ id: RequestID?) {
    do throws(QueryEngineProtocol.Mismatch) {
      try QueryEngineProtocol.check(client: params)
      mismatch = nil
    } catch {
      mismatch = error
      return fail(id, .invalidParams, "\(error)", reason: "PROTOCOL_MISMATCH")
    }
    guard let id else { return }
    outbox.send(messages.result(id) { QueryEngineProtocol.write(buildID: options.version, to: &$0) })
  }
}

enum QueryEngineMethod: String {
  case getProtocolInfo = "get_protocol_info"
  case openDocument = "engine_open_document"
  case changeDocument = "engine_change_document"
  case closeDocument = "engine_close_document"
  case updateConfig = "engine_update_config"
  case updateWorkspace = "engine_update_workspace"
  case query = "engine_query"
  case cancelRequest = "engine_cancel_request"
}

/// How long a message may be: a document of the greatest size, most of whose characters are written as escapes.
enum MessageLimit {
  static let body = 512 << 20
}

extension InvalidParams {
  static let loneSurrogate = InvalidParams(
    "a string has one half of a surrogate pair, which is no character", reason: "LONE_SURROGATE")
}

/// The requests that were cancelled: their ids never get a normal result. The last ones are remembered.
struct CancelledNames {
  private static let capacity = 16_384

  private var names: Set<String> = []
  private var order: [String] = []
  private var next = 0

  func contains(_ name: String) -> Bool { names.contains(name) }

  mutating func insert(_ name: String) {
    guard names.insert(name).inserted else { return }
    guard order.count == Self.capacity else { return order.append(name) }
    names.remove(order[next])
    order[next] = name
    next = (next + 1) % Self.capacity
  }
}
