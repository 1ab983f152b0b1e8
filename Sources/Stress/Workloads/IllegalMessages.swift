import JSONRPC
import Simulation

/// Messages that a client must not send.
enum IllegalMessages {
  // MARK: Methods and parameters

  static let garbage: [JSONValue] = [
    .null, true, 0, -1, "text", [], [1, "two", .null], [:], ["textDocument": 7], ["textDocument": ["uri": .null]],
    ["textDocument": ["uri": ""]], ["textDocument": ["uri": "nowhere"]], ["uri": "\u{0}"], ["position": [:]],
    ["textDocument": ["uri": "file:///w/none.pike"], "position": ["line": -1, "character": 0]],
    ["textDocument": ["uri": "file:///w/none.pike"], "position": ["line": 1e9.json, "character": "x"]],
    ["requestId": [:]], ["query": 5, "feature": "hover"], ["changes": "none"], ["settings": [[[]]]],
  ]

  /// Well formed, and wrong.
  static func message(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) -> JSONValue {
    let params = choices.pick("illegal.params", garbage)
    let known = script.framing == .contentLength ? Feature.allCases.map(\.method) : queryMethods
    let told = script.framing == .contentLength ? notifications : queryMethods
    switch choices.draw("illegal.message", below: 7) {
    case 0:
      let unknown = ["textDocument/telepathy", "$/unheard", "engine_explode", "", "shutdown ", "Initialize", "\u{0}"]
      return script.rawRequest(choices.pick("illegal.unknown", unknown), params)
    case 1, 2: return script.rawRequest(choices.pick("illegal.known", known), params)
    case 3: return script.rawNotification(choices.pick("illegal.told", told), params)
    case 4:
      // A request that is told, a notification that is asked.
      return choices.chance("illegal.exchanged", percent: 50)
        ? script.rawNotification(choices.pick("illegal.known", known), params)
        : script.rawRequest(choices.pick("illegal.told", told), params)
    case 5: return script.rawRequest(script.framing == .contentLength ? "initialize" : "get_protocol_info", params)
    default:
      // An answer to nothing.
      return script.rawMessage([JSONMember("id", 424_242), JSONMember("result", params)], nil)
    }
  }

  private static let notifications = [
    "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose", "textDocument/didSave",
    "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders",
    "$/cancelRequest", "initialized", "$/setTrace",
  ]

  private static let queryMethods = [
    "engine_open_document", "engine_change_document", "engine_close_document", "engine_update_config",
    "engine_update_workspace", "engine_query", "engine_cancel_request",
  ]

  // MARK: Documents

  /// Wrong things done to an open document.
  static func document(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) -> JSONValue {
    let uri = JSONValue.string(
      choices.chance("illegal.strange-uri", percent: 20) ? strangeURI(&choices) : script.uri(path))
    let version = JSONValue.number(choices.pick("illegal.version", ["-5", "0", "1", "2", "2147483648", "1e3", "1.5"]))
    switch choices.draw("illegal.document", below: 6) {
    case 0:
      return tell("textDocument/didOpen", "engine_open_document", uri, version, [JSONMember("text", "int x;")], &script)
    case 1:
      return tell("textDocument/didClose", "engine_close_document", "file:///w/never-opened.pike", nil, [], &script)
    case 2: return change(uri, version, [["text": "\u{FFFD}"]], &script)
    case 3: return change(uri, version, [["text": 5], ["text": .null], "text"], &script)
    case 4: return change(uri, "7", [["range": .null, "text": ""]], &script)
    default: return change(uri, 1_000, [["range": strangeRange(&choices), "text": "x"]], &script)
    }
  }

  private static func change(
    _ uri: JSONValue, _ version: JSONValue, _ changes: [JSONValue], _ script: inout ClientScript
  ) -> JSONValue {
    let name = script.framing == .contentLength ? "contentChanges" : "changes"
    return tell(
      "textDocument/didChange", "engine_change_document", uri, version, [JSONMember(name, .array(changes))], &script)
  }

