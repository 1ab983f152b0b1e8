import JSONRPC
import Recording
import SyntheticConversations

@testable import Replay

/// Builds recordings of sessions with the scripted language server, as another machine would have made them: its
/// process had the id 11, and the workspace was at `/recorded/proj`.
struct RecordedFixture {
  static let root = "file:///recorded/proj"
  static let main = "\(root)/main.x"
  static let run: JSONValue = "run-11"

  var builder = ConversationBuilder()
  var files: [CapturedFile] = []
  var command = ["scripted-server", "lsp"]
  private var version = 0

  /// A session with a handshake and an open document.
  static func begun(text: String = "one\n") -> RecordedFixture {
    var fixture = RecordedFixture()
    fixture.handshake()
    fixture.open(text: text)
    return fixture
  }

  mutating func handshake() {
    let initialize = builder.request(
      "initialize",
      [
        "processId": 999_999_999, "rootUri": .string(Self.root), "rootPath": "/recorded/proj",
        "workspaceFolders": [["uri": .string(Self.root), "name": "proj"]], "capabilities": [:],
      ])
    builder.answer(
      initialize,
      [
        "capabilities": ["executeCommandProvider": ["commands": ["fix.11"]]],
        "serverInfo": ["name": "scripted", "version": "1"],
      ])
    builder.append(
      .peers(
        Peers(
          client: Peers.Peer(name: "fixture", version: "1"), server: Peers.Peer(name: "scripted", version: "1"),
          positionEncoding: "utf-16", roots: [Self.root])))
    builder.notify("initialized")
  }

  // MARK: Documents

  mutating func open(text: String) {
    version = 1
    builder.notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(Self.main), "languageId": "x", "version": 1, "text": .string(text),
        ]
      ])
    publish("\(text.utf8.count) bytes")
  }

  mutating func change(text: String) {
    version += 1
    sendChange(text: text)
    publish("\(text.utf8.count) bytes")
  }

  /// Two changes with no time for diagnostics between them.
  mutating func changeTwice(_ first: String, _ second: String) {
    for text in [first, second] {
      version += 1
      sendChange(text: text)
    }
    publish("\(second.utf8.count) bytes")
  }

  mutating func sendChange(text: String) {
    builder.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(Self.main), "version": .number("\(version)")],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  mutating func save() {
    builder.notify("textDocument/didSave", Self.document)
    publish("saved")
  }

  /// Tells of a change on disk (1 made, 2 changed, 3 gone), with the file that was captured after it.
  mutating func changeOnDisk(_ path: String, type: Int, number: Int, text: String? = nil) {
    builder.notify(
      "workspace/didChangeWatchedFiles",
      ["changes": [["uri": .string("\(Self.root)/\(path)"), "type": .number("\(type)")]]])
    guard let text else { return }
    let content = CapturedFile.Content.captured(Array(text.utf8), sha256: "")
    builder.append(.file(CapturedFile(path: path, content: content, change: number)))
  }

  mutating func publish(_ message: String) {
    builder.notify(
      "textDocument/publishDiagnostics",
      [
        "uri": .string(Self.main), "version": .number("\(version)"), "diagnostics": [Self.diagnostic(message)],
      ], from: .server)
  }

  static func diagnostic(_ message: String) -> JSONValue {
    let start: JSONValue = ["line": 0, "character": 0]
    return ["range": ["start": start, "end": start], "message": .string(message), "data": run]
  }

  // MARK: Requests

  static let document: JSONValue = ["textDocument": ["uri": .string(main)]]

  static func at(line: Int) -> JSONValue {
    [
      "textDocument": ["uri": .string(main)], "position": ["line": .number("\(line)"), "character": 0],
    ]
  }

  static func hoverResult(line: Int) -> JSONValue { ["contents": .string("line \(line) in \(root)")] }

  static func location(_ file: String) -> JSONValue {
    let place: JSONValue = ["line": 1, "character": 0]
    return ["uri": .string("\(root)/\(file)"), "range": ["start": place, "end": place]]
  }

  mutating func hover(line: Int = 1) {
    builder.exchange("textDocument/hover", Self.at(line: line), result: Self.hoverResult(line: line))
  }

  mutating func askHover(line: Int) -> ConversationBuilder.Sent {
    builder.request("textDocument/hover", Self.at(line: line))
  }

  mutating func definition() {
    builder.exchange("textDocument/definition", Self.at(line: 0), result: [Self.location("lib.x")])
  }

  // MARK: The end

  /// The session with its shutdown.
  mutating func ended() -> RecordedSession {
    builder.exchange("shutdown", .null)
    builder.notify("exit")
    builder.append(.close(from: .client))
    builder.append(.end(End(status: .exit(0), messages: PerParty())))
    return session()
  }

  /// The session as it stands.
  func session(isFinished: Bool = true) -> RecordedSession {
    var records = files.enumerated().map { Record(number: $0, time: 0, event: .file($1)) }
    records += builder.records.map {
      Record(number: $0.number + files.count, time: $0.time, event: $0.event)
    }
    let header = Header(
      started: "", recorder: "fixture", command: command, directory: "/recorded/proj",
      capture: CapturePolicy(mode: files.isEmpty ? .none : .workspace))
    return RecordedSession(name: "fixture", header: header, records: records, isFinished: isFinished)
  }
}
