import Glibc
import JSONRPC

/// A language server whose answers depend on what it was told, and on nothing else but its quirks. Its tokens hold its
/// process id, so that those of another run are found out.
struct LanguageServer {
  let quirks: Quirks
  let name = "run-\(getpid())"
  var documents: [String: (version: Int, text: String)] = [:]
  var root = ""
  /// Answers kept back until the next one is out.
  var keptBack: [JSONValue] = []
  /// The client's answers to our requests are awaited by what to do with them.
  var waiting: [String: (inout LanguageServer, JSONValue) -> Void] = [:]
  var received = 0
  var nextRequest = 0
  var isOver = false
  var longPoll: JSONValue?
  /// With `late-cancel-answer`: hovers that are answered when nothing comes for a while.
  var pendingHovers: [(id: JSONValue, result: JSONValue)] = []

  init(quirks: Quirks) { self.quirks = quirks }

  mutating func run() -> Int32 {
    begin()
    var framer = MessageFramer(framing: .contentLength)
    var buffer = [UInt8](repeating: 0, count: 65536)
    while !isOver {
      answerPendingHovers()
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      guard count > 0 else { return ended() }
      let frames = framer.consume(Array(buffer[..<count]))
      // Takes what one read gives for a whole message.
      if quirks.has("no-pieces"), frames.isEmpty { exit(7) }
      for case .message(let message) in frames {
        guard let value = try? JSONValue(parsing: message.body) else { return 65 }
        received += 1
        misbehave()
        receive(value)
        if isOver { break }
      }
    }
    return ended()
  }

  private mutating func answerPendingHovers() {
    guard !pendingHovers.isEmpty else { return }
    var entry = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, 10) == 0 else { return }
    for (id, result) in pendingHovers { answer(id, result) }
    pendingHovers = []
  }

  // MARK: Before, between and after

  private func begin() {
    if quirks.has("no-start") {
      StandardError.write("cannot start: the licence has run out\n")
      exit(9)
    }
    if quirks.has("ignore-end") { signal(SIGTERM, SIG_IGN) }
    if quirks.has("junk") { StandardOutput.write("starting up…\n") }
    if quirks.has("grandchild") { startGrandchild() }
    if let lines = quirks.number("flood-stderr") {
      for line in 0..<lines { StandardError.write("warning \(line): \u{1B}[31mnothing to see\n") }
    }
  }

  /// What a server may do to its client at its n-th message.
  private func misbehave() {
    if quirks.number("crash-at") == received {
      StandardError.write("assertion failed: moon is made of cheese\n")
      signal(SIGABRT, SIG_DFL)
      abort()
    }
    if quirks.number("exit-at") == received { exit(4) }
    if quirks.number("hang-at") == received { while true { pause() } }
    if quirks.number("close-input-at") == received {
      close(STDIN_FILENO)
      while true { pause() }
    }
    if quirks.number("close-output-at") == received {
      close(STDOUT_FILENO)
      while true { pause() }
    }
    if quirks.number("babble-at") == received {
      // Ends by SIGPIPE, when nobody reads.
      while true { StandardOutput.write(String(repeating: "bla ", count: 4096)) }
    }
  }

  private func ended() -> Int32 {
    if quirks.has("ignore-end") { while true { pause() } }
    return 0
  }

  /// It holds our pipes open, in a session of its own, until it is found.
  private func startGrandchild() {
    var pid = pid_t()
    let words: [UnsafeMutablePointer<CChar>?] = [strdup("setsid"), strdup("sleep"), strdup("60"), nil]
    posix_spawnp(&pid, "setsid", nil, nil, words, environ)
  }

  // MARK: Talking

  func send(_ value: JSONValue) {
    let body = value.serialized()
    let type = quirks.has("content-type") ? "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" : ""
    StandardOutput.write("Content-Length: \(body.count)\r\n\(type)\r\n" + String(decoding: body, as: UTF8.self))
    if quirks.has("junk") { StandardOutput.write("[debug] sent something\n") }
  }

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// Asks the client, and goes on with its answer.
  mutating func ask(
    _ method: String, _ params: JSONValue, then: @escaping (inout LanguageServer, JSONValue) -> Void = { _, _ in }
  ) {
    nextRequest += 1
    let id: JSONValue = quirks.has("string-ids") ? .string("\(name)/\(nextRequest)") : .number("\(nextRequest)")
    waiting[Self.key(id)] = then
    send(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": params])
  }

  static func key(_ id: JSONValue) -> String { String(decoding: id.serialized(), as: UTF8.self) }

  mutating func answer(_ id: JSONValue, _ result: JSONValue) {
    deliver(["jsonrpc": "2.0", "id": id, "result": result])
  }

  mutating func fail(_ id: JSONValue, _ code: Int, _ message: String) {
    deliver([
      "jsonrpc": "2.0", "id": id, "error": ["code": .number("\(code)"), "message": .string(message)],
    ])
  }

  private mutating func deliver(_ value: JSONValue) {
    if quirks.has("out-of-order"), keptBack.isEmpty, documents.count > 0 {
      keptBack.append(value)
      // A barrier: kept back for no longer than one request to the client takes.
      ask("workspace/workspaceFolders", nil) { server, _ in server.release() }
      return
    }
    send(value)
    if quirks.has("answer-twice") { send(value) }
  }

  private mutating func release() {
    for value in keptBack { send(value) }
    keptBack = []
  }
}
