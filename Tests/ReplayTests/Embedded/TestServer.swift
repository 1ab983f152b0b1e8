import JSONRPC
import Measurement
import Simulation
import Synchronization

@testable import Replay

/// A server in this process that does what the recordings of ``RecordedFixture`` say, and what it is told to do wrong.
final class TestServer: EmbeddedServer {
  enum Fault {
    case none
    /// A hover is computed in steps, and what it is about is kept where the next one overwrites it: wrong if two overlap.
    case race
    case answersTwice
    case neverAnswersHover
    /// Publishes an older version after a newer one, if its tasks run in that order.
    case latePublish
    case sleepsReally
    case answersFromAnotherThread
    case drawsForItself
    case readsAFile
  }

  private struct State {
    var framer = MessageFramer(framing: .contentLength)
    var exitCode: Int?
    var open = 0
    var line = 0
    var isDisposed = false
  }

  private let environment: EmbeddedEnvironment
  private let fault: Fault
  private let state = Mutex(State())

  init(_ environment: EmbeddedEnvironment, _ fault: Fault) {
    self.environment = environment
    self.fault = fault
  }

  static func factory(_ fault: Fault = .none) -> EmbeddedServerFactory { { TestServer($0, fault) } }

  // MARK: The server's side

  var exitCode: Int? { state.withLock { $0.exitCode } }
  var openRequests: Int { state.withLock { $0.open } }
  func endOfInput() {}
  func dispose() { state.withLock { $0.isDisposed = true } }

  func telemetry() -> ServerTelemetry {
    var telemetry = ServerTelemetry()
    telemetry.state = ["\(openRequests) open"]
    return telemetry
  }

  func receive(_ bytes: [UInt8]) {
    var frames: [Frame] = []
    state.withLock { state in bytes.withUnsafeBytes { state.framer.consume($0) { frames.append($0) } } }
    for case .message(let message) in frames {
      guard let value = try? JSONValue(parsing: message.body), let method = value["method"]?.string else { continue }
      handle(method, value)
    }
  }

  private func handle(_ method: String, _ message: JSONValue) {
    let id = message["id"] ?? .null
    switch method {
    case "exit": state.withLock { $0.exitCode = 0 }
    case "initialize":
      answer(
        id,
        [
          "capabilities": ["executeCommandProvider": ["commands": ["fix.11"]]],
          "serverInfo": ["name": "scripted", "version": "1"],
        ])
    case "shutdown": answer(id, .null)
    case "textDocument/hover":
      state.withLock { $0.open += 1 }
      let line = Int(message["params"]?["position"]?["line"]?.integer ?? 0)
      spawn("hover") { [self] in await hover(id, line: line) }
    case "textDocument/didOpen":
      publish(message["params"]?["textDocument"], text: message["params"]?["textDocument"]?["text"])
    case "textDocument/didChange":
      publish(message["params"]?["textDocument"], text: message["params"]?["contentChanges"]?[0]?["text"])
    default: break
    }
  }

  private func hover(_ id: JSONValue, line: Int) async {
    if fault == .neverAnswersHover { return }
    if fault == .sleepsReally { try? await Task.sleep(for: .microseconds(100)) }
    if fault == .readsAFile, environment.files.file("/etc/hostname") != nil { return }
    state.withLock { $0.line = line }
    try? await environment.clock.sleep(for: .milliseconds(2))
    var shown = fault == .race ? state.withLock { $0.line } : line
    if fault == .drawsForItself { shown += Int.random(in: 0..<1_000_000) }
    state.withLock { $0.open -= 1 }
    answer(id, RecordedFixture.hoverResult(line: shown))
    if fault == .answersTwice { answer(id, RecordedFixture.hoverResult(line: shown)) }
  }

  private func publish(_ document: JSONValue?, text: JSONValue?) {
    guard let uri = document?["uri"], let version = document?["version"], let text = text?.string else { return }
    spawn("publish") { [self] in
      if fault == .latePublish { await Task.yield() }
      let list: JSONValue = [RecordedFixture.diagnostic("\(text.utf8.count) bytes")]
      say([
        "jsonrpc": "2.0", "method": "textDocument/publishDiagnostics",
        "params": ["uri": uri, "version": version, "diagnostics": list],
      ])
    }
  }

  // MARK: Saying

  private func spawn(_ name: String, _ body: @escaping @Sendable () async -> Void) {
    environment.willSpawn?(name)
    Task.detached(executorPreference: environment.executor, operation: body)
  }

  private func answer(_ id: JSONValue, _ result: JSONValue) {
    let message: JSONValue = ["jsonrpc": "2.0", "id": id, "result": result]
    guard fault == .answersFromAnotherThread else { return say(message) }
    onAnotherThread { [self] in say(message) }
  }

  private func say(_ message: JSONValue) {
    let isDisposed = state.withLock { $0.isDisposed }
    if !isDisposed { environment.output(FramedMessage(body: message.serialized()).bytes(framing: .contentLength)) }
  }
}
