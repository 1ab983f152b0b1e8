import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Transcript

@Suite struct DocumentTests {
  private let uri = "file:///w/main.c"

  /// Opens `text`, sends `changes` as version 2, and expects `result` with `issues`.
  private func check(
    _ text: String, encoding: String? = nil, _ changes: [JSONValue], gives result: String, issues: [EditIssue] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    var talk = ConversationBuilder.begun(encoding: encoding)
    talk.open(uri, text)
    talk.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri), "version": 2], "contentChanges": .array(changes)])
    let events = observe(talk).compactMap { if case .document(let event) = $0 { event } else { nil } }
    let found = Transcript(talk.records).documents.text(of: uri, atVersion: 2)
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == result, sourceLocation: sourceLocation)
    #expect(events.last?.edits.flatMap(\.issues) == issues, sourceLocation: sourceLocation)
  }

  @Test func changesApplyInSequence() {
    check("abc", [edit(0, 0, 0, 1, "12345"), edit(0, 5, 0, 6, "x")], gives: "12345xc")
  }

  @Test func rangedAndWholeChangesMix() {
    check("abc", [edit(0, 0, 0, 1, ""), whole("new\ntext"), edit(1, 0, 1, 4, "end")], gives: "new\nend")
  }

  @Test func positionsAreUTF16UnlessNegotiated() {
    check("😀b", [edit(0, 2, 0, 3, "c")], gives: "😀c")
    check("😀b", encoding: "utf-8", [edit(0, 4, 0, 5, "c")], gives: "😀c")
    check("😀b", encoding: "utf-32", [edit(0, 1, 0, 2, "c")], gives: "😀c")
    check("😀b", encoding: "utf-99", [edit(0, 2, 0, 3, "c")], gives: "😀c")
  }

  @Test func clangdsOwnExtensionNegotiatesToo() {
    var talk = ConversationBuilder()
    talk.exchange("initialize", result: ["capabilities": [:], "offsetEncoding": "utf-8"])
    #expect(Transcript(talk.records).positionEncoding == .utf8)
  }

  @Test func aColumnBehindTheLineClampsToItsEnd() {
    check(
      "ab\ncd", [edit(0, 9, 0, 99, "!")], gives: "ab!\ncd",
      issues: [.start(.columnBeyondLine), .end(.columnBeyondLine)])
    check("ab\r\ncd", [edit(0, 9, 1, 0, "")], gives: "abcd", issues: [.start(.columnBeyondLine)])
  }

  @Test func aLineBehindTheTextClampsToItsEnd() {
    check("ab", [edit(7, 0, 8, 0, "!")], gives: "ab!", issues: [.start(.lineBeyondEnd), .end(.lineBeyondEnd)])
  }

  @Test func aReversedRangeIsTurnedRound() {
    check("abcd", [edit(0, 3, 0, 1, "-")], gives: "a-d", issues: [.reversed])
  }

  @Test func aWrongRangeLengthIsReported() {
    let change: JSONValue = ["range": range(0, 0, 0, 2), "rangeLength": 5, "text": ""]
    check("abcd", [change], gives: "cd", issues: [.lengthMismatch(given: 5, actual: 2)])
  }

  @Test func halfASurrogatePairIsReported() {
    var talk = ConversationBuilder()
    talk.raw(
      #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"u","version":1,"text":"a\ud800b"}}}"#,
      from: .client)
    guard case .document(let event)? = observe(talk).last else {
      Issue.record("no document")
      return
    }
    #expect(event.edits.flatMap(\.issues) == [.loneSurrogate])
    #expect(Transcript(talk.records).documents.text(of: "u", atVersion: 1) == Array("a\u{FFFD}b".utf8))
  }

  @Test(arguments: [(#""\ud83d\ude00""#, false), (#""\ude00""#, true), (#""\\ud83d""#, false), (#""\ud83d\\""#, true)])
  func surrogatePairsAreToldFromHalves(json: String, expected: Bool) {
    let bytes = Array(json.utf8)
    #expect(JSONView(bytes, 0..<bytes.count).hasLoneSurrogate == expected)
  }

  @Test func everyVersionIsKept() {
    var talk = ConversationBuilder.begun()
    talk.open(uri, "0")
    for version in 2...600 { talk.change(uri, version: version, edit(0, 0, 0, 0, "x")) }
    let documents = Transcript(talk.records).documents
    for version in [1, 2, 255, 256, 257, 258, 511, 512, 513, 600] {
      let expected = String(repeating: "x", count: version - 1) + "0"
      #expect(documents.text(of: uri, atVersion: version) == Array(expected.utf8))
    }
    #expect(documents.text(of: uri, atVersion: 601) == nil)
    #expect(documents.text(of: "file:///w/other.c", atVersion: 1) == nil)
  }

  @Test func aDocumentOpenedAgainStartsANewLife() {
    var talk = ConversationBuilder.begun()
    let first = talk.open(uri, "one")
    talk.close(uri)
    talk.open(uri, "two")
    let documents = Transcript(talk.records).documents
    #expect(documents.lives.map(\.closedAt) == [first + 1, nil])
    #expect(documents.text(of: uri, atVersion: 1) == Array("two".utf8))
    #expect(documents.text(of: uri, atRecord: first) == Array("one".utf8))
    #expect(documents.text(of: uri, atRecord: first + 1) == nil)
  }

  @Test func urisThatDifferInTheirEncodingAreOneDocument() {
    var talk = ConversationBuilder.begun()
    talk.open("file:///w/a%2Bb.c", "")
    talk.publish("file:///w/a+b.c")
    #expect(Transcript(talk.records).finalDiagnostics.map(\.isOpen) == [true])
  }

  @Test func aSavedTextIsComparedWithTheDocument() {
    var talk = ConversationBuilder.begun()
    talk.open(uri, "a")
    talk.save(uri)
    talk.save(uri, text: "a")
    talk.save(uri, text: "b")
    let saves = observe(talk).compactMap { if case .document(let event) = $0 { event } else { nil } }.dropFirst()
    #expect(saves.map(\.savedTextMatches) == [nil, true, false])
  }

  @Test func aChangeOfAClosedDocumentIsKnownAsSuch() {
    var talk = ConversationBuilder.begun()
    talk.change(uri, version: 2, whole("x"))
    talk.close(uri)
    let events = observe(talk).compactMap { if case .document(let event) = $0 { event } else { nil } }
    #expect(events.map(\.wasOpen) == [false, false])
  }

  @Test(arguments: ["didOpen", "didChange", "didSave", "didClose"])
  func documentNotificationsWithoutADocumentAreReported(method: String) {
    var talk = ConversationBuilder.begun()
    talk.notify("textDocument/" + method, ["textDocument": 5])
    talk.notify("textDocument/" + method, nil)
    #expect(anomalies(in: talk).count == 2)
  }
}

@Suite struct DiagnosticsTests {
  @Test func theLastPublishOfEachDocumentIsFinal() {
    var talk = ConversationBuilder.begun()
    talk.open("u", "x", version: 3)
    talk.publish("u", version: 2, "a", "b")
    talk.publish("v", "c")
    talk.publish("u", version: 3, "d")
    talk.close("u")
    talk.publish("u")
    let final = Transcript(talk.records).finalDiagnostics
    #expect(final.map(\.uri) == ["u", "v"])
    #expect(final.map(\.count) == [0, 1])
    #expect(final.map(\.isOpen) == [false, false])
    #expect(final.map(\.wasEverOpen) == [true, false])
  }

  @Test func aPublishKnowsTheClientsVersion() {
    var talk = ConversationBuilder.begun()
    talk.open("u", "x", version: 3)
    talk.publish("u", version: 2)
    let published = Transcript(talk.records).finalDiagnostics.first
    #expect(published?.documentVersion == 3)
    #expect(published?.version == 2)
  }
}
