import EngineProtocols
import JSONRPC
import ProcessControl
import Testing

/// Lifecycle, synchronisation and capabilities of the LSP adapter.
struct LanguageServerTests {
  // MARK: Lifecycle

  @Test(arguments: Channel.allCases)
  func requestsBeforeInitializeAndAfterShutdownAreRefused(channel: Channel) throws {
    let wire = try Wire(.lsp, channel)
    #expect(wire.call("textDocument/hover")["error"]?["code"]?.integer == -32002)
    #expect(wire.call("shutdown")["error"]?["code"]?.integer == -32002)
    #expect(wire.initialize()["result"]?["capabilities"]?["textDocumentSync"]?["change"]?.integer == 2)
    #expect(wire.call("initialize", ["capabilities": [:]])["error"]?["code"]?.integer == -32600)
    #expect(wire.call("shutdown")["result"] == .null)
    #expect(wire.call("textDocument/hover")["error"]?["code"]?.integer == -32600)
    #expect(wire.call("shutdown")["error"]?["code"]?.integer == -32600)
    wire.notify("exit", nil)
    if channel == .stdio { #expect(wire.status() == .exit(0)) } else { #expect(wire.adapter?.exitCode == 0) }
  }

  @Test(arguments: Channel.allCases, [true, false])
  func exitWithoutShutdownIsAFailure(channel: Channel, isInitialized: Bool) throws {
    let wire = try Wire(.lsp, channel)
    if isInitialized { wire.initialize() }
    wire.notify("exit", nil)
    if channel == .stdio { #expect(wire.status() == .exit(1)) } else { #expect(wire.adapter?.exitCode == 1) }
  }

  // MARK: Positions

  @Test(
    arguments: [
      (nil, "utf-16"), (["utf-8", "utf-16"], "utf-8"), (["utf-32", "utf-8"], "utf-32"), (["utf-7"], "utf-16"),
      ([], "utf-16"),
    ] as [([String]?, String)])
  func theClientsFirstEncodingIsTaken(offered: [String]?, expected: String) throws {
    let wire = try Wire(.lsp)
    let capabilities: JSONValue =
      offered.map { ["general": ["positionEncodings": .array($0.map(JSONValue.string))]] } ?? [:]
    #expect(wire.initialize(capabilities)["result"]?["capabilities"]?["positionEncoding"]?.string == expected)
  }

  /// The text has characters of one to four bytes; the edit replaces the last letter of its first line.
  @Test(arguments: [("utf-8", 20), ("utf-16", 15), ("utf-32", 14)])
  func columnsAreCountedInTheNegotiatedEncoding(encoding: String, column: Int) throws {
    let wire = try Wire(.lsp)
    wire.initialize(["general": ["positionEncodings": .array([.string(encoding)])]])
    wire.didOpen("// aé€😀 sound X\n")
    wire.didChange(2, [Wire.change((0, column), (0, column + 1), "Y")])
    #expect(wire.document()?.text == "// aé€😀 sound Y\n")
  }

  // MARK: Documents

  @Test
  func fullAndRangedChangesMixInOneNotification() throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen("one")
    wire.didChange(2, [Wire.change((0, 0), (0, 3), "two"), ["text": "int a;\n"], Wire.change((0, 4), (0, 5), "b")])
    #expect(wire.document()?.text == "int b;\n")
    #expect(wire.document()?.version == 2)
  }

  /// As Neovim deletes the last line of a text that does not end with one.
  @Test
  func positionsBehindTheEndMeanTheEnd() throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen("a\nb")
    wire.didChange(2, [Wire.change((1, 0), (9, 0), "c"), Wire.change((0, 77), (0, 99), "!")])
    #expect(wire.document()?.text == "a!\nc")
  }

