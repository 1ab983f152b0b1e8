import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Checkers

/// Where positions may stand. Records 0 to 2 are the handshake; the document is opened in record 3.
@Suite struct PositionTests {
  /// Three lines; the second has a character of two UTF-16 units at column 1.
  private static let text = "abc\nx😀y\nend"

  private static let ranges: [(JSONValue, String?)] = [
    (range(0, 0, 0, 3), nil), (range(1, 1, 1, 3), nil), (range(2, 3, 2, 3), nil),
    (range(0, 2, 0, 1), ""), (range(0, 0, 0, -1), ""), (range(1, 2, 1, 3), ""), (range(1, 1, 1, 2), ""),
    (range(3, 1, 3, 1), ""), (range(0, 0, 7, 0), ""), (range(0, 0, 0, 4), "?"), (range(0, 0, 3, 0), "?"),
  ]

  private func expected(_ mark: String?, _ checker: String = "positions-in-document@5") -> [String] {
    mark.map { [checker + $0] } ?? []
  }

  @Test(arguments: ranges)
  func ofAnAnswerAboutAnOpenDocument(range: JSONValue, mark: String?) {
    let heldTo: [(ServerPromises, String?)] = [([], mark), (.exactPositions, mark.map { _ in "" })]
    for (promises, mark) in heldTo {
      check(finds: expected(mark), promises: promises) { talk in
        talk.open("u", Self.text)
        talk.exchange("textDocument/documentHighlight", ["textDocument": ["uri": "u"]], result: [["range": range]])
      }
    }
  }

  @Test(arguments: ranges)
  func ofDiagnostics(range: JSONValue, mark: String?) {
    let heldTo: [(Int?, String?)] = [(1, mark), (nil, Self.isWrongAnywhere(range) ? mark : nil)]
    for (version, mark) in heldTo {
      check(finds: expected(mark, "positions-in-document@4")) { talk in
        talk.open("u", Self.text)
        var params: [JSONMember] = [JSONMember("uri", "u"), JSONMember("diagnostics", [["range": range]])]
        if let version { params.append(JSONMember("version", .number(String(version)))) }
        talk.notify("textDocument/publishDiagnostics", .object(params), from: .server)
      }
    }
  }

  /// Reversed or negative.
  private static func isWrongAnywhere(_ wrong: JSONValue) -> Bool {
    [range(0, 2, 0, 1), range(0, 0, 0, -1)].contains(wrong)
  }

  @Test(arguments: ranges)
  func ofAQuery(range: JSONValue, mark: String?) {
    checkEngine(finds: expected(mark.map { _ in "" })) { talk in
      talk.acknowledge(talk.engineOpen("file:///u", Self.text), 1)
      talk.reply(talk.query("document_highlight", "a"), used: 1, [["range": range]])
    }
  }

  private static let wrong = range(9, 0, 9, 0)
  private static let methods: [(String, JSONValue)] = [
    ("textDocument/hover", ["contents": "x", "range": wrong]),
    ("textDocument/definition", ["uri": "u", "range": wrong]),
    ("textDocument/definition", [["range": wrong, "uri": "u"]]),
    ("textDocument/definition", [["originSelectionRange": wrong, "targetUri": "file:///closed"]]),
    ("textDocument/definition", [["targetRange": wrong, "targetSelectionRange": wrong, "targetUri": "u"]]),
    ("textDocument/documentSymbol", [["children": [["selectionRange": wrong]], "range": range(0, 0, 0, 1)]]),
    ("textDocument/completion", ["items": [["textEdit": ["range": wrong, "newText": "x"]]]]),
    ("textDocument/completion", ["items": [["textEdit": ["insert": wrong, "replace": wrong]]]]),
    ("textDocument/foldingRange", [["startLine": 0, "endLine": 9]]),
    ("textDocument/selectionRange", [["range": range(0, 0, 0, 1), "parent": ["range": wrong]]]),
    ("textDocument/rename", ["changes": ["file:///closed": [["range": wrong]], "u": [["range": wrong]]]]),
    ("textDocument/rename", ["documentChanges": [["edits": [["range": wrong]], "textDocument": ["uri": "u"]]]]),
    ("textDocument/codeAction", [["edit": ["changes": ["u": [["range": wrong]]]]]]),
    ("textDocument/diagnostic", ["items": [["range": wrong]]]),
  ]

  @Test(arguments: methods)
  func inTheResultsOfAllMethods(method: String, result: JSONValue) {
    check(finds: "positions-in-document@5") { talk in
      talk.open("u", Self.text)
      talk.exchange(method, ["textDocument": ["uri": "u"]], result: result)
    }
  }

