import JSONRPC
import Recording
import Replay
import SyntheticConversations
import Testing

@testable import Reporting

@Suite struct DiffTests {
  private func compare(_ first: ConversationBuilder, _ second: ConversationBuilder) -> DiffReport {
    func outline(_ talk: ConversationBuilder) -> ConversationOutline {
      var outline = ConversationOutline()
      for record in talk.records { outline.consume(record) }
      return outline
    }
    func body(_ talk: ConversationBuilder, _ outline: ConversationOutline) -> (Int) -> [UInt8]? {
      { number in
        guard case .message(_, let message) = talk.records[number].event else { return nil }
        return outline.neutralPaths.neutral(message.body)
      }
    }
    let (old, new) = (outline(first), outline(second))
    let comparison = OutlineComparison(old, new)
    let detail = comparison.partings.first.map {
      PartingDetail($0, first: body(first, old), second: body(second, new))
    }
    return DiffReport(first: "a", second: "b", comparison: comparison, detail: detail)
  }

  private func session(
    root: String = "/home/a", hover: JSONValue = "text", position: Int = 3, extra: Bool = false, idsFrom: Int64 = 1,
    diagnostic: String = "unused"
  ) -> ConversationBuilder {
    let uri = "file://\(root)/main.c"
    var talk = ConversationBuilder()
    talk.answer(
      talk.request(
        "initialize", ["processId": .number(String(idsFrom)), "rootUri": .string("file://" + root)],
        id: .integer(idsFrom)), ["capabilities": [:]])
    talk.open(uri, "abc")
    if extra { talk.save(uri) }
    talk.answer(
      talk.request(
        "textDocument/hover",
        ["textDocument": ["uri": .string(uri)], "position": ["line": 0, "character": .number(String(position))]],
        id: .integer(idsFrom + 1)), ["contents": hover, "where": .string(uri)])
    talk.publish(uri, version: 1, diagnostic)
    talk.goodbye()
    return talk
  }

  private func check(
    _ second: ConversationBuilder, contains parts: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let report = compare(session(), second)
    #expect(!report.comparison.isSame, sourceLocation: sourceLocation)
    let text = report.text(palette: Palette(isOn: false))
    for part in parts { #expect(text.contains(part), "\(text)", sourceLocation: sourceLocation) }
  }

  @Test func idsTimesAndFoldersDoNotCount() {
    var second = session(root: "/tmp/else where", idsFrom: 100)
    second.step = 77
    let report = compare(session(), second)
    #expect(report.comparison.isSame, "\(report.text(palette: Palette(isOn: false)))")
    #expect(report.text(palette: Palette(isOn: false)).hasPrefix("a and b say the same"))
  }

  @Test func anAnswerThatDiffersIsShown() {
    check(
      session(hover: "other"), contains: "part at #3 / #3 → textDocument/hover", "result.contents", "- \"text\"",
      "+ \"other\"")
  }

  @Test func parametersThatDifferAreShown() {
    check(session(position: 4), contains: "its parameters differ", "params.position.character", "- 3", "+ 4")
  }

  @Test func aMessageThatOnlyOneHasIsNamed() {
    check(session(extra: true), contains: "#3 → textDocument/didSave", "only + has this message")
  }

  @Test func finalDiagnosticsAreCompared() {
    check(session(diagnostic: "used"), contains: "the last diagnostics of", "- \"unused\"", "+ \"used\"")
  }

  @Test func anAnswerThatIsMissingIsNamed() {
    var first = ConversationBuilder.begun()
    var second = first
    first.answer(first.request("textDocument/hover"))
    second.request("textDocument/hover")
    let report = compare(first, second)
    #expect(report.comparison.answers.onlyInFirst == 1)
    #expect(report.text(palette: Palette(isOn: false)).contains("only - has an answer"))
  }

  @Test func cancelledRequestsMayEndAnyWay() {
    var first = ConversationBuilder.begun()
    var second = first
    let hover = first.request("textDocument/hover")
    first.cancel(hover)
    first.answer(hover, "text")
    let other = second.request("textDocument/hover")
    second.cancel(other)
    second.fail(other, code: -32800)
    let report = compare(first, second)
    #expect(report.comparison.isSame)
    #expect(report.comparison.answers.excused == 1)
  }

  @Test func theOrderOfAnswersDoesNotCount() {
    func session(swapped: Bool) -> ConversationBuilder {
      var talk = ConversationBuilder.begun()
      let (one, two) = (talk.request("a"), talk.request("b"))
      for sent in swapped ? [two, one] : [one, two] { talk.answer(sent, sent.record == one.record ? 1 : 2) }
      return talk
    }
    #expect(compare(session(swapped: false), session(swapped: true)).comparison.isSame)
  }

  @Test func jsonSaysWhereTheyPart() {
    let json = compare(session(), session(hover: "other")).json
    #expect(json["same"]?.bool == false)
    #expect(json["partsAt"]?["kind"]?.string == "answer")
    #expect(json["partsAt"]?["differences"]?[0]?["path"]?.string == "result.contents")
    #expect(json["counts"]?["answers"]?["different"]?.integer == 1)
  }

  @Test(arguments: [
    ([1, 2, 3], [1, 2, 3], [3, 0, 0, 0]), ([1, 2, 3], [2, 3], [2, 0, 1, 0]), ([2, 3], [1, 2, 3], [2, 0, 0, 1]),
    ([1, 2, 3], [1, 9, 3], [2, 1, 0, 0]), ([1, 1, 1], [1, 1], [2, 0, 1, 0]), ([1, 2], [2, 1], [1, 0, 1, 1]),
    ([], [1], [0, 0, 0, 1]), ([1, 2, 2, 3], [1, 2, 3, 3], [3, 1, 0, 0]),
  ])
  func messagesAreLaidSideBySide(first: [Int], second: [Int], expected: [Int]) {
    func talk(_ numbers: [Int]) -> ConversationBuilder {
      var talk = ConversationBuilder()
      for number in numbers { talk.notify("m", ["n": .number(String(number))]) }
      return talk
    }
    let counts = compare(talk(first), talk(second)).comparison.clientMessages
    #expect([counts.same, counts.different, counts.onlyInFirst, counts.onlyInSecond] == expected)
  }

  /// However little two conversations share, it stays quick.
  @Test func longConversationsThatShareNothingAreComparedToo() {
    var first = ConversationBuilder()
    var second = ConversationBuilder()
    for number in 0..<3000 {
      first.notify("a", ["n": .number(String(number))])
      second.notify("a", ["n": .number(String(-number - 1))])
    }
    #expect(compare(first, second).comparison.clientMessages.different == 3000)
  }
}
