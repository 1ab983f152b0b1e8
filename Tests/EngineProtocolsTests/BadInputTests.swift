import JSONRPC
import QueryEngine
import Testing

/// Whatever comes, the error is the documented one, with the request's id, and the loop lives on.
struct BadInputTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var input: String
    /// As JSON; nil when no answer is due.
    var id: String?
    var code: Int = 0
    var testDescription: String { String(input.prefix(100)) }
  }

  private static let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
  private static let longID = String(repeating: "9", count: 500)

  /// Of both protocols.
  private static let envelopes: [Case] = [
    Case(input: "nonsense", id: "null", code: -32700),
    Case(input: "{", id: "null", code: -32700),
    Case(input: "\"text\"", id: "null", code: -32600),
    Case(input: "17", id: "null", code: -32600),
    Case(input: "[]", id: "null", code: -32600),
    Case(input: #"[{"id":1,"method":"x"},{"id":2,"method":"x"}]"#, id: "null", code: -32600),
    Case(input: "{}", id: "null", code: -32600),
    Case(input: #"{"id":5}"#, id: "5", code: -32600),
    Case(input: #"{"id":5,"method":7}"#, id: "5", code: -32600),
    Case(input: #"{"id":5,"method":null,"params":{}}"#, id: "5", code: -32600),
    Case(input: #"{"id":true,"method":"x"}"#, id: "null", code: -32600),
    Case(input: #"{"id":{"a":1},"method":"x"}"#, id: "null", code: -32600),
    Case(input: #"{"id":null,"method":"x"}"#, id: "null", code: -32600),
    Case(input: #"{"id":6,"method":"x","params":{"#, id: "6", code: -32700),
    Case(input: #"{"id":"six","method":"x","params":{]}"#, id: "\"six\"", code: -32700),
    Case(input: #"{"id":7,"method":"x","params":01}"#, id: "7", code: -32700),
    Case(input: #"{"id":8,"method":"x","params":"\#u{1}"}"#, id: "8", code: -32700),
    Case(input: #"{"id":8,"method":"x","params":"\q"}"#, id: "8", code: -32700),
    Case(input: #"{"id":9,"method":"x"} trailing"#, id: "9", code: -32700),
    Case(input: #"{"id":10,"method":"no/such"}"#, id: "10", code: -32601),
    Case(input: #"{"id":"10","method":"no/such"}"#, id: "\"10\"", code: -32601),
    Case(input: #"{"id":"\u00e9\n","method":"no/such"}"#, id: #""é\n""#, code: -32601),
    Case(input: #"{"id":\#(longID),"method":"no/such"}"#, id: longID, code: -32601),
    Case(input: #"{"id":1.5,"method":"no/such"}"#, id: "1.5", code: -32601),
    Case(input: #"{"id":-9223372036854775808,"method":"no/such"}"#, id: "-9223372036854775808", code: -32601),
    Case(input: #"{"id":11,"method":"$/nothing"}"#, id: "11", code: -32601),
    Case(input: #"{"method":"no/such"}"#), Case(input: #"{"method":"$/nothing","params":7}"#),
    Case(input: #"{"id":999999,"result":{}}"#), Case(input: #"{"result":null}"#),
    Case(input: #"{"id":"x","error":{"code":1,"message":"no"}}"#),
    Case(input: #"{"id":12,"method":"no/such","params":\#(deep)}"#, id: "12", code: -32700),
    Case(input: #"{"method":"no/such","params":\#(deep),"id":13}"#, id: "13", code: -32700),
  ]

  private static func request(_ method: String, _ params: String, _ code: Int = -32602) -> Case {
    Case(input: #"{"id":20,"method":"\#(method)","params":\#(params)}"#, id: "20", code: code)
  }

  private static let requests: [Case] = [
    request("textDocument/hover", "null"), request("textDocument/hover", "[]"), request("textDocument/hover", "{}"),
    request("textDocument/hover", #"{"textDocument":{"uri":"\#(Wire.uri)"}}"#),
    request("textDocument/hover", #"{"textDocument":{"uri":7},"position":{"line":0,"character":0}}"#),
    hover(line: "-1"), hover(line: "2147483648"), hover(line: "1e400"), hover(line: "0.5"), hover(line: "\"0\""),
    hover(line: "99999999999999999999999999"), hover(line: "0", character: "-1"), hover(line: "null"),
    hover(uri: ""), hover(uri: "not a uri"), hover(uri: "file:///a%zz"), hover(uri: "file:///a%00b"),
    hover(uri: "file:///%ff"), hover(uri: "file:///nowhere.pike"),
    request(
      "textDocument/rename",
      #"{"textDocument":{"uri":"\#(Wire.uri)"},"position":{"line":7,"character":9},"newName":"\ud800"}"#),
    request("textDocument/rename", #"{"textDocument":{"uri":"\#(Wire.uri)"},"position":{"line":7,"character":9}}"#),
    request(
      "textDocument/rename",
      #"{"textDocument":{"uri":"\#(Wire.uri)"},"position":{"line":7,"character":9},"newName":"1 2"}"#, -32803),
    request(
      "textDocument/semanticTokens/range",
      #"{"textDocument":{"uri":"\#(Wire.uri)"},"range":{"start":{"line":3,"character":0},"end":{"line":1,"character":0}}}"#
    ),
    request("workspace/symbol", "{}"), request("completionItem/resolve", #"{"data":{}}"#),
    request("completionItem/resolve", #"{"label":"a","data":{"file":7}}"#),
    request("workspace/diagnostic", #"{"previousResultIds":[{"uri":3}]}"#),
    request("initialize", "{}", -32600),
  ]

  private static func hover(
    uri: String = Wire.uri, line: String = "0", character: String = "0"
  ) -> Case {
    request(
      "textDocument/hover",
      #"{"textDocument":{"uri":"\#(uri)"},"position":{"line":\#(line),"character":\#(character)}}"#)
  }

  private static let mutations: [Case] = [
    request("engine_open_document", "{}"), request("engine_open_document", "null"),
    request("engine_open_document", #"{"uri":"file:///x.pike","version":"1","text":""}"#),
    request("engine_open_document", #"{"uri":"file:///x.pike","version":1,"text":7}"#),
    request("engine_open_document", #"{"uri":"file:///x.pike","version":1e99,"text":""}"#),
    request("engine_open_document", #"{"uri":"file:///x.pike","version":1,"text":"\udc00"}"#),
    request("engine_open_document", #"{"uri":"file:///x.pike","version":1,"text":"\ud800\ud800\udc00"}"#),
    request("engine_open_document", #"{"uri":"\#(Wire.uri)","version":9,"text":""}"#),
    request("engine_change_document", #"{"uri":"file:///closed.pike","version":2,"changes":[]}"#),
    request("engine_change_document", #"{"uri":"\#(Wire.uri)","version":1,"changes":[]}"#),
    request("engine_change_document", #"{"uri":"\#(Wire.uri)","version":0,"changes":[{"text":""}]}"#),
    request("engine_change_document", #"{"uri":"\#(Wire.uri)","version":2,"changes":7}"#),
    request("engine_change_document", #"{"uri":"\#(Wire.uri)","version":2,"changes":[7]}"#),
    request("engine_change_document", #"{"uri":"\#(Wire.uri)","version":2,"changes":[{"range":{},"text":""}]}"#),
    request(
      "engine_change_document",
      #"{"uri":"\#(Wire.uri)","version":2,"changes":[{"range":{"start":{"line":1,"character":1},"end":{"line":1,"character":0}},"text":""}]}"#
    ),
    request(
      "engine_change_document",
      #"{"uri":"\#(Wire.uri)","version":2,"changes":[{"range":{"start":{"line":-1,"character":0},"end":{"line":1,"character":0}},"text":""}]}"#
    ),
    request("engine_close_document", #"{"uri":"file:///closed.pike"}"#),
    request("engine_close_document", #"{"uri":""}"#),
    request("engine_update_config", #"{"settings":{"modulePaths":"x"}}"#),
    request("engine_update_config", #"{"settings":{"diagnosticsDelayMs":-5}}"#),
    request("engine_update_workspace", #"{"roots":["relative"]}"#),
    request("engine_cancel_request", "{}"), request("engine_cancel_request", #"{"requestId":{}}"#),
  ]

  @Test(arguments: envelopes + requests)
  func isAnsweredByTheLanguageServer(input: Case) throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen()
    check(input, wire) { $0["id"] != nil && $0["method"] == nil }
    let symbols = wire.call("textDocument/documentSymbol", ["textDocument": Wire.document()])["result"]
    #expect(symbols?.array?.count == 2, "the loop is dead")
  }

  @Test(arguments: envelopes + mutations)
  func isAnsweredByTheQueryEngine(input: Case) throws {
    let wire = try Wire(.queryEngine)
    wire.open()
    check(input, wire) { _ in true }
    #expect(wire.query("document_symbols", "alive")["result"]?["result"]?["payload"]?.array?.count == 2)
  }

  /// One barrier behind the input: all that it is answered with comes before.
  private func check(_ input: Case, _ wire: Wire, isAnswer: (JSONValue) -> Bool) {
    let before = wire.messages.filter(isAnswer).count
    wire.send(input.input)
    let barrier = wire.call("barrier")
    #expect(barrier["error"]?["code"]?.integer == -32601)
    if input.id != nil {
      let found = wire.wait { $0.messages.filter(isAnswer).count > before + 1 ? true : nil }
      #expect(found == true, "no answer")
    }
    let answers = wire.messages.filter(isAnswer).dropFirst(before).filter { $0 != barrier }
    #expect(answers.count == (input.id == nil ? 0 : 1), "\(answers)")
    guard let answer = answers.first, let id = input.id else { return }
    #expect(answer["id"] == (try? JSONValue(parsing: Array(id.utf8))))
    #expect(answer["error"]?["code"]?.integer == input.code)
    #expect(answer["error"]?["message"]?.string?.isEmpty == false)
  }

  // MARK: Notifications

  @Test(arguments: [
    ("textDocument/didOpen", #"{}"#), ("textDocument/didOpen", #"7"#),
    ("textDocument/didOpen", #"{"textDocument":{"uri":"\#(Wire.uri)","languageId":"pike","version":9,"text":""}}"#),
    ("textDocument/didChange", #"{"textDocument":{"uri":"file:///closed.pike","version":2},"contentChanges":[]}"#),
    ("textDocument/didChange", #"{"textDocument":{"uri":"\#(Wire.uri)","version":1},"contentChanges":[{"text":""}]}"#),
    ("textDocument/didChange", #"{"textDocument":{"uri":"\#(Wire.uri)","version":2},"contentChanges":[{"text":7}]}"#),
    (
      "textDocument/didChange",
      #"{"textDocument":{"uri":"\#(Wire.uri)","version":2},"contentChanges":[{"text":"","range":{"start":{"line":2,"character":0},"end":{"line":1,"character":0}}}]}"#
    ),
    ("textDocument/didClose", #"{"textDocument":{"uri":"file:///closed.pike"}}"#),
    ("workspace/didChangeWatchedFiles", #"{"changes":7}"#), ("$/cancelRequest", #"{"id":[]}"#),
    ("workspace/didChangeConfiguration", #"{"settings":{"pike":{"defines":7}}}"#),
  ])
  func aRefusedNotificationIsToldToThePersonAndChangesNothing(method: String, params: String) throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen()
    wire.send(#"{"method":"\#(method)","params":\#(params)}"#)
    let text = wire.message { $0["method"]?.string == "window/logMessage" }["params"]?["message"]?.string
    #expect(text?.hasPrefix("\(method) was refused: ") == true)
    let document = wire.document()
    #expect(document?.version == 1)
    #expect(document?.text == Wire.program)
  }

  @Test
  func halfASurrogatePairInADocumentIsTakenForAReplacementCharacter() throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.send(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"\#(Wire.uri)","languageId":"pike","version":1,"text":"a\ud83db"}}}"#
    )
    #expect(wire.message { $0["method"]?.string == "window/logMessage" }["params"]?["type"]?.integer == 2)
    // As wide in UTF-16 as what the editor has.
    wire.didChange(2, [Wire.change((0, 2), (0, 3), "c")])
    #expect(wire.document()?.text == "a\u{FFFD}c")
  }

  // MARK: Framing

  @Test(arguments: [
    "Content-Length: -5\r\n\r\n{}\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: x\r\n\r\n{}\n",
    "\r\n\r\njunk junk\r\n", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", "Content-Type: text\r\n\r\n{}\n",
    "Content-Length: 3\r\n\r\n{}", "Content-Length: 1\r\n\r\n{}\n",
  ])
  func badFramingIsAnsweredAndPassedOver(input: String) throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.send(raw: Array(input.utf8))
    wire.send(raw: Array("\n".utf8))
    #expect(wire.call("barrier")["error"]?["code"]?.integer == -32601)
    let errors = wire.messages.filter { $0["id"] == .null }
    #expect(!errors.isEmpty && errors.count <= 2)
    #expect(errors.allSatisfy { [-32700, -32600].contains($0["error"]?["code"]?.integer) })
  }

  /// The limit is a small one here: bytes are slow in tests.
  @Test
  func aLargeDocumentIsTakenAndOneOverTheLimitRefused() throws {
    var options = EngineOptions()
    options.libraryCandidates = []
    options.documentLimit = 1 << 20
    let wire = try Wire(.queryEngine, engine: options)
    let large = String(repeating: "// 0123456789 0123456789 0123456789 0123456789\n", count: 20_000)
    #expect(wire.open(large, uri: "file:///large.pike")["result"]?["revision"] != nil)
    #expect(wire.call("engine_close_document", ["uri": "file:///large.pike"])["result"] != nil)
    let refusal = wire.open(large + large, uri: "file:///larger.pike")
    #expect(refusal["error"]?["data"]?["code"]?.string == "TOO_LARGE")
    wire.open()
    #expect(wire.query("document_symbols", "alive")["result"]?["result"]?["payload"]?.array?.count == 2)
  }
}
