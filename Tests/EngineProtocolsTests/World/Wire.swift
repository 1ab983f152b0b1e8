import EngineProtocols
import Glibc
import JSONRPC
import PikeAnalysis
import PikeSyntax
import ProcessControl
import QueryEngine
import TestSupport
import Testing

/// Where the adapter is that a test talks to.
enum Channel: CaseIterable, Sendable {
  /// In this process, called directly.
  case inProcess
  /// Behind the pipes of `reprise engine`.
  case stdio
}

enum Language: String, Sendable {
  case lsp
  case queryEngine = "query-engine-v2"

  var framing: Framing { self == .lsp ? .contentLength : .lines }
}

/// A client of the engine: sends text, and keeps what comes back, in order.
final class Wire {
  static let patience: Int64 = 30_000

  struct Received: Sendable {
    var framer: MessageFramer
    var messages: [JSONValue] = []
    /// What is not JSON, or lies between messages.
    var noise: [[UInt8]] = []
    var hasEnded = false

    mutating func take(_ bytes: [UInt8]) {
      for frame in framer.consume(bytes) {
        guard case .message(let message) = frame, let value = try? JSONValue(parsing: message.body) else {
          noise.append(frame.bytes(framing: .lines))
          continue
        }
        messages.append(value)
      }
    }
  }

  let language: Language
  let received: Monitor<Received>
  /// In this process only.
  private(set) var adapter: (any ProtocolAdapter)?
  private(set) var engine: Engine?
  private(set) var process: ChildProcess?
  /// Others than those in texts that tests send as they are.
  private var nextID = 100_000
  /// Messages that a test has looked at already.
  private var seen = 0

  init(
    _ language: Language, _ channel: Channel = .inProcess, arguments: [String] = [],
    engine options: EngineOptions? = nil,
    files: any FileAccess = NoFiles(), adapter adapterOptions: AdapterOptions = AdapterOptions()
  ) throws {
    self.language = language
    let received = Monitor(Received(framer: MessageFramer(framing: language.framing)))
    self.received = received
    switch channel {
    case .inProcess:
      let engine = Engine(
        files: files, clock: ContinuousClock(), spawner: TaskSpawner(on: Self.workers),
        options: options ?? Self.options)
      let output: @Sendable ([UInt8]) -> Void = { bytes in
        received.withLock { $0.take(bytes) }
        received.broadcast()
      }
      self.engine = engine
      adapter =
        language == .lsp
        ? LanguageServer(engine: engine, options: adapterOptions, output: output)
        : QueryEngineServer(engine: engine, options: adapterOptions, output: output)
    case .stdio: process = try Self.start(language, arguments, received)
    }
  }

  deinit {
    engine?.dispose()
    process?.send(signal: SIGKILL)
  }

  /// Parsing recurses: the pool's threads have larger stacks than those of tests.
  private static let workers = WorkerPool(width: 2)

  private static let options: EngineOptions = {
    var options = EngineOptions()
    options.libraryCandidates = []
    return options
  }()

  private static func start(
    _ language: Language, _ arguments: [String], _ received: Monitor<Received>
  ) throws -> ChildProcess {
    SignalHandling.ignore([SIGPIPE])
    let process = try ChildProcess.spawn(
      command: Tool.reprise, arguments: ["engine", "--protocol", language.rawValue, "--no-index"] + arguments)
    let output = process.standardOutput
    _ = WorkerThread(name: "wire") {
      var buffer = [UInt8](repeating: 0, count: 65536)
      while case .bytes(let count) = buffer.withUnsafeMutableBytes({ Descriptor.read(output, into: $0) }) {
        received.withLock { $0.take(Array(buffer[..<count])) }
        received.broadcast()
      }
      received.withLock { $0.hasEnded = true }
      received.broadcast()
    }
    return process
  }

  // MARK: Sending

  /// Bytes as they are.
  func send(raw bytes: [UInt8]) {
    if let process { _ = Descriptor.writeAll(process.standardInput, bytes) } else { adapter?.receive(bytes) }
  }

  /// One message, framed.
  func send(_ text: String) { send(raw: Self.framed(text, language.framing)) }

  static func framed(_ text: String, _ framing: Framing) -> [UInt8] {
    FramedMessage(body: Array(text.utf8)).bytes(framing: framing)
  }

  func notify(_ method: String, _ params: JSONValue) { send(text(["method": .string(method), "params": params])) }

  /// Sends a request and returns its id.
  @discardableResult
  func begin(_ method: String, _ params: JSONValue = [:]) -> Int {
    let id = nextID
    nextID += 1
    send(text(["id": .number(String(id)), "method": .string(method), "params": params]))
    return id
  }

  private func text(_ value: JSONValue) -> String { String(decoding: value.serialized(), as: UTF8.self) }

  // MARK: Receiving

  /// Sends a request and waits for what it is answered with.
  func call(_ method: String, _ params: JSONValue = [:]) -> JSONValue { answer(to: begin(method, params)) }

  func answer(to id: Int) -> JSONValue { message { $0["method"] == nil && $0["id"]?.integer == id } }

  /// The first message that fits, whenever it came.
  func message(_ fits: (JSONValue) -> Bool) -> JSONValue {
    wait { $0.messages.first(where: fits) } ?? .null
  }

  func wait<Value>(_ find: (Received) -> Value?) -> Value? {
    received.wait(until: Uptime.after(milliseconds: Self.patience)) { received -> Value?? in
      if let value = find(received) { return .some(value) }
      return received.hasEnded ? .some(nil) : nil
    } ?? nil
  }

  var messages: [JSONValue] { received.withLock { $0.messages } }
  var noise: [[UInt8]] { received.withLock { $0.noise } }

  func notifications(_ method: String) -> [JSONValue] { messages.filter { $0["method"]?.string == method } }

  /// The next message that nobody has taken.
  func next() -> JSONValue {
    defer { seen += 1 }
    return wait { $0.messages.count > seen ? $0.messages[seen] : nil } ?? .null
  }

  /// The text and the version of an open document, as the engine of this process has them.
  func document(_ path: String = "/work/a.pike") -> (text: String, version: Int)? {
    engine?.document(FileID(path)).map { ($0.source.text.string, $0.version) }
  }

  // MARK: The end

  func closeInput() {
    if let process { Descriptor.close(process.standardInput) } else { adapter?.endOfInput() }
  }

  /// Waits for the process to end.
  func status() -> ProcessControl.ExitStatus? { process?.wait(milliseconds: Self.patience) }
}

/// A disk with nothing on it.
struct NoFiles: FileAccess {
  func stat(_ path: String) async -> FileStat? { nil }
  func read(_ path: String) async -> (bytes: [UInt8], stat: FileStat)? { nil }
  func list(_ directory: String) async -> DirectoryListing? { nil }
}