  @Test(
    arguments: [
      ["items": [["label": "x", "data": ["range": wrong], "command": ["arguments": [["range": wrong]]]]]],
      ["items": [["label": "x", "documentation": ["range": wrong]]]],
      ["items": [["x": ["uri": "file:///closed", "range": wrong]]]], nil, [],
    ] as [JSONValue])
  func whatIsOpaqueOrOfOtherDocumentsIsNotLookedAt(result: JSONValue) {
    check { talk in
      talk.open("u", Self.text)
      talk.exchange("textDocument/completion", ["textDocument": ["uri": "u"]], result: result)
    }
  }

  @Test func anotherOpenDocumentIsOnlyObservedUnlessThereIsOneState() {
    let heldTo: [(ServerPromises, String)] = [([], "?"), (.oneState, "")]
    for (promises, mark) in heldTo {
      check(finds: ["positions-in-document@6" + mark], promises: promises) { talk in
        talk.open("u", Self.text)
        talk.open("v", "")
        talk.exchange(
          "textDocument/definition", ["textDocument": ["uri": "v"]], result: ["uri": "u", "range": Self.wrong])
      }
    }
  }

  @Test func whatCrossedAnEditIsNotJudged() {
    check { talk in
      talk.open("u", Self.text)
      let highlight = talk.request("textDocument/documentHighlight", ["textDocument": ["uri": "u"]])
      talk.change("u", version: 2, whole(""))
      talk.answer(highlight, [["range": range(2, 0, 2, 3)]])
      talk.notify(
        "textDocument/publishDiagnostics",
        ["uri": "u", "version": 1, "diagnostics": [["range": range(2, 0, 2, 3)]]], from: .server)
    }
  }

  @Test func aDocumentThatTheClientSpoiledIsNotJudged() {
    check(finds: "document-versions@4") { talk in
      talk.open("u", Self.text, version: 2)
      talk.change("u", version: 1, whole(""))
      talk.exchange(
        "textDocument/documentHighlight", ["textDocument": ["uri": "u"]], result: [["range": range(2, 0, 2, 3)]])
    }
  }

  @Test(arguments: [("utf-8", 5), ("utf-16", 3), ("utf-32", 2)])
  func columnsCountInTheUnitThatWasAgreedOn(encoding: String, column: Int) {
    for (column, count) in [(column, 0), (column + 2, 1)] {
      var talk = ConversationBuilder.begun(encoding: encoding)
      talk.open("u", Self.text)
      talk.exchange(
        "textDocument/documentHighlight", ["textDocument": ["uri": "u"]],
        result: [["range": range(1, 0, 1, column)]])
      talk.goodbye()
      #expect(findings(in: talk).count == count)
    }
  }

  // MARK: Snapshots

  @Test func aFixedSnapshotIsJudgedByItsText() {
    checkEngine(finds: "positions-in-document@7", "positions-in-document@9") { talk in
      talk.acknowledge(talk.engineOpen("file:///u", "abc"), 1)
      talk.acknowledge(talk.engineChange("file:///u", version: 2, "a"), 2)
      talk.reply(
        talk.query("document_highlight", "a", snapshot: "snp-2"), used: 2, [["range": range(0, 0, 0, 3)]])
      talk.reply(talk.query("document_highlight", "b"), used: 2, [["range": range(0, 0, 0, 3)]])
      talk.reply(
        talk.query("document_highlight", "c", snapshot: "snp-1"), used: 1, [["range": range(0, 0, 0, 3)]])
    }
  }

  // MARK: Semantic tokens

  private static let tokens: [(JSONValue, String?)] = [
    ([], nil), ([0, 0, 3, 0, 0, 1, 1, 2, 1, 0], nil), ([0, 0, 3, 0], ""), ([0, 0, 3, 0, 0, 3, 0, 1, 0, 0], ""),
    ([0, 0, -1, 0, 0], ""), ([0, 5, 1, 0, 0], ""), ([1, 2, 1, 0, 0], ""), ([0, 0, 1, 2, 0], ""),
    ([0, 0, 1, 0, 0, 0, 2, 2, 0, 0], "?"), (["x", 0, 1, 0, 0], ""),
  ]

  @Test(arguments: tokens)
  func semanticTokens(data: JSONValue, mark: String?) {
    let heldTo: [(ServerPromises, String?)] = [([], mark), (.exactPositions, mark.map { _ in "" })]
    for (promises, mark) in heldTo {
      var talk = ConversationBuilder()
      let legend: JSONValue = ["tokenTypes": ["type", "class"], "tokenModifiers": []]
      talk.exchange(
        "initialize", result: ["capabilities": ["semanticTokensProvider": ["legend": legend, "full": true]]])
      talk.open("u", Self.text)
      talk.exchange("textDocument/semanticTokens/full", ["textDocument": ["uri": "u"]], result: ["data": data])
      talk.goodbye()
      var limits = CheckerLimits()
      limits.promises = promises
      let found = findings(in: talk, limits: limits)
      #expect(found.map { $0.checker } == expected(mark, "").map { _ in "semantic-tokens-well-formed" })
      #expect(found.allSatisfy { $0.weight == (mark == "?" ? .observation : .must) })
    }
  }
}