  @Test(arguments: [
    "file:///work/dir%20a/x.pike", "FILE:///work/./dir%20a/y/../x.pike", "file://localhost/work/dir%20a//x.pike",
  ])
  func answersUseTheClientsSpelling(uri: String) throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen(Wire.program, uri: uri)
    #expect(wire.document("/work/dir a/x.pike") != nil)
    let published = wire.message { $0["method"]?.string == "textDocument/publishDiagnostics" }
    #expect(published["params"]?["uri"]?.string == uri)
    let answer = wire.call(
      "textDocument/definition", ["textDocument": Wire.document(uri), "position": Wire.position(7, 9)])
    #expect(answer["result"]?[0]?["uri"]?.string == uri)
  }

  // MARK: Diagnostics

  @Test
  func pushedDiagnosticsHaveTheVersionAndAreClearedOnClose() throws {
    let wire = try Wire(.lsp)
    wire.initialize()
    wire.didOpen("int main() { return 0 }\n", version: 7)
    func published(_ version: Int?) -> JSONValue? {
      wire.wait { received in
        received.messages.last {
          $0["method"]?.string == "textDocument/publishDiagnostics" && $0["params"]?["version"]?.integer == version
        }
      }?["params"]?["diagnostics"]
    }
    #expect(published(7)?.array?.isEmpty == false)
    wire.didChange(8, [Wire.change((0, 21), (0, 21), ";")])
    #expect(published(8) == [])
    wire.notify("textDocument/didClose", ["textDocument": Wire.document()])
    #expect(published(nil) == [])
    #expect(wire.notifications("window/logMessage").isEmpty)
  }

  private static let pulls: JSONValue = ["textDocument": ["diagnostic": [:]]]

  @Test
  func aClientThatPullsIsNotPushedTo() throws {
    let wire = try Wire(.lsp)
    #expect(wire.initialize(Self.pulls)["result"]?["capabilities"]?["diagnosticProvider"] != nil)
    wire.didOpen("int main() { return 0 }\n")
    let report = wire.call("textDocument/diagnostic", ["textDocument": Wire.document()])["result"]
    #expect(report?["kind"]?.string == "full")
    #expect(report?["items"]?.array?.isEmpty == false)
    let id = try #require(report?["resultId"])
    let again = wire.call("textDocument/diagnostic", ["textDocument": Wire.document(), "previousResultId": id])
    #expect(again["result"] == ["kind": "unchanged", "resultId": id])
    wire.didChange(2, [Wire.change((0, 21), (0, 21), ";")])
    let fixed = wire.call("textDocument/diagnostic", ["textDocument": Wire.document(), "previousResultId": id])
    #expect(fixed["result"]?["kind"]?.string == "full")
    #expect(fixed["result"]?["items"] == [])
    #expect(wire.notifications("textDocument/publishDiagnostics").isEmpty)
  }

  @Test
  func diagnosticsOfTheWorkspaceAreReportedOnce() throws {
    let wire = try Wire(.lsp)
    wire.initialize(Self.pulls)
    wire.didOpen("int main() { return 0 }\n", version: 3)
    let first = wire.call("workspace/diagnostic", ["previousResultIds": []])["result"]?["items"]
    #expect(first?.array?.count == 1)
    #expect(first?[0]?["uri"]?.string == Wire.uri)
    #expect(first?[0]?["version"]?.integer == 3)
    let known: JSONValue = ["uri": .string(Wire.uri), "value": first?[0]?["resultId"] ?? .null]
    let gone: JSONValue = ["uri": "file:///work/gone.pike", "value": "1"]
    let second = wire.call("workspace/diagnostic", ["previousResultIds": [known, gone]])["result"]?["items"]
    #expect(second?[0]?["kind"]?.string == "unchanged")
    #expect(second?[1]?["uri"]?.string == "file:///work/gone.pike")
    #expect(second?[1]?["items"] == [])
  }

  // MARK: Shapes

  @Test(arguments: [true, false])
  func symbolsAreNestedOrFlatAsTheClientHasIt(isNested: Bool) throws {
    let wire = try Wire(.lsp)
    wire.initialize(["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": .bool(isNested)]]])
    wire.didOpen("class A { int b; }\n")
    let result = wire.call("textDocument/documentSymbol", ["textDocument": Wire.document()])["result"]
    if isNested {
      #expect(result?[0]?["children"]?[0]?["name"]?.string == "b")
    } else {
      #expect(result?[1]?["name"]?.string == "b")
      #expect(result?[1]?["containerName"]?.string == "A")
      #expect(result?[1]?["location"]?["uri"]?.string == Wire.uri)
    }
  }

  @Test(arguments: [true, false])
  func renamingHasVersionsIfTheClientKnowsThem(hasVersions: Bool) throws {
    let wire = try Wire(.lsp)
    wire.initialize(["workspace": ["workspaceEdit": ["documentChanges": .bool(hasVersions)]]])
    wire.didOpen()
    wire.didChange(5, [Wire.change((0, 0), (0, 0), " ")])
    let result = wire.call(
      "textDocument/rename",
      ["textDocument": Wire.document(), "position": Wire.position(7, 9), "newName": "hail"])["result"]
    if hasVersions {
      #expect(result?["documentChanges"]?[0]?["textDocument"] == ["uri": .string(Wire.uri), "version": 5])
      #expect(result?["documentChanges"]?[0]?["edits"]?.array?.count == 2)
    } else {
      #expect(result?["changes"]?[Wire.uri]?.array?.count == 2)
    }
  }

  @Test
  func anItemIsResolvedFromWhatItCarries() throws {
    let wire = try Wire(.lsp)
    wire.initialize(["textDocument": ["completion": ["completionItem": ["documentationFormat": ["markdown"]]]]])
    wire.didOpen()
    let list = wire.call(
      "textDocument/completion", ["textDocument": Wire.document(), "position": Wire.position(7, 9)])["result"]
    let item = try #require(list?["items"]?.array?.first { $0["label"]?.string == "greet" })
    // Nobody remembers the list: another server resolves the item.
    let other = try Wire(.lsp)
    other.initialize(["textDocument": ["completion": ["completionItem": ["documentationFormat": ["markdown"]]]]])
    other.didOpen()
    let resolved = other.call("completionItem/resolve", item)["result"]
    #expect(resolved?["label"] == item["label"] && resolved?["textEdit"] == item["textEdit"])
    #expect(resolved?["documentation"]?["value"]?.string?.contains("Greets.") == true)
  }

  // MARK: What the server asks

  @Test
  func configurationIsPulledWatchersAreRegisteredAndProgressIsShown() throws {
    let wire = try Wire(.lsp)
    wire.initialize([
      "workspace": [
        "configuration": true, "didChangeWatchedFiles": ["dynamicRegistration": true],
        "didChangeConfiguration": ["dynamicRegistration": true],
      ], "window": ["workDoneProgress": true],
    ])
    func asked(_ method: String) -> JSONValue { wire.message { $0["method"]?.string == method } }
    func answer(_ request: JSONValue, _ result: JSONValue) {
      wire.send(
        String(decoding: (["id": request["id"] ?? .null, "result": result] as JSONValue).serialized(), as: UTF8.self))
    }
    let registration = asked("client/registerCapability")
    let methods = registration["params"]?["registrations"]?.array?.compactMap { $0["method"]?.string }
    #expect(methods == ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"])
    answer(registration, .null)

    wire.didOpen("int main() { int unused; return 0; }\n")
    let configuration = asked("workspace/configuration")
    #expect(configuration["params"]?["items"]?[0]?["section"]?.string == "pike")
    answer(configuration, [["disabledDiagnostics": ["unused-local"]]])
    let quiet = wire.wait { received in
      received.messages.last {
        $0["method"]?.string == "textDocument/publishDiagnostics" && $0["params"]?["diagnostics"] == []
      }
    }
    #expect(quiet != nil, "the setting has no effect")

    #expect(wire.notifications("$/progress").isEmpty, "progress before its token is known")
    answer(asked("window/workDoneProgress/create"), .null)
    _ = wire.message { $0["params"]?["value"]?["kind"]?.string == "end" }
    let kinds = wire.notifications("$/progress").compactMap { $0["params"]?["value"]?["kind"]?.string }
    #expect(kinds.first == "begin" && kinds.last == "end")
    // Whoever answers what was not asked is not listened to.
    answer(["id": 999], 1)
    answer(["id": "x"], 1)
    #expect(wire.call("nothing")["error"]?["code"]?.integer == -32601)
  }
}
