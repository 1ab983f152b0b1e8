internal import JSONRPC

/// A message of either protocol, and what it is about.
struct WireMessage: Sendable {
  var json: JSONValue

  init(_ json: JSONValue) { self.json = json }

  init?(_ frame: Frame) {
    guard case .message(let message) = frame, let json = try? JSONValue(parsing: message.body), json.object != nil
    else { return nil }
    self.json = json
  }

  func bytes(_ framing: Framing) -> [UInt8] { FramedMessage(body: json.serialized()).bytes(framing: framing) }

  // MARK: What it is

  var id: JSONValue? { json["id"] }
  var method: String? { json["method"]?.string }
  var isRequest: Bool { method != nil && id != nil }
  /// An answer of the server to the client.
  var isAnswer: Bool { method == nil && id != nil }
  var isTagged: Bool { json["jsonrpc"] != nil }
  var errorCode: Int? { json["error"]?["code"]?.integer }

  /// What both protocols have.
  enum Act { case open, change, close, cancel, settings, files, query, other }

  var act: Act {
    switch method {
    case "textDocument/didOpen", "engine_open_document": .open
    case "textDocument/didChange", "engine_change_document": .change
    case "textDocument/didClose", "engine_close_document": .close
    case "$/cancelRequest", "engine_cancel_request": .cancel
    case "workspace/didChangeConfiguration", "engine_update_config": .settings
    case "workspace/didChangeWatchedFiles", "engine_update_workspace": .files
    case "engine_query": .query
    case let method?:
      isRequest
        && (method.hasPrefix("textDocument/") || method.hasPrefix("workspace/") || method == "completionItem/resolve")
        ? .query : .other
    case nil: .other
    }
  }

  /// The name by which a query is cancelled: its `requestId`, or in LSP the id of the message.
  var queryName: JSONValue? { method == "engine_query" ? json["params"]?["requestId"] : id }

  /// The query that a cancel is about.
  var cancelledName: JSONValue? { json["params"]?["requestId"] ?? json["params"]?["id"] }

  /// The document that it is about.
  var uri: String? {
    let params = json["params"]
    return (params?["textDocument"]?["uri"] ?? params?["uri"] ?? params?["queryParams"]?["uri"])?.string
  }

  // MARK: Making others

  /// A notification, or a request that nobody waits for, which cancels a query.
  func cancelling() -> WireMessage? {
    guard let name = queryName else { return nil }
    return method == "engine_query"
      ? WireMessage(["method": "engine_cancel_request", "params": ["requestId": name]])
      : WireMessage(["jsonrpc": "2.0", "method": "$/cancelRequest", "params": ["id": name]])
  }

  func answer(_ result: JSONValue) -> WireMessage { answer("result", result) }

  func error(_ code: Int, _ text: String) -> WireMessage {
    answer("error", ["code": .number(String(code)), "message": .string(text)])
  }

  private func answer(_ key: String, _ value: JSONValue) -> WireMessage {
    let tag = isTagged ? [JSONMember("jsonrpc", "2.0")] : []
    return WireMessage(.object(tag + [JSONMember("id", id ?? .null), JSONMember(key, value)]))
  }

  /// The same with another value at a place; nothing changes where there is no such place.
  func setting(_ path: String..., to value: JSONValue?) -> WireMessage {
    WireMessage(json.setting(path[...], to: value))
  }

  /// The changes of a document, if they are ranged ones.
  var changes: [JSONValue]? { (json["params"]?["contentChanges"] ?? json["params"]?["changes"])?.array }

  func setting(changes: [JSONValue]) -> WireMessage {
    let key = json["params"]?["contentChanges"] == nil ? "changes" : "contentChanges"
    return setting("params", key, to: .array(changes))
  }
}

extension JSONValue {
  fileprivate func setting(_ path: ArraySlice<String>, to value: JSONValue?) -> JSONValue {
    guard let key = path.first, case .object(var members) = self,
      let index = members.firstIndex(where: { $0.key == key })
    else { return self }
    if path.count > 1 {
      members[index].value = members[index].value.setting(path.dropFirst(), to: value)
    } else if let value {
      members[index].value = value
    } else {
      members.remove(at: index)
    }
    return .object(members)
  }
}
