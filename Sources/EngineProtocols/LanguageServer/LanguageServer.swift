import JSONRPC
import PikeAnalysis
import PikeSyntax
package import QueryEngine

/// LSP 3.17 over the base protocol.
package final class LanguageServer: ProtocolAdapter {
  enum Phase { case uninitialized, running, shutDown }

  let engine: any EngineInterface
  let options: AdapterOptions
  let outbox: Outbox
  let messages = OutgoingMessages(isTagged: true)
  let documents = OpenDocuments()
  let refresher: DiagnosticsRefresher

  private var framer = MessageFramer(framing: .contentLength, maximumBody: MessageLimit.body)
  private var isInNoise = false
  var phase = Phase.uninitialized
  package internal(set) var exitCode: Int32?
  /// The process that started the server, as it says; who runs the server may watch it.
  package internal(set) var clientProcess: Int32?

  var client = ClientCapabilities(nil)
  var roots: [String] = []
  /// What the client has set last.
  var settings: Params?
  /// What to do with the answers to our own requests.
  var awaited: [Int: (_ isError: Bool, _ result: JSONValue) -> Void] = [:]
  private var lastRequest = 0
  var isFetchingConfiguration = false
  var mustFetchConfiguration = false

  package init(
    engine: any EngineInterface, options: AdapterOptions, output: @escaping @Sendable ([UInt8]) -> Void
  ) {
    self.engine = engine
    self.options = options
    outbox = Outbox(framing: .contentLength, output: output)
    refresher = DiagnosticsRefresher(outbox: outbox, messages: messages)
  }

  var mutations: DocumentMutations { DocumentMutations(engine: engine, documents: documents) }
  var shapes: Shapes { Shapes(documents: documents, client: client.shapes) }

  package var openRequests: Int { outbox.openCount }

  package func receive(_ bytes: UnsafeRawBufferPointer) { framer.consume(bytes) { handle($0) } }

  package func endOfInput() {
    for frame in framer.finish() { handle(frame) }
  }

  // MARK: Messages

  private func handle(_ frame: Frame) {
    guard exitCode == nil else { return }
    switch frame {
    case .message(let message):
      isInNoise = false
      handle(IncomingMessage(message.body))
    case .noise(let bytes):
      // One answer for all that stands between two messages.
      guard !isInNoise, bytes.contains(where: { $0 > UInt8(ascii: " ") }) else { return }
      isInNoise = true
      outbox.send(
        messages.error(
          nil, .parseError, "expected a header with a Content-Length of at most \(MessageLimit.body), and a body"))
    }
  }

  private func handle(_ message: IncomingMessage) {
    switch message {
    case .request(let id, let method, let params): request(id, method, params)
    case .notification(let method, let params): notification(method, params)
    case .response(let id, let isError, let result): response(id, isError: isError, result)
    case .refused(let code, let id, let text): outbox.send(messages.error(id, code, text))
    }
  }

  private func request(_ id: RequestID, _ method: String, _ params: IncomingMessage.Parameters) {
    switch (phase, method) {
    case (.uninitialized, "initialize"): initialize(id, params.value)
    case (.uninitialized, _): fail(id, .serverNotInitialized, "the first request must be initialize")
    case (.running, "initialize"): fail(id, .invalidRequest, "initialize was answered already")
    case (.running, "shutdown"):
      phase = .shutDown
      engine.setPublisher(encoding: client.encoding, nil)
      refresher.disable()
      outbox.send(messages.result(id) { $0.null() })
    case (.running, _): query(id, method, params)
    case (.shutDown, _): fail(id, .invalidRequest, "the server was shut down; only exit may follow")
    }
  }

  private func notification(_ method: String, _ params: IncomingMessage.Parameters) {
    if method == "exit" {
      exitCode = phase == .shutDown ? 0 : 1
    } else if phase == .running {
      do throws(InvalidParams) {
        try notified(method, params)
      } catch {
        log(.warning, "\(method) was refused: \(error.message)")
      }
    }
  }

  func fail(_ id: RequestID, _ code: ErrorCode, _ text: String) { outbox.send(messages.error(id, code, text)) }

  // MARK: Our own requests

  func ask(
    _ method: String, _ params: (inout JSONWriter) -> Void,
    then: @escaping (_ isError: Bool, _ result: JSONValue) -> Void = { _, _ in }
  ) {
    lastRequest += 1
    awaited[lastRequest] = then
    outbox.send(messages.request(lastRequest, method, params))
  }

  private func response(_ id: RequestID, isError: Bool, _ result: JSONValue) {
    if id == DiagnosticsRefresher.id { return refresher.answered() }
    guard case .integer(let number) = id, let then = awaited.removeValue(forKey: Int(number)) else { return }
    then(isError, result)
  }

  // MARK: Telling people

  enum LogLevel: Int {
    case error = 1
    case warning, information, log
  }

  func log(_ level: LogLevel, _ text: String) {
    outbox.send(
      messages.notification("window/logMessage") { json in
        json.object { json in
          json.member("type", level.rawValue)
          json.member("message", text)
        }
      })
  }
}
