import JSONRPC
import Recording
import SyntheticConversations
import Testing

@testable import Replay

/// What about a recording may explain that its replay differs.
@Suite struct RecordingProblemsTests {
  private func check(_ session: RecordedSession, _ expected: [Problem.Kind], _ outcome: ReplayOutcome = .init()) {
    let found = RecordingProblems.found(in: session, Script(session), outcome)
    #expect(found.map(\.kind) == expected)
  }

  @Test func aCompleteRecordingHasNone() {
    var fixture = RecordedFixture.begun()
    check(fixture.ended(), [])
  }

  /// Trap 17.
  @Test func cancellingThroughFilesIsPointedOut() {
    var fixture = RecordedFixture.begun()
    fixture.command.append("--cancellationReceive=file:/tmp/x")
    check(fixture.ended(), [.outOfBandCancellation])
  }

  @Test func gapsAndJunkOfTheClientArePointedOut() {
    var fixture = RecordedFixture.begun()
    fixture.builder.append(.gap(Gap(messages: PerParty(client: 1, server: 2), bytes: 9, reason: "disk full")))
    fixture.builder.append(.noise(from: .client, [1, 2, 3]))
    check(fixture.ended(), [.gaps, .clientNoise])
  }

  @Test func anotherExitStatusIsPointedOut() {
    var fixture = RecordedFixture.begun()
    var outcome = ReplayOutcome()
    outcome.status = .exit(3)
    check(fixture.ended(), [.exitStatus], outcome)
  }

  @Test func anUnfinishedRecordingIsPointedOut() {
    check(RecordedFixture.begun().session(isFinished: false), [.unfinishedRecording])
  }
}

@Suite struct ReportTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\u{1B}[31mb", #"a\u{1b}[31mb"#), ("a\nb\r", #"a\nb\r"#), ("\u{202E}x", #"\u{202e}x"#),
    ("é", "é"), ("\u{9B}", #"\u{9b}"#),
  ])
  func whatATerminalWouldObeyIsEscaped(_ text: String, _ expected: String) {
    #expect(PrintableText.escaped(text) == expected)
  }

  @Test func theTailOfStandardErrorIsBounded() {
    var tail = StandardErrorTail()
    for line in 0..<100_000 { tail.append("line \(line)\n".utf8) }
    #expect(tail.lines.count == 20)
    #expect(tail.lines.last == "line 99999")
    #expect(tail.byteCount == 1_088_890)
  }

  @Test(arguments: [(0, "0 µs"), (999, "999 µs"), (1000, "1.00 ms"), (12_345, "12.3 ms"), (1_234_567, "1.23 s")])
  func timesHaveAUnitThatFits(_ time: Int64, _ expected: String) { #expect(ShortTime.text(time) == expected) }
}
