import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Reporting

@Suite struct ShowTests {
  private func lines(
    _ talk: ConversationBuilder, _ numbers: ClosedRange<Int> = 0...Int.max, isWhole: Bool = true
  ) -> [String] {
    var printer = ConversationPrinter(palette: Palette(isOn: false), numbers: numbers)
    var text = talk.records.map { printer.consume($0) }.joined()
    text += printer.finish(isWhole: isWhole)
    return text.split(separator: "\n").map(String.init)
  }

  /// The line of a record with its runs of spaces made one.
  private func line(_ talk: ConversationBuilder, of record: Int) -> String {
    lines(talk)[record].split(separator: " ").joined(separator: " ")
  }

  private func check(
    _ expected: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ last: (inout ConversationBuilder) -> Void
  ) {
    var talk = ConversationBuilder.begun()
    last(&talk)
    let line = line(talk, of: talk.last)
    #expect(line.hasSuffix(expected), "\(line)", sourceLocation: sourceLocation)
  }

  @Test func timesAndNumbersLineUp() {
    var talk = ConversationBuilder.begun()
    for _ in 0..<100 { talk.exchange("textDocument/hover", result: nil) }
    let columns = Set(
      lines(talk).map { line in line.distance(from: line.startIndex, to: line.firstIndex(where: { "→←".contains($0) })!)
      })
    #expect(columns.count == 1)
  }

  @Test func requestsAndAnswersNameEachOther() {
    var talk = ConversationBuilder.begun()
    let hover = talk.request(
      "textDocument/hover", ["textDocument": ["uri": "file:///w/main.c"], "position": ["line": 3, "character": 14]])
    talk.notify("window/logMessage", ["type": 3, "message": "busy"], from: .server)
    talk.answer(hover, ["contents": ["kind": "plaintext", "value": "int x"]])
    #expect(line(talk, of: 3) == "3 0.004 → textDocument/hover id 2 · main.c 3:14 (answered by #5 after 2.00 ms)")
    #expect(line(talk, of: 4) == "4 0.005 ← window/logMessage busy")
    #expect(line(talk, of: 5) == "5 0.006 ← textDocument/hover \"int x\" · answers #3 after 2.00 ms")
  }

  @Test func anUnansweredRequestIsMarked() {
    var talk = ConversationBuilder.begun()
    talk.request("textDocument/hover")
    #expect(line(talk, of: 3).hasSuffix("(never answered)"))
    #expect(lines(talk, isWhole: false)[3].hasSuffix("(answered more than 4096 records later, if at all)") == true)
  }

  /// However long an answer takes, memory and delay are bounded.
  @Test func linesAreHeldBackOnlySoFar() {
    var printer = ConversationPrinter(palette: Palette(isOn: false))
    var talk = ConversationBuilder()
    let poll = talk.request("workspace/diagnostic")
    for _ in 0..<10_000 { talk.notify("noise") }
    talk.answer(poll)
    let early = talk.records.map { printer.consume($0) }.joined()
    #expect(early.split(separator: "\n").count > 9000)
    #expect(early.hasPrefix("     0     0.001 → workspace/diagnostic             id 1 · {} (answered more than 4096"))
    #expect((early + printer.finish(isWhole: true)).split(separator: "\n").count == 10_002)
  }

  @Test func documentsShowTheirVersions() {
    check("→ textDocument/didChange a.c v1→2 · 0:1-0:2 deleted · whole text, 3 B") { talk in
      talk.open("file:///w/a.c", "abc")
      talk.change("file:///w/a.c", version: 2, edit(0, 1, 0, 2, ""), whole("xyz"))
    }
    check("→ textDocument/didOpen a.c v1, 3 B") { $0.open("file:///w/a.c", "abc") }
    check("→ textDocument/didChange u v2 ! it was not open") { $0.change("u", version: 2, whole("")) }
  }

  @Test func errorsCancelsAndDiagnosticsAreBrief() {
    check("← textDocument/hover error -32800: gone · answers #3 after 1.00 ms") { talk in
      talk.fail(talk.request("textDocument/hover"), code: -32800, "gone")
    }
    check("→ $/cancelRequest cancels #3 textDocument/hover") { talk in
      let hover = talk.request("textDocument/hover")
      talk.cancel(hover)
    }
    check("← textDocument/publishDiagnostics u v1 · 2 diagnostics, first: a · not open") {
      $0.publish("u", version: 1, "a", "b")
    }
  }

