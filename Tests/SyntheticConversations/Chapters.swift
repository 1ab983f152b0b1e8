package import JSONRPC
import Recording

/// What every session consists of.
extension ConversationBuilder {
  package mutating func handshake(encoding: String? = nil) {
    let initialize = request("initialize", ["processId": 42, "rootUri": "file:///w", "capabilities": [:]])
    var capabilities: [JSONMember] = []
    if let encoding { capabilities.append(JSONMember("positionEncoding", .string(encoding))) }
    answer(initialize, ["capabilities": .object(capabilities)])
    notify("initialized")
  }

  package mutating func goodbye() {
    let shutdown = request("shutdown", nil)
    answer(shutdown)
    notify("exit", nil)
    append(.close(from: .client))
    append(.close(from: .server))
    append(.end(End(status: .exit(0), messages: PerParty())))
  }

  // MARK: Documents

  @discardableResult
  package mutating func open(_ uri: String, _ text: String, version: Int = 1) -> Int {
    let document: JSONValue = [
      "uri": .string(uri), "languageId": "c", "version": .number(String(version)), "text": .string(text),
    ]
    return notify("textDocument/didOpen", ["textDocument": document])
  }

  @discardableResult
  package mutating func change(_ uri: String, version: Int, _ changes: JSONValue...) -> Int {
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .number(String(version))],
        "contentChanges": .array(changes),
      ])
  }

  @discardableResult
  package mutating func save(_ uri: String, text: String? = nil) -> Int {
    var params = [JSONMember("textDocument", ["uri": .string(uri)])]
    if let text { params.append(JSONMember("text", .string(text))) }
    return notify("textDocument/didSave", .object(params))
  }

  @discardableResult
  package mutating func close(_ uri: String) -> Int {
    notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]])
  }

  @discardableResult
  package mutating func publish(_ uri: String, version: Int? = nil, _ messages: String...) -> Int {
    var params = [JSONMember("uri", .string(uri))]
    if let version { params.append(JSONMember("version", .number(String(version)))) }
    let diagnostics = messages.map { message -> JSONValue in
      ["range": range(0, 0, 0, 1), "message": .string(message)]
    }
    params.append(JSONMember("diagnostics", .array(diagnostics)))
    return notify("textDocument/publishDiagnostics", .object(params), from: .server)
  }

  @discardableResult
  package mutating func progress(_ token: JSONValue, _ kind: String) -> Int {
    notify("$/progress", ["token": token, "value": ["kind": .string(kind)]], from: .server)
  }
}

/// A range from line and character to line and character.
package func range(_ startLine: Int, _ startCharacter: Int, _ endLine: Int, _ endCharacter: Int) -> JSONValue {
  func position(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .number(String(line)), "character": .number(String(character))]
  }
  return ["start": position(startLine, startCharacter), "end": position(endLine, endCharacter)]
}

/// A ranged content change.
package func edit(
  _ startLine: Int, _ startCharacter: Int, _ endLine: Int, _ endCharacter: Int, _ text: String
) -> JSONValue {
  ["range": range(startLine, startCharacter, endLine, endCharacter), "text": .string(text)]
}

/// A content change that replaces the whole text.
package func whole(_ text: String) -> JSONValue { ["text": .string(text)] }

extension ConversationBuilder {
  /// The recording file that holds the conversation.
  package func file(command: [String] = ["server"], finished: Bool = true) -> [UInt8] {
    let header = Header(
      started: "2026-01-01T00:00:00.000Z", recorder: "tests", command: command, directory: "/w",
      platform: Header.Platform(os: "linux", arch: "x86_64"))
    var encoder = RecordingEncoder(header: header)
    for record in records { encoder.append(record.event, at: record.time) }
    return finished ? encoder.finish() : encoder.flush()
  }
}
