import JSONRPC
import Recording
import Replay
import Stress
import Testing
import Transcript

@Suite struct ClientScriptTests {
  static func script(
    _ framing: Framing = .contentLength, text: String = "int a;\nint b;\n", dialect: ClientDialect = .neovim,
    encoding: PositionEncoding = .utf16
  ) -> ClientScript {
    let file = SampleFile(path: "a b.pike", languageID: "pike", text: Array(text.utf8))
    let workspace = SampleWorkspace(language: .pike, files: [file])
    var script = ClientScript(framing: framing, workspace: workspace, dialect: dialect, encoding: encoding)
    script.open("a b.pike")
    return script
  }

  static func bodies(_ script: inout ClientScript) -> [String] {
    script.finish().records.compactMap { record in
      if case .message(from: .client, let message) = record.event {
        String(decoding: message.body, as: UTF8.self)
      } else {
        nil
      }
    }
  }

  @Test func aSessionBeginsWithTheHandshakeAndEndsWithShutdown() {
    var script = Self.script()
    let bodies = Self.bodies(&script)
    #expect(bodies[0].hasPrefix(#"{"jsonrpc":"2.0","id":1,"method":"initialize","#))
    #expect(bodies[1] == #"{"jsonrpc":"2.0","method":"initialized","params":{},"$after":[1]}"#)
    #expect(
      bodies[2].contains(
        #""uri":"file:///w/project/a%20b.pike","languageId":"pike","version":0,"text":"int a;\nint b;\n""#))
    #expect(bodies[3] == #"{"jsonrpc":"2.0","id":2,"method":"shutdown","$quiet":100}"#)
    #expect(bodies[4] == #"{"jsonrpc":"2.0","method":"exit","$after":[2]}"#)
  }

  @Test func anotherProtocolHasOtherNamesForTheSame() {
    var script = Self.script(.lines, encoding: .utf8)
    script.edit("a b.pike", replacing: 4..<5, with: "é")
    let hover = script.hover("a b.pike", at: 6)
    script.cancel(hover)
    let bodies = Self.bodies(&script)
    #expect(bodies[0] == #"{"id":1,"method":"get_protocol_info","params":{"protocol":"query-engine-v2","major":2}}"#)
    #expect(bodies[1].hasSuffix(#""roots":["/w/project"]},"$after":[1]}"#))
    #expect(
      bodies[3]
        == #"{"id":4,"method":"engine_change_document","params":{"uri":"file:///w/project/a%20b.pike","version":1,"#
        + #""changes":[{"range":{"start":{"line":0,"character":4},"end":{"line":0,"character":5}},"text":"é"}],"#
        + #""encoding":"utf-8"}}"#)
    #expect(
      bodies[4]
        == #"{"id":5,"method":"engine_query","params":{"feature":"hover","requestId":"q5","snapshot":{"mode":"latest"},"#
        + #""queryParams":{"uri":"file:///w/project/a%20b.pike","position":{"line":0,"character":6},"#
        + #""encoding":"utf-8"}}}"#)
    #expect(bodies[5] == #"{"id":6,"method":"engine_cancel_request","params":{"requestId":"q5"}}"#)
  }

  @Test(arguments: [
    (PositionEncoding.utf8, 8), (PositionEncoding.utf16, 5), (PositionEncoding.utf32, 4),
  ])
  func positionsCountInTheUnitOfTheSession(_ encoding: PositionEncoding, _ character: Int) {
    let script = Self.script(text: "\r\n\"é🛶\" x", encoding: encoding)
    let place = script.position("a b.pike", 10)
    #expect(place == ["line": 1, "character": .number(String(character))])
  }

  @Test func anEditThatIsUndoneLeavesTheTextAsItWas() {
    var script = Self.script(text: "int a;\r\nint b;\r\n")
    let before = script.text("a b.pike")
    let first = script.edit("a b.pike", replacing: 4..<6, with: "🛶")
    // A lone end of a line becomes half of one.
    let second = script.edit("a b.pike", replacing: 0..<0, with: "\r")
    let third = script.edit("a b.pike", replacing: 1..<1, with: "\n")
    for edit in [third, second, first] { script.undo(edit) }
    #expect(script.text("a b.pike") == before)
    #expect(script.version("a b.pike") == 6)
    let records = script.finish().records
    #expect(Transcript(records).documents.text(of: script.uri("a b.pike"), atRecord: .max) == before)
  }

  @Test func waitsStandInTheNextMessageOnly() {
    var script = Self.script()
    let first = script.hover("a b.pike", at: 0)
    let second = script.definition("a b.pike", at: 4)
    script.awaitAnswers([first, second, nil])
    script.references(ofAnswer: second)
    script.documentSymbol("a b.pike")
    let bodies = Self.bodies(&script)
    #expect(
      bodies[5]
        == #"{"jsonrpc":"2.0","id":4,"method":"textDocument/references","params":{"#
        + #""textDocument":{"uri":{"$from":3,"at":[0,"uri"]}},"position":{"$from":3,"at":[0,"range","start"]},"#
        + #""context":{"includeDeclaration":true}},"$after":[2,3]}"#)
    #expect(!bodies[6].contains("$after"))
  }

  @Test func whatTheServerCannotIsNotAsked() {
    let workspace = SampleWorkspace(language: .c, files: [])
    let features = Set<Feature>(serverCapabilities: [
      "hoverProvider": true, "renameProvider": false, "diagnosticProvider": [:],
    ])
    var script = ClientScript(framing: .contentLength, workspace: workspace, features: features)
    #expect(features == [.hover, .diagnostic])
    #expect(script.rename("x", at: 0, to: "y") == nil)
    #expect(script.diagnostic("x") == nil, "diagnostics are pushed to this client")
    #expect(script.messageCount == 0)
    #expect(script.hover("x", at: 0) != nil)
  }

  @Test func filesThatChangeOnDiskAreInTheRecording() throws {
    var script = Self.script()
    script.write("new.pike", text: Array("int n;\n".utf8))
    script.changeWatchedFiles([.created("new.pike"), .deleted("a b.pike")])
    script.write("new.pike", text: Array("int m;\n".utf8))
    script.changeWatchedFiles([.changed("new.pike")])
    let session = script.finish()
    let changes = FileChange.all(in: session, Transcript(session.records)).sorted { $0.key < $1.key }.map(\.value)
    try #require(changes.count == 2)
    #expect(changes[0].map(\.uri) == [script.uri("new.pike"), script.uri("a b.pike")])
    #expect(changes[0].map(\.outcome) == [.written(Array("int n;\n".utf8), isExecutable: false), .removed])
    #expect(changes[1].first?.outcome == .written(Array("int m;\n".utf8), isExecutable: false))
    #expect(session.files.map(\.path) == ["a b.pike"])
  }
}
