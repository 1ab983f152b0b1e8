import JSONRPC
import Recording
import Transcript

/// How a session ends.
package enum SessionEnding: Sendable, CaseIterable {
  case shutdownAndExit
  /// `exit` with no `shutdown` before it.
  case exit
  /// `shutdown`, and then the end of the input.
  case shutdown
  /// The end of the input alone. The only one in query-engine-v2.
  case endOfInput
}

extension ClientScript {
  // MARK: The beginning

  /// What comes before everything else. Written by itself before the first message that is not ``sendRaw(_:)``.
  package mutating func handshake() {
    guard phase == .fresh else { return }
    phase = .running
    switch framing {
    case .contentLength: initialize()
    case .lines: getProtocolInfo()
    }
  }

  private mutating func initialize() {
    let id = makeID()
    let params = initializeParams
    write("initialize", id: id) { $0.raw(params) }
    pause(15_000)
    awaitAnswers([RequestHandle(id: id, method: "initialize")])
    write("initialized", id: nil) { $0.object { _ in } }
    pause(5_000)
  }

  /// As JSON text; also for clients that initialize at the wrong time.
  var initializeParams: [UInt8] {
    let root = FileURI.uri(ofPath: workspace.root)
    let capabilities = dialect.capabilities.replacing("ENCODING", with: encoding.rawValue)
    return JSONWriter.text { json in
      json.object { json in
        // Replay puts its own process in place of it.
        json.member("processId", 1)
        json.member("clientInfo", ["name": .string(dialect.name), "version": "1.0.0"])
        json.member("rootPath", workspace.root)
        json.member("rootUri", root)
        json.member("workspaceFolders", [["uri": .string(root), "name": "project"]])
        json.member("capabilities") { $0.raw(capabilities.utf8) }
        if let settings = workspace.settings { json.member("initializationOptions", settings) }
      }
    }
  }

  private mutating func getProtocolInfo() {
    let id = makeID()
    write("get_protocol_info", id: id) { $0.value(["protocol": "query-engine-v2", "major": 2]) }
    pause(2_000)
    awaitAnswers([RequestHandle(id: id, method: "get_protocol_info")])
    mutate("engine_update_workspace", ["roots": [.string(workspace.root)]])
    if let settings = workspace.settings { mutate("engine_update_config", settings) }
  }

  // MARK: The end

  /// In milliseconds: longer than diagnostics are put off.
  private static let settlingTime = 100

  package mutating func shutdown() {
    handshake()
    guard framing == .contentLength else { return }
    let id = makeID()
    hasShutDown = true
    write("shutdown", id: id, nil)
    awaitAnswers([RequestHandle(id: id, method: "shutdown")])
  }

  package mutating func exit() {
    handshake()
    if framing == .contentLength { write("exit", id: nil, nil) }
    close(status: hasShutDown || framing == .lines ? 0 : 1)
  }

  /// Once the server has nothing more to say.
  package mutating func shutdownAndExit() {
    shutdown()
    exit()
  }

  /// The input ends.
  package mutating func endOfInput() { close(status: framing == .lines ? 0 : 1) }

  private mutating func close(status: Int) {
    guard phase != .ended else { return }
    phase = .ended
    append(.close(from: .client))
    append(.end(End(status: .exit(status), messages: PerParty(client: messageCount, server: 0))))
  }

  mutating func end() {
    guard phase != .ended else { return }
    if settlesBeforeEnd { awaitQuiet(Self.settlingTime) }
    guard framing == .contentLength else { return endOfInput() }
    switch ending {
    case .shutdownAndExit: shutdownAndExit()
    case .exit: exit()
    case .shutdown:
      shutdown()
      endOfInput()
    case .endOfInput: endOfInput()
    }
  }
}
