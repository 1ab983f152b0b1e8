import JSONRPC

/// The same acts in both protocols.
extension Rig {
  private var isLSP: Bool { framing == .contentLength }

  private func act(_ languageServer: String, _ queryEngine: String, _ params: (lsp: JSONValue, v2: JSONValue)) {
    if isLSP { notify(languageServer, params.lsp) } else { begin(queryEngine, params.v2) }
  }

  func open(_ text: String, _ uri: String = Rig.a, version: Int = 1) {
    let document: JSONValue = [
      "uri": .string(uri), "languageId": "pike", "version": .number(String(version)), "text": .string(text),
    ]
    act("textDocument/didOpen", "engine_open_document", (["textDocument": document], document))
  }

  func change(_ changes: [JSONValue], _ uri: String = Rig.a, version: Int) {
    let version = JSONValue.number(String(version))
    act(
      "textDocument/didChange", "engine_change_document",
      (
        ["textDocument": ["uri": .string(uri), "version": version], "contentChanges": .array(changes)],
        ["uri": .string(uri), "version": version, "changes": .array(changes)]
      ))
  }

  /// The whole text.
  func change(to text: String, _ uri: String = Rig.a, version: Int) {
    change([["text": .string(text)]], uri, version: version)
  }

  func close(_ uri: String = Rig.a) {
    act(
      "textDocument/didClose", "engine_close_document", (["textDocument": ["uri": .string(uri)]], ["uri": .string(uri)])
    )
  }

  func cancel(_ id: Int) {
    act("$/cancelRequest", "engine_cancel_request", (["id": .number(String(id))], ["requestId": .number(String(id))]))
  }

  func configure(_ settings: JSONValue) {
    act("workspace/didChangeConfiguration", "engine_update_config", (["settings": settings], ["settings": settings]))
  }

  /// Files were changed on disk.
  func touch(_ uris: [String]) {
    act(
      "workspace/didChangeWatchedFiles", "engine_update_workspace",
      (
        ["changes": .array(uris.map { ["uri": .string($0), "type": 2] })],
        ["changed": .array(uris.map { .string($0) })]
      ))
  }

  // MARK: Queries

  static func position(_ line: Int, _ character: Int) -> JSONValue {
    ["line": .number(String(line)), "character": .number(String(character))]
  }

  static func edit(_ start: (Int, Int), _ end: (Int, Int), _ text: String) -> JSONValue {
    ["range": ["start": position(start.0, start.1), "end": position(end.0, end.1)], "text": .string(text)]
  }

  /// Begins a query; its name is the id that is returned.
  @discardableResult
  func query(
    _ feature: String, _ uri: String = Rig.a, at place: (Int, Int)? = nil, snapshot: String? = nil,
    with more: [JSONMember] = []
  ) -> Int {
    let position = place.map { [JSONMember("position", Self.position($0.0, $0.1))] } ?? []
    if isLSP {
      return begin(feature, .object([JSONMember("textDocument", ["uri": .string(uri)])] + position + more))
    }
    let selection: JSONValue = snapshot.map { ["mode": "fixed", "snapshotId": .string($0)] } ?? ["mode": "latest"]
    return begin(
      "engine_query",
      [
        "feature": .string(feature), "requestId": .number(String(nextID)), "snapshot": selection,
        "queryParams": .object([JSONMember("uri", .string(uri))] + position + more),
      ])
  }

  /// The payload of the answer, when all is quiet.
  func ask(
    _ feature: String, _ uri: String = Rig.a, at place: (Int, Int)? = nil, snapshot: String? = nil,
    with more: [JSONMember] = []
  ) -> JSONValue {
    let id = query(feature, uri, at: place, snapshot: snapshot, with: more)
    settle()
    return payload(id)
  }

  func payload(_ id: Int) -> JSONValue {
    let result = answers(to: id).first?["result"] ?? .null
    return isLSP ? result : result["result"]?["payload"] ?? result["error"]?["code"] ?? .null
  }

  /// The codes of diagnostics.
  func codes(_ uri: String = Rig.a) -> String {
    let payload = ask("diagnostics", uri)
    return (payload["items"] ?? payload).array?.compactMap { $0["code"]?.string }.joined(separator: " ") ?? "none"
  }

  /// The names of the outline.
  func names(_ uri: String = Rig.a, snapshot: String? = nil) -> String {
    names(ask("document_symbols", uri, snapshot: snapshot))
  }

  func names(_ payload: JSONValue) -> String {
    payload.array?.compactMap { $0["name"]?.string }.joined(separator: " ") ?? payload.string ?? "none"
  }

  /// The newest snapshot that was acknowledged.
  var snapshot: String { messages.last { $0["result"]?["snapshotId"] != nil }?["result"]?["snapshotId"]?.string ?? "" }
}
