import Glibc
import JSONRPC

// What the plain server does with each message.
extension PlainServer {
  mutating func receive(_ message: JSONValue) {
    guard let method = message["method"]?.string else { return }
    let params = message["params"] ?? .null
    guard let id = message["id"] else { return receiveNotification(method, params) }
    switch method {
    case "initialize": initialize(params, id)
    case "shutdown": shutdown(id)
    default: pending.append((id, method, params))
    }
  }

  private mutating func initialize(_ params: JSONValue, _ id: JSONValue) {
    showsProgress = params["capabilities"]?["window"]?["workDoneProgress"] == true
    let tokens: JSONValue = ["legend": ["tokenTypes": ["word"], "tokenModifiers": []], "full": true]
    let save: JSONValue = ["openClose": true, "change": 2, "save": true]
    let capabilities: JSONValue = [
      "textDocumentSync": save, "hoverProvider": true, "documentSymbolProvider": true,
      "workspaceSymbolProvider": true, "semanticTokensProvider": tokens,
    ]
    send(["jsonrpc": "2.0", "id": id, "result": ["capabilities": capabilities]])
  }

  /// What was asked before is answered before.
  private mutating func shutdown(_ id: JSONValue) {
    for request in pending { answer(request.method, request.params, request.id) }
    pending = []
    isShuttingDown = true
    if fault == .hangOnShutdown { return }
    send(["jsonrpc": "2.0", "id": id, "result": nil])
    if fault == .publishAfterShutdown, let (uri, document) = documents.first {
      publish(uri, version: document.version)
    }
  }

  // MARK: Notifications

  private mutating func receiveNotification(_ method: String, _ params: JSONValue) {
    let document = params["textDocument"]
    let uri = document?["uri"]?.string ?? ""
    let version = document?["version"]?.integer ?? 0
    switch method {
    case "initialized": if showsProgress { showProgress() }
    case "textDocument/didOpen":
      if closed?.uri == uri { closed = nil }
      documents[uri] = PlainDocument(version: version, text: document?["text"]?.string ?? "")
      publish(uri, version: version)
    case "textDocument/didChange": change(uri, version, params["contentChanges"]?.array ?? [])
    case "textDocument/didClose":
      if let document = documents.removeValue(forKey: uri) { closed = (uri, document.version) }
    case "$/cancelRequest": cancel(params["id"] ?? .null)
    case "exit": isOver = true
    default: break
    }
  }

  private mutating func change(_ uri: String, _ version: Int, _ list: [JSONValue]) {
    changes += 1
    if fault == .crash, changes == 3 {
      signal(SIGABRT, SIG_DFL)
      abort()
    }
    documents[uri]?.version = version
    if fault != .forgetsEdit || changes % 4 != 0 { for change in list { documents[uri]?.apply(change) } }
    publish(uri, version: fault == .futurePublish && changes == 3 ? version + 10 : version)
    if fault == .stalePublish { publish(uri, version: version - 1) }
  }

  private mutating func cancel(_ id: JSONValue) {
    guard let index = pending.firstIndex(where: { $0.id == id }) else { return }
    let request = pending.remove(at: index)
    fail(id, -32800, "cancelled")
    if fault == .resultAfterCancel { answer(request.method, request.params, id) }
  }

  private func showProgress() {
    let token: JSONValue = "indexing"
    func tell(_ value: JSONValue) { notify("$/progress", ["token": token, "value": value]) }
    send(["jsonrpc": "2.0", "id": 1, "method": "window/workDoneProgress/create", "params": ["token": token]])
    tell(["kind": "begin", "title": "Indexing"])
    tell(["kind": "report", "percentage": 50])
    if fault != .progressWithoutEnd { tell(["kind": "end"]) }
    if fault == .progressBehindEnd { tell(["kind": "report", "percentage": 99]) }
  }

  // MARK: Answers

  mutating func answer(_ method: String, _ params: JSONValue, _ id: JSONValue) {
    let uri = params["textDocument"]?["uri"]?.string ?? ""
    let document = documents[uri]
    switch method {
    case "textDocument/hover": reply(id, document.map { ["contents": .string("\($0.text.utf8.count) bytes")] } ?? nil)
    case "textDocument/documentSymbol": reply(id, .array(symbols(document)))
    case "textDocument/semanticTokens/full": reply(id, ["data": .array(tokens(document))])
    case "workspace/symbol": reply(id, [])
    default: fail(id, -32601, "there is no \(method)")
    }
  }

  private func symbols(_ document: PlainDocument?) -> [JSONValue] {
    guard let document else { return [] }
    return document.words(inBytes: false).filter { $0.column == 0 }.map { word in
      let beyond = fault == .rangeOutside ? document.lines.count + 5 : 0
      let start: JSONValue = ["line": .number("\(word.line)"), "character": 0]
      let end: JSONValue = ["line": .number("\(word.line + beyond)"), "character": .number("\(word.length)")]
      let range: JSONValue = ["start": start, "end": end]
      return ["name": .string(word.text), "kind": 13, "range": range, "selectionRange": range]
    }
  }

  private func tokens(_ document: PlainDocument?) -> [JSONValue] {
    var data: [JSONValue] = []
    var last = (line: 0, column: 0)
    for word in document?.words(inBytes: fault == .columnsInBytes) ?? [] {
      let column = word.line == last.line ? word.column - last.column : word.column
      for number in [word.line - last.line, column, word.length, 0, 0] { data.append(.number("\(number)")) }
      last = (word.line, word.column)
    }
    return data
  }
}
