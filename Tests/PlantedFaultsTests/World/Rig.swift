import EngineProtocols
import IncrementalQueries
import JSONRPC
import PikeAnalysis
import PlantedFaults
import QueryEngine
import Simulation
import Synchronization

/// A client of an engine with a fault, or without one, on one simulated thread: nothing runs, and no time passes, unless it is said so.
final class Rig {
  static let a = "file:///w/a.pike"
  static let b = "file:///w/b.pike"
  static let retained = 64

  let disk: Disk
  let simulation = ManualSimulation()
  let framing: Framing
  private let planted: PlantedEngine
  private let received: Received
  private var lastID = 0
  var nextID: Int { lastID + 1 }

  init(_ fault: PlantedFault?, _ framing: Framing, files: [String: String] = [:], capabilities: JSONValue = [:]) {
    self.framing = framing
    disk = Disk(files)
    received = Received(framing)
    let world = simulation.world
    var options = EngineOptions()
    options.libraryCandidates = []
    options.retainedSnapshots = Self.retained
    options.stepCost = { work in
      .microseconds(20) + .nanoseconds(100 * work.amounts[.tokens]) + .microseconds(5 * work.executed)
    }
    let parts = PlantedEngine.Parts(
      files: disk, clock: world.clock,
      spawner: TaskSpawner(on: world.executor, willSpawn: { world.nameNextTask($0) }), options: options)
    planted = PlantedEngine(fault, framing, parts) { [received] in received.take($0) }
    if framing == .contentLength {
      _ = call("initialize", ["processId": nil, "rootUri": "file:///w", "capabilities": capabilities])
      notify("initialized", [:])
    } else if !files.isEmpty {
      _ = call("engine_update_workspace", ["roots": ["/w"]])
    }
    settle()
  }

  deinit { planted.dispose() }

  // MARK: Sending

  func send(_ message: JSONValue) {
    planted.receive(FramedMessage(body: message.serialized()).bytes(framing: framing))
  }

  func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  /// - Returns: the request's id.
  @discardableResult
  func begin(_ method: String, _ params: JSONValue) -> Int {
    lastID += 1
    send(["jsonrpc": "2.0", "id": .number(String(lastID)), "method": .string(method), "params": params])
    return lastID
  }

  func call(_ method: String, _ params: JSONValue) -> JSONValue {
    let id = begin(method, params)
    settle()
    return answers(to: id).first ?? .null
  }

  // MARK: Time

  var now: Duration { simulation.world.clock.now.offset }

  /// Runs what can run, and lets time pass up to a limit while somebody sleeps.
  func settle(_ limit: Duration = .seconds(2)) {
    let end = now + limit
    simulation.drain()
    while let next = simulation.nextDeadline, next <= end {
      simulation.advance(by: max(.zero, next - now))
      simulation.drain()
    }
  }

  /// Lets one job run.
  func step() { simulation.runOne() }

  /// Lets time pass, and run what can run meanwhile.
  func pass(_ duration: Duration) {
    let end = now + duration
    settle(duration)
    simulation.advance(by: max(.zero, end - now))
    simulation.drain()
  }

  // MARK: What came

  var messages: [JSONValue] { received.messages }
  var exitCode: Int? { planted.exitCode }
  var snapshotCount: Int { planted.engine.footprint.snapshots }
  /// How many computations there are.
  var busy: Int { planted.engine.workInProgress.count }

  func answers(to id: Int) -> [JSONValue] { messages.filter { $0["method"] == nil && $0["id"]?.integer == id } }

  /// `result`, or the code of an error, for each answer to the request.
  func kinds(_ id: Int) -> String {
    answers(to: id).map { $0["error"]?["code"]?.integer.map(String.init) ?? "result" }.joined(separator: " ")
  }

  /// Version and number of diagnostics of each publication.
  func published(_ uri: String = Rig.a) -> [String] {
    messages.filter { $0["method"]?.string == "textDocument/publishDiagnostics" && $0["params"]?["uri"]?.string == uri }
      .map { "\($0["params"]?["version"]?.integer ?? -1):\($0["params"]?["diagnostics"]?.array?.count ?? -1)" }
  }
}

/// What has come from the engine.
private final class Received: Sendable {
  private let state: Mutex<(framer: MessageFramer, messages: [JSONValue])>

  init(_ framing: Framing) { state = Mutex((MessageFramer(framing: framing), [])) }

  func take(_ bytes: [UInt8]) {
    state.withLock { state in
      for case .message(let message) in state.framer.consume(bytes) {
        if let value = try? JSONValue(parsing: message.body) { state.messages.append(value) }
      }
    }
  }

  var messages: [JSONValue] { state.withLock { $0.messages } }
}