  private static func tell(
    _ method: String, _ mutation: String, _ uri: JSONValue, _ version: JSONValue?, _ members: [JSONMember],
    _ script: inout ClientScript
  ) -> JSONValue {
    var document = [JSONMember("uri", uri), JSONMember("languageId", "pike")]
    if let version { document.append(JSONMember("version", version)) }
    guard script.framing == .contentLength else { return script.rawRequest(mutation, .object(document + members)) }
    if method == "textDocument/didOpen" {
      return script.rawNotification(method, ["textDocument": .object(document + members)])
    }
    return script.rawNotification(method, .object([JSONMember("textDocument", .object(document))] + members))
  }

  private static func strangeURI(_ choices: inout Choices) -> String {
    choices.pick(
      "illegal.uri",
      [
        "", "file:", "file:///", "file://otherhost/a.pike", "http://x/y", "untitled:one", "file:///%00", "file:///%zz",
        "file:///w/project/../../etc", "/w/project/plain", "file:///w/\(String(repeating: "long/", count: 900))x",
      ])
  }

  private static func strangeRange(_ choices: inout Choices) -> JSONValue {
    choices.pick(
      "illegal.range",
      [
        ["start": ["line": 3, "character": 0], "end": ["line": 1, "character": 0]],
        ["start": ["line": -1, "character": -1], "end": ["line": 0, "character": 0]],
        ["start": ["line": 0, "character": 0], "end": ["line": 4_294_967_296, "character": 0]],
        ["start": ["line": 0], "end": ["line": 0, "character": 1]], ["start": 1, "end": 2], [], "0:0-1:1",
        ["start": ["line": "0", "character": "0"], "end": ["line": 1.5.json, "character": 0]],
      ])
  }

  // MARK: Ids

  static func id(_ script: inout ClientScript, _ choices: inout Choices) -> JSONValue {
    let symbols: JSONValue = ["query": "a", "feature": "workspace_symbols", "requestId": "twice", "queryParams": [:]]
    let method = JSONMember("method", .string(script.framing == .lines ? "engine_query" : "workspace/symbol"))
    let numbers = ["1.5", "-1", "1e400", "9223372036854775808", "1", "0", "-0"].map { JSONValue.number($0) }
    let texts: [JSONValue] = ["", "twice", "\u{0}", .string(String(repeating: "x", count: 4_000)), "1"]
    let others: [JSONValue] = [.null, true, [], [:], [1]]
    let id = choices.pick("illegal.id", numbers + texts + others)
    return script.rawMessage([JSONMember("id", id), method], symbols)
  }

  // MARK: Bodies

  static func body(nesting: Int, _ script: ClientScript, _ choices: inout Choices) -> [UInt8] {
    let proper = script.rawMessage([JSONMember("id", 77), JSONMember("method", "workspace/symbol")], ["query": "a"])
    let bytes = proper.serialized()
    let depth = choices.draw("illegal.nesting", in: 1...nesting)
    let bodies: [[UInt8]] = [
      Array("{".utf8), Array("null".utf8), Array("[]".utf8), Array("\"text\"".utf8), Array("17".utf8),
      [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x3A, 0x31, 0x7D], [0xEF, 0xBB, 0xBF] + bytes,
      Array("[".utf8) + bytes + Array("]".utf8),
      Array(bytes.dropLast(choices.draw("illegal.cut", in: 1...20))), bytes + Array(" trailing".utf8),
      Array(String(repeating: "[", count: depth).utf8), Array("{\"a\":\"\\ud800\"}".utf8),
      Array((String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth)).utf8),
      Array(#"{"jsonrpc":"1.0","method":5,"params":{}}"#.utf8),
      Array(#"{"id":1,"id":2,"method":"m","method":"n"}"#.utf8),
      Array("{\"method\":\"\\x\"}".utf8), Array(#"{"jsonrpc":"2.0"}"#.utf8), Array("{'id':1}".utf8), Array("NaN".utf8),
    ]
    return choices.pick("illegal.body", bodies)
  }
}

extension Double {
  /// As it is printed.
  fileprivate var json: JSONValue { .number("\(self)") }
}