  @Test func whatIsNoMessageHasALineToo() {
    check("! noise from the server 3 B · a\\nb") { $0.append(.noise(from: .server, Array("a\nb".utf8))) }
    check("· stderr 4 B · oops") { $0.append(.standardError(Array("oops".utf8))) }
    check("· signal SIGTERM") { $0.append(.signal("SIGTERM")) }
    check("· the client closed its side") { $0.append(.close(from: .client)) }
    check("! gap 2 messages of the client and 1 of the server missing · 99 B · disk full") {
      $0.append(.gap(Gap(messages: PerParty(client: 2, server: 1), bytes: 99, reason: "disk full")))
    }
    check("· end the server was ended by signal 9 · 1 message of the client · 2 of the server") {
      $0.append(.end(End(status: .signal(9), messages: PerParty(client: 1, server: 2))))
    }
    check("← malformed \\e[2J ! not a JSON object: expected '{' at byte 0") { $0.raw("\u{1B}[2J", from: .server) }
  }

  @Test func onlyTheWantedRecordsAreShown() {
    var talk = ConversationBuilder.begun()
    talk.exchange("textDocument/hover", result: nil)
    let shown = lines(talk, 3...3)
    #expect(shown.count == 1)
    #expect(shown.first?.contains("answered by #4") == true)
  }

  @Test func jsonLinesCarryBodiesAndMeaning() throws {
    var talk = ConversationBuilder.begun()
    talk.raw("{\n  \"id\": 9,\r\n  \"method\": \"x\"\n}\n", from: .client)
    talk.raw("nonsense", from: .server)
    var lines = RecordLines()
    let values = try talk.records.map { record in
      let line = lines.consume(record)
      #expect(line.last == UInt8(ascii: "\n") && line.dropLast().contains(UInt8(ascii: "\n")) == false)
      return try JSONValue(parsing: line)
    }
    #expect(values[1]["answers"]?.integer == 0)
    #expect(values[1]["latency"]?.integer == 1000)
    #expect(values[1]["method"]?.string == "initialize")
    #expect(values[3]["body"]?["id"]?.integer == 9)
    #expect(values[3]["kind"]?.string == "request")
    #expect(values[4]["text"]?.string == "nonsense")
    #expect(values[4]["anomaly"] != nil)
  }
}

@Suite struct DocumentSearchTests {
  private func search(_ argument: String) throws -> Result<DocumentSearch.Found, DocumentSearch.Failure> {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/src/main.c", "one", version: 1)
    talk.change("file:///w/src/main.c", version: 4, whole("four"))
    talk.open("file:///w/test/main.c", "test", version: 1)
    talk.open("file:///w/a%20b.c", "space", version: 1)
    talk.open("file:///w/twice.c", "first", version: 1)
    talk.close("file:///w/twice.c")
    talk.open("file:///w/twice.c", "second", version: 1)
    var search = DocumentSearch(try #require(DocumentAtVersion(argument: argument)))
    for record in talk.records { search.consume(record) }
    return search.result
  }

  @Test(arguments: [
    ("file:///w/src/main.c@4", "four"), ("src/main.c@1", "one"), ("a b.c@1", "space"), ("a%20b.c@1", "space"),
    ("twice.c@1", "second"),
  ])
  func aDocumentIsFoundByTheEndOfItsName(argument: String, expected: String) throws {
    #expect(try search(argument).get().text == Array(expected.utf8))
  }

  @Test(arguments: [
    ("main.c@1", "may be any of these"), ("other.c@1", "there are:"), ("src/main.c@2", "the nearest are 1 and 4"),
    ("src/main.c@9", "the last is 4"), ("src/main.c@0", "the first is 1"),
  ])
  func whatIsNotThereIsExplained(argument: String, expected: String) throws {
    guard case .failure(let failure) = try search(argument) else {
      Issue.record("found")
      return
    }
    #expect(failure.description.contains(expected))
  }

  @Test func aVersionThatIsThereTwiceIsMentioned() throws {
    #expect(try search("twice.c@1").get().notice?.contains("2 times") == true)
  }

  @Test(arguments: ["main.c", "@3", "main.c@", "main.c@x"])
  func anArgumentWithoutNameOrVersionIsRefused(argument: String) {
    #expect(DocumentAtVersion(argument: argument) == nil)
  }
}
