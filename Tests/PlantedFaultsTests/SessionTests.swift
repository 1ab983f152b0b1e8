import JSONRPC
import PlantedFaults
import Testing

/// A fault must be something to be found, not something that takes the searcher along: an engine with one must live through any
/// session, unless it says itself that it is gone.
struct SessionTests {
  private static let cases = PlantedFaults.all.flatMap { fault in fault.languages.map { (fault.id, $0) } }

  @Test(arguments: cases)
  func anEngineWithAFaultLivesThroughSessions(id: String, language: PlantedFault.Language) throws {
    let fault = try #require(PlantedFaults.named(id))
    let rig = Rig(fault, language == .lsp ? .contentLength : .lines, files: Scenario.files(3))
    Session(rig).play(1, messages: 25)
    #expect(!rig.messages.isEmpty)
  }

  /// The same session twice says the same, so that what is found can be found again.
  @Test(arguments: PlantedFaults.all.map(\.id))
  func anEngineWithAFaultDoesTheSameEachTime(id: String) throws {
    let fault = try #require(PlantedFaults.named(id))
    let (one, other) = (Rig(fault, .lines, files: Scenario.files(3)), Rig(fault, .lines, files: Scenario.files(3)))
    for rig in [one, other] { Session(rig).play(7, messages: 10) }
    let same = one.messages == other.messages
    #expect(same)
  }
}

/// A client that does anything.
private struct Session {
  private static let pieces = [
    "int g() { return f1(); }\n", "{", "}", "\"", "\r\n", "class C { int x; }\n", "inherit \"f2\";\n", "é\u{1F600}",
    ";", "f1", "",
    "/* ", "#if 1\n", "return nothing;\n",
  ]
  private static let features = [
    ("hover", "textDocument/hover"), ("definition", "textDocument/definition"),
    ("references", "textDocument/references"),
    ("completion", "textDocument/completion"), ("document_symbols", "textDocument/documentSymbol"),
    ("diagnostics", "textDocument/foldingRange"), ("semantic_tokens", "textDocument/semanticTokens/full"),
    ("document_highlight", "textDocument/documentHighlight"), ("workspace_symbols", "textDocument/signatureHelp"),
  ]

  let rig: Rig

  init(_ rig: Rig) { self.rig = rig }

  func play(_ seed: UInt64, messages: Int) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var version = 1
    var last = 0
    rig.open("int main() { return f1(); }\n", version: version)
    for _ in 0..<messages {
      switch draw(10) {
      case 0..<4:
        version += 1
        let (line, column) = (draw(4), draw(30))
        let end = draw(3) == 0 ? (line + draw(2), column + draw(20)) : (line, column)
        rig.change([Rig.edit((line, column), end, Self.pieces[draw(Self.pieces.count)])], version: version)
      case 4..<8:
        let feature = Self.features[draw(Self.features.count)]
        last = rig.query(
          rig.framing == .lines ? feature.0 : feature.1, draw(3) == 0 ? "file:///w/f1.pike" : Rig.a,
          at: (draw(3), draw(30)),
          snapshot: draw(3) == 0 && !rig.snapshot.isEmpty ? rig.snapshot : nil,
          with: [JSONMember("query", "f"), JSONMember("context", ["includeDeclaration": true])])
      case 8: rig.cancel(last - draw(2))
      default:
        if draw(2) == 0 {
          rig.disk["/w/f\(1 + draw(3)).pike"] = draw(4) == 0 ? nil : "int f1() { return \(draw(100)); }\n"
          rig.touch(["file:///w/f1.pike", "file:///w/f2.pike"])
        } else {
          rig.close()
          rig.open("int main() { return f1(); }\nint h() { }\n", version: version)
        }
      }
      if draw(2) == 0 { rig.pass(.microseconds(Double(draw(3000)))) } else { for _ in 0..<draw(5) { rig.step() } }
    }
    rig.pass(.seconds(1))
  }
}
