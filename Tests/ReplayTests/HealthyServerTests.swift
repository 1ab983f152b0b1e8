import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Replay

/// What a server in good health may do, and no replay may complain about.
@Suite struct HealthyServerTests {
  private func checkPasses(
    _ session: RecordedSession, _ quirks: [String] = [], pacing: any Pacing = Lockstep(),
    warnings: [Problem.Kind] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let verdict = try replay(session, quirks, pacing: pacing)
    #expect(verdict.conclusion == .passed, verdict.text, sourceLocation: sourceLocation)
    #expect(verdict.kinds(.warning) == warnings, verdict.text, sourceLocation: sourceLocation)
    #expect(verdict.leftovers == 0, sourceLocation: sourceLocation)
  }

  /// A session with a bit of everything.
  private func everything() -> RecordedSession {
    var fixture = RecordedFixture.begun()
    fixture.hover()
    fixture.change(text: "one\ntwo\n")
    fixture.definition()
    fixture.hover(line: 2)
    return fixture.ended()
  }

  @Test(arguments: ["lockstep", "recorded", "scaled:0.5", "flood"])
  func aHealthyServerPassesUnderEveryClock(_ clock: String) throws {
    try checkPasses(everything(), pacing: try #require(Pacings.named(clock)))
  }

  /// Traps 2, 4, 7, 14.
  @Test(arguments: [
    ["string-ids"], ["content-type"], ["out-of-order"], ["watch"], ["flood-stderr=20000"], ["ask-first"],
  ])
  func formsThatTheProtocolLeavesOpenAreBorne(_ quirks: [String]) throws { try checkPasses(everything(), quirks) }

  /// Trap 4.
  @Test func junkBetweenMessagesIsReportedAndPassedOver() throws {
    let verdict = try replay(everything(), ["junk"])
    #expect(verdict.conclusion == .passed, verdict.text)
    #expect(verdict.kinds(.warning).contains(.junk))
  }

  /// Trap 8.
  @Test func textOfDocumentsKeepsItsPaths() throws {
    var fixture = RecordedFixture.begun(text: "include /recorded/proj/lib.x\n")
    fixture.change(text: "include file:///recorded/proj/lib.x, /recorded/proj\n")
    try checkPasses(fixture.ended())
  }

  /// Trap 9.
  @Test func savedTextIsOnDiskBeforeTheServerIsTold() throws {
    var fixture = RecordedFixture.begun()
    fixture.files = [
      CapturedFile(path: "main.x", content: .captured(Array("old\n".utf8), sha256: "")),
      CapturedFile(path: "deep/er/run.sh", isExecutable: true, content: .captured([], sha256: "")),
    ]
    fixture.change(text: "new\n")
    fixture.save()
    let verdict = try replay(fixture.ended())
    #expect(verdict.conclusion == .passed, verdict.text)
    #expect(verdict.workspace.unpacked == 2)
    #expect(verdict.workspace.saved == 1)
    #expect(verdict.workspace.created.isEmpty)
  }

  @Test func anOpenedDocumentThatIsNotThereIsCreatedFromItsText() throws {
    let verdict = try replay(everything())
    #expect(verdict.workspace.created == ["main.x"])
  }

  /// Trap 13.
  @Test(arguments: [[], ["partial"], ["reverse"], ["partial", "reverse"]])
  func partialResultsAndOrderMakeNoDifference(_ quirks: [String]) throws {
    for isPartial in [false, true] {
      var fixture = RecordedFixture.begun()
      let all = ["a.x", "b.x", "c.x"].map(RecordedFixture.location)
      let sent = fixture.builder.request(
        "textDocument/references", ["textDocument": ["uri": .string(RecordedFixture.main)], "partialResultToken": "p1"])
      if isPartial {
        for part in [Array(all[..<2]), Array(all[2...])] {
          fixture.builder.notify("$/progress", ["token": "p1", "value": .array(part)], from: .server)
        }
      }
      fixture.builder.answer(sent, isPartial ? [] : .array(all))
      try checkPasses(fixture.ended(), quirks)
    }
  }

  /// Trap 15.
  @Test func aLongPollIsNoHang() throws {
    var fixture = RecordedFixture.begun()
    let poll = fixture.builder.request("workspace/diagnostic", ["previousResultIds": []])
    fixture.hover()
    fixture.builder.answer(poll, ["items": []])
    fixture.builder.request("workspace/diagnostic", ["previousResultIds": []])
    fixture.hover(line: 2)
    let verdict = try replay(fixture.ended())
    #expect(verdict.conclusion == .passed, verdict.text)
    #expect(verdict.row("workspace/diagnostic")?.open == 2)
  }

  /// Trap 1.
  @Test(arguments: [["hold-line=5", "cancel-fails"], []])
  func aCancelledRequestMayBeAnsweredEitherWay(_ quirks: [String]) throws {
    for isError in [false, true] {
      var fixture = RecordedFixture.begun()
      let sent = fixture.askHover(line: 5)
      fixture.builder.cancel(sent)
      if isError {
        fixture.builder.fail(sent, code: -32800, "gone")
      } else {
        fixture.builder.answer(sent, RecordedFixture.hoverResult(line: 5))
      }
      fixture.hover()
      try checkPasses(fixture.ended(), quirks)
    }
  }

  @Test func aRequestThatAnEditOvertookMayBeGivenUp() throws {
    var fixture = RecordedFixture.begun()
    let sent = fixture.askHover(line: 1)
    fixture.sendChange(text: "two\n")
    fixture.builder.answer(sent, RecordedFixture.hoverResult(line: 1))
    fixture.publish("4 bytes")
    let verdict = try replay(fixture.ended(), ["give-up"])
    #expect(verdict.conclusion == .passed, verdict.text)
    #expect(verdict.row("textDocument/hover")?.excused == [.overtaken: 1])
  }
}
