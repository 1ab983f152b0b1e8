import Glibc
import JSONRPC

/// The server that is put under stress: `scripted-server plain [--fault FAULT]`. It keeps to LSP in all that it does, unless it is told not to.
let plainServerModes: [String: ScriptedServer.Mode] = [
  "plain": { arguments in
    let words = arguments.filter { $0 != "--fault" }
    guard words.count <= 1, let fault = words.first.map({ PlainServer.Fault(rawValue: $0) }) ?? .some(nil) else {
      StandardError.write("plain: known faults are \(PlainServer.Fault.allCases.map(\.rawValue))\n")
      return 64
    }
    var server = PlainServer(fault: fault)
    return server.run()
  }
]

/// A small language server. Its symbols are the words at the beginnings of lines, its tokens are all words.
struct PlainServer {
  /// What it does wrong.
  enum Fault: String, CaseIterable {
    case doubleReply = "double-reply"
    case lostReply = "lost-reply"
    case strangeID = "strange-id"
    case resultAfterCancel = "result-after-cancel"
    case publishAfterClose = "publish-after-close"
    case stalePublish = "stale-publish"
    case futurePublish = "future-publish"
    case progressBehindEnd = "progress-behind-end"
    case progressWithoutEnd = "progress-without-end"
    case rangeOutside = "range-outside"
    case columnsInBytes = "columns-in-bytes"
    case publishAfterShutdown = "publish-after-shutdown"
    case hangOnShutdown = "hang-on-shutdown"
    case ignoresExit = "ignores-exit"
    case leavesProcess = "leaves-process"
    case crash
    case junk
    case internalError = "internal-error"
    case forgetsEdit = "forgets-edit"
  }

  let fault: Fault?
  var documents: [String: PlainDocument] = [:]
  /// Requests that are not answered yet, so that they can be cancelled.
  var pending: [(id: JSONValue, method: String, params: JSONValue)] = []
  /// A document that was closed, and that is spoken of again.
  var closed: (uri: String, version: Int)?
  var answered = 0
  var changes = 0
  var showsProgress = false
  var isOver = false
  var isShuttingDown = false

  /// How long a request can be cancelled if nothing else comes; milliseconds.
  private static let thinking: Int32 = 2

  init(fault: Fault?) { self.fault = fault }

  mutating func run() -> Int32 {
    if fault == .ignoresExit { signal(SIGTERM, SIG_IGN) }
    if fault == .leavesProcess { leaveProcess() }
    var framer = MessageFramer(framing: .contentLength)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isOver {
      answerPending()
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { break }
      for case .message(let message) in framer.consume(Array(buffer[..<count])) where !isOver {
        if let value = try? JSONValue(parsing: message.body) { receive(value) }
      }
    }
    if fault == .ignoresExit { while true { pause() } }
    return isShuttingDown ? 0 : 1
  }

  /// In a session of its own, so that it outlives this one.
  private func leaveProcess() {
    var pid = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("setsid"), strdup("sleep"), strdup("60"), nil]
    posix_spawnp(&pid, "setsid", nil, nil, words, environ)
  }

  private mutating func answerPending() {
    guard !pending.isEmpty else { return }
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, Self.thinking) == 0 else { return }
    for request in pending { answer(request.method, request.params, request.id) }
    pending = []
  }

  // MARK: Talking

  func send(_ value: JSONValue) {
    let body = value.serialized()
    StandardOutput.write("Content-Length: \(body.count)\r\n\r\n" + String(decoding: body, as: UTF8.self))
    if fault == .junk { StandardOutput.write("[debug] sent\n") }
  }

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  mutating func reply(_ id: JSONValue, _ result: JSONValue) {
    answered += 1
    let isThird = answered % 3 == 0
    if fault == .lostReply, answered == 2 { return }
    if fault == .internalError, isThird { return fail(id, -32603, "it broke") }
    let name = fault == .strangeID && answered == 2 ? "nobody" : id
    let message: JSONValue = ["jsonrpc": "2.0", "id": name, "result": result]
    send(message)
    if fault == .doubleReply, isThird { send(message) }
    if fault == .publishAfterClose, let closed { publish(closed.uri, version: closed.version) }
  }

  func fail(_ id: JSONValue, _ code: Int, _ message: String) {
    send(["jsonrpc": "2.0", "id": id, "error": ["code": .number("\(code)"), "message": .string(message)]])
  }

  /// What it says of a document depends on its text alone.
  func publish(_ uri: String, version: Int) {
    let message = "\(documents[uri]?.units.count ?? 0) units"
    let start: JSONValue = ["line": 0, "character": 0]
    notify(
      "textDocument/publishDiagnostics",
      [
        "uri": .string(uri), "version": .number("\(version)"),
        "diagnostics": [["range": ["start": start, "end": start], "message": .string(message)]],
      ])
  }
}
