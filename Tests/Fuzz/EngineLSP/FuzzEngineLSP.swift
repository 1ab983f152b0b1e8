import EngineProtocols
import FuzzDriver
import Glibc
import JSONRPC
import Synchronization

@main
enum FuzzEngineLSP {
  static func main() {
    exit(runFuzzer { fuzzAdapter($0, $1) })
  }
}

/// Whatever comes, whole messages go out, and each request is answered once.
///
/// The input's first byte chooses the protocol, and whether the handshake has been made; the second how the stream is cut.
private func fuzzAdapter(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  guard input.count > 2 else { return 0 }
  let framing: Framing = input[0] & 1 == 0 ? .contentLength : .lines
  var stream = Array(input[2...])
  if framing == .contentLength, input[0] & 2 == 0 { stream = handshake + stream }
  let engine = ImmediateEngine()
  let sent = Sent(framing)
  let adapter: any ProtocolAdapter =
    framing == .contentLength
    ? LanguageServer(engine: engine, options: AdapterOptions()) { sent.take($0) }
    : QueryEngineServer(engine: engine, options: AdapterOptions()) { sent.take($0) }
  let piece = Int(input[1]) + 1
  for start in stride(from: 0, to: stream.count, by: piece) {
    adapter.receive(Array(stream[start..<min(start + piece, stream.count)]))
  }
  adapter.endOfInput()
  engine.dispose()
  precondition(adapter.openRequests == 0, "a request was not answered")
  if adapter.exitCode == nil { checkAnswers(to: stream, framing, sent.answers) }
  return 0
}

private let handshake = FramedMessage(body: Array(#"{"id":0,"method":"initialize","params":{"capabilities":{}}}"#.utf8))
  .bytes(framing: .contentLength)

/// With this, an answer to a request counts as a fault: a fuzzer that does not find one would find nothing else either.
private let isCanary = getenv("REPRISE_FUZZ_CANARY") != nil

/// What goes out.
private final class Sent: Sendable {
  private let framing: Framing
  private let ids = Mutex<[RequestID: Int]>([:])

  init(_ framing: Framing) { self.framing = framing }

  func take(_ bytes: [UInt8]) {
    var framer = MessageFramer(framing: framing)
    let frames = framer.consume(bytes) + framer.finish()
    guard frames.count == 1, case .message(let message) = frames[0] else { preconditionFailure("not one message") }
    guard (try? JSONValue(parsing: message.body)) != nil, let envelope = try? Envelope(scanning: message.body) else {
      preconditionFailure("not JSON")
    }
    if case .response(let id?) = envelope.kind { ids.withLock { $0[id, default: 0] += 1 } }
  }

  var answers: [RequestID: Int] { ids.withLock { $0 } }
}

/// As many answers as there are requests; more where an id was found in a message that is none.
private func checkAnswers(to stream: [UInt8], _ framing: Framing, _ answers: [RequestID: Int]) {
  var framer = MessageFramer(framing: framing)
  var requests: [RequestID: Int] = [:]
  var others = 0
  for frame in framer.consume(stream) + framer.finish() {
    guard case .message(let message) = frame, let envelope = try? Envelope(scanning: message.body) else {
      others += 1
      continue
    }
    if case .request(let id, _) = envelope.kind, isOrdinary(id) {
      requests[id, default: 0] += 1
    } else {
      others += 1
    }
  }
  for (id, count) in requests { precondition(answers[id, default: 0] >= count, "\(id) was not answered") }
  let (answered, asked) = (answers.values.reduce(0, +), requests.values.reduce(0, +))
  precondition(answered <= asked + others, "more answers than messages")
  precondition(!isCanary || asked < (framing == .contentLength ? 2 : 1), "the canary was found")
}

private func isOrdinary(_ id: RequestID) -> Bool {
  if case .other(let raw) = id { raw.first?.isNumber == true || raw.first == "-" } else { true }
}
