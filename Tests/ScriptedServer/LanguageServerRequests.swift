import Glibc
import JSONRPC

// The language server's answers.
extension LanguageServer {
  mutating func receiveRequest(_ method: String, _ params: JSONValue, _ id: JSONValue) {
    if method == "initialize" { root = params["rootUri"]?.string ?? "" }
    if quirks.text("change-answer") == method { return answer(id, "something else") }
    switch method {
    case "initialize": initialize(params, id)
    case "shutdown": answer(id, nil)
    case "textDocument/hover": hover(params, id)
    case "textDocument/definition": answer(id, [location("\(root)/lib.x")])
    case "textDocument/references": references(params, id)
    case "textDocument/completion": answer(id, ["isIncomplete": false, "items": .array(completions())])
    case "completionItem/resolve": resolve(params, id)
    case "textDocument/diagnostic", "textDocument/semanticTokens/full/delta": pull(params, id)
    case "textDocument/semanticTokens/full": answer(id, ["resultId": .string(name), "data": []])
    case "textDocument/codeAction": codeActions(params, id)
    case "workspace/executeCommand": execute(params, id)
    case "workspace/diagnostic": longPoll = id
    default: fail(id, -32601, "no such method: \(method)")
    }
  }

  private mutating func initialize(_ params: JSONValue, _ id: JSONValue) {
    if quirks.has("silent") { return }
    if quirks.has("watch"), let parent = params["processId"]?.integer, kill(pid_t(parent), 0) != 0 {
      StandardError.write("the client \(parent) is gone\n")
      exit(7)
    }
    if quirks.has("ask-first") {
      ask("workspace/workspaceFolders", nil) { server, _ in server.greet(id) }
    } else {
      greet(id)
    }
  }

  private mutating func greet(_ id: JSONValue) {
    answer(
      id,
      [
        "capabilities": ["executeCommandProvider": ["commands": [.string("fix.\(getpid())")]]],
        "serverInfo": ["name": "scripted", "version": .string(quirks.text("version") ?? "1")],
      ])
  }

  private mutating func hover(_ params: JSONValue, _ id: JSONValue) {
    let line = params["position"]?["line"]?.integer ?? 0
    if quirks.number("hold-line") == line {
      longPoll = id
    } else if quirks.has("give-up") {
      fail(id, -32801, "content modified")
    } else {
      let result: JSONValue = ["contents": .string("line \(line) in \(root)")]
      if quirks.has("late-cancel-answer") { pendingHovers.append((id, result)) } else { answer(id, result) }
    }
  }

  private func location(_ uri: String) -> JSONValue {
    let place: JSONValue = ["line": 1, "character": 0]
    return ["uri": .string(uri), "range": ["start": place, "end": place]]
  }

  /// In parts when the client can take them.
  private mutating func references(_ params: JSONValue, _ id: JSONValue) {
    let all = ["a", "b", "c"].map { location("\(root)/\($0).x") }
    guard quirks.has("partial"), let token = params["partialResultToken"] else {
      return answer(id, .array(quirks.has("reverse") ? all.reversed() : all))
    }
    for part in all { notify("$/progress", ["token": token, "value": [part]]) }
    answer(id, [])
  }

  // MARK: Tokens

  private func completions() -> [JSONValue] {
    let items = ["alpha", "beta", "gamma"].map { label -> JSONValue in
      ["label": .string(label), "data": ["run": .string(name), "label": .string(label)]]
    }
    return quirks.has("reverse") ? items.reversed() : items
  }

  private mutating func resolve(_ params: JSONValue, _ id: JSONValue) {
    guard params["data"]?["run"]?.string == name, params["data"]?["label"] == params["label"] else {
      return fail(id, -32602, "stale item")
    }
    answer(id, ["label": params["label"] ?? .null, "documentation": "resolved", "data": params["data"] ?? .null])
  }

  private mutating func pull(_ params: JSONValue, _ id: JSONValue) {
    let previous = params["previousResultId"]?.string
    if let previous, previous != name { return fail(id, -32602, "unknown result id") }
    answer(
      id,
      previous == nil
        ? ["kind": "full", "resultId": .string(name), "items": []]
        : ["kind": "unchanged", "resultId": .string(name)])
  }

  /// One command, if the diagnostics are those of this run.
  private mutating func codeActions(_ params: JSONValue, _ id: JSONValue) {
    let notes = params["context"]?["diagnostics"]?.array?.map { $0["data"]?.string } ?? []
    guard notes.allSatisfy({ $0 == name }) else { return fail(id, -32602, "stale diagnostics") }
    let argument: JSONValue = quirks.has("token-arguments") ? [["run": .string(name)]] : [["run": "any"]]
    let command: JSONValue = [
      "title": "fix it", "command": .string("fix.\(getpid())"), "arguments": argument,
    ]
    answer(id, [["title": "fix it", "kind": "quickfix", "command": command]])
  }

  /// Has the client edit a document, and answers when that is done.
  private mutating func execute(_ params: JSONValue, _ id: JSONValue) {
    let wanted = quirks.has("token-arguments") ? name : "any"
    guard params["command"]?.string == "fix.\(getpid())", params["arguments"]?[0]?["run"]?.string == wanted else {
      return fail(id, -32602, "unknown command")
    }
    let edit: JSONValue = ["changes": .object([JSONMember("\(root)/main.x", [])])]
    ask("workspace/applyEdit", ["edit": edit]) { server, result in server.answer(id, result["applied"] ?? .null) }
  }
}
