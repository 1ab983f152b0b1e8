import Glibc
import JSONRPC

// What the language server does with each message.
extension LanguageServer {
  mutating func receive(_ message: JSONValue) {
    guard let method = message["method"]?.string else { return receiveAnswer(message) }
    let params = message["params"] ?? .null
    if let id = message["id"] {
      if quirks.text("missing") == method { return }
      receiveRequest(method, params, id)
    } else {
      receiveNotification(method, params)
    }
  }

  private mutating func receiveAnswer(_ message: JSONValue) {
    guard let id = message["id"], let then = waiting.removeValue(forKey: Self.key(id)) else {
      // An answer to nothing we asked: ids were not re-mapped.
      StandardError.write("unexpected answer\n")
      exit(66)
    }
    then(&self, message["result"] ?? message["error"] ?? .null)
  }

  // MARK: Notifications

  private mutating func receiveNotification(_ method: String, _ params: JSONValue) {
    let document = params["textDocument"]
    let uri = document?["uri"]?.string ?? ""
    switch method {
    case "initialized": initialized()
    case "textDocument/didOpen":
      documents[uri] = (document?["version"]?.integer ?? 0, document?["text"]?.string ?? "")
      publish(uri)
    case "textDocument/didChange":
      documents[uri] = (
        document?["version"]?.integer ?? 0, params["contentChanges"]?.array?.last?["text"]?.string ?? ""
      )
      publish(uri)
    case "textDocument/didSave": saved(uri)
    case "$/cancelRequest": cancelled(params["id"] ?? .null)
    case "exit": isOver = !quirks.has("ignore-end")
    default: break
    }
  }

  private mutating func initialized() {
    if quirks.has("ask") {
      ask("workspace/configuration", ["items": [["section": "a"], ["section": "b"]]]) { server, result in
        server.notify("window/logMessage", ["type": 3, "message": .string(Self.key(result))])
      }
      ask("custom/unknown", [:]) { server, error in
        server.notify("window/logMessage", ["type": 3, "message": .string(Self.key(error["code"] ?? .null))])
      }
    }
    if quirks.has("register") {
      let registration: JSONValue = ["id": .string(name), "method": "workspace/didChangeWatchedFiles"]
      ask("client/registerCapability", ["registrations": [registration]])
    }
    if quirks.has("progress") {
      ask("window/workDoneProgress/create", ["token": .string(name)]) { server, _ in
        let token: JSONValue = .string(server.name)
        server.notify("$/progress", ["token": token, "value": ["kind": "begin", "title": "Indexing"]])
        server.notify("$/progress", ["token": token, "value": ["kind": "end"]])
      }
    }
    if quirks.has("refresh") { ask("workspace/diagnostic/refresh", nil) }
  }

  private func publish(_ uri: String) {
    guard let document = documents[uri] else { return }
    let wrong = quirks.has("wrong-diagnostics") ? " or so" : ""
    diagnose(uri, document.version, "\(document.text.utf8.count) bytes\(wrong)")
  }

  private func diagnose(_ uri: String, _ version: Int, _ message: String) {
    let start: JSONValue = ["line": 0, "character": 0]
    let diagnostic: JSONValue = [
      "range": ["start": start, "end": start], "message": .string(message), "data": .string(name),
    ]
    notify(
      "textDocument/publishDiagnostics",
      ["uri": .string(uri), "version": .number("\(version)"), "diagnostics": [diagnostic]])
  }

  /// Says whether the file has the text that the client saved.
  private func saved(_ uri: String) {
    guard let document = documents[uri] else { return }
    let onDisk = FileText.read(String(uri.dropFirst("file://".count)))
    diagnose(uri, document.version, onDisk == document.text ? "saved" : "the file has another text")
  }

  private mutating func cancelled(_ id: JSONValue) {
    if quirks.has("late-cancel-answer") {
      // Forgets that it has answered.
      pendingHovers.removeAll { $0.id == id }
      return fail(id, -32800, "cancelled")
    }
    guard quirks.has("cancel-fails") else { return }
    let pending = keptBack.contains { $0["id"] == id }
    if pending || longPoll == id { fail(id, -32800, "cancelled") }
    keptBack.removeAll { $0["id"] == id }
    if longPoll == id { longPoll = nil }
  }
}

enum FileText {
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65536)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
