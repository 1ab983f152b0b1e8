import Glibc
import ProcessControl
import Recording
import TestSupport
import Testing

@testable import Recorder

/// Signals reach the server as if the recorder were not there.
@Suite struct SignalTests {
  @Test func signalsAreForwardedAndRecorded() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["report-signals"], in: directory)
    #expect(conversation.waits(for: "ready"))
    let numbers = [SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGCONT, SIGTERM]
    for number in numbers {
      conversation.process.send(signal: number)
      #expect(conversation.waits(for: "signal \(number)\n"))
    }
    #expect(conversation.finish().status == .exit(15))
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    let recorded = recording.records.compactMap { record -> String? in
      if case .signal(let name) = record.event { name } else { nil }
    }
    #expect(recorded == numbers.map(SignalName.of))
    conversation.closeInput()
  }

  /// Ignored signals are inherited through us; what we changed for ourselves is not.
  @Test(arguments: [[], ["HUP", "USR1"], ["PIPE"], ["INT", "TERM"]])
  func theServerFindsTheSignalsAsWeDid(ignored: [String]) throws {
    let directory = TemporaryDirectory()
    let prefix = ignored.isEmpty ? "" : "trap '' \(ignored.joined(separator: " ")); "
    let direct = try Conversation("sh", ["-c", prefix + "exec \"$@\"", "sh", Tool.server, "show-signal-state"]).finish()
    let recorded = try Conversation(
      "sh",
      [
        "-c", prefix + "exec \"$@\"", "sh", Tool.reprise, "record", "-o", "\(directory.path)/session.trace.gz", "--",
        Tool.server, "show-signal-state",
      ]
    ).finish()
    #expect(direct.output.count > 20)
    #expect(String(decoding: recorded.output, as: UTF8.self) == String(decoding: direct.output, as: UTF8.self))
  }

  private func check(
    _ number: Int32, sender: Int32?, steps: [SignalPlan.Step], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let event = SignalHandling.Event(number: number, sender: sender)
    #expect(SignalPlan.steps(for: event, server: 42) == steps, sourceLocation: sourceLocation)
  }

  @Test func aSignalIsNotSentTwice() {
    check(SIGTERM, sender: 7, steps: [.record("SIGTERM"), .send(SIGTERM)])
    // From the terminal: the server, in the same process group, has it too.
    check(SIGINT, sender: nil, steps: [.record("SIGINT")])
    // From the server to its process group.
    check(SIGHUP, sender: 42, steps: [.record("SIGHUP")])
    check(SIGTSTP, sender: 7, steps: [.record("SIGTSTP"), .send(SIGTSTP), .stop])
    check(SIGTSTP, sender: nil, steps: [.record("SIGTSTP"), .stop])
  }

  @Test func namesAndNumbersOfSignalsBelongTogether() {
    for number in Int32(1)...64 { #expect(SignalName.number(of: SignalName.of(number)) == number) }
    #expect(SignalName.of(SIGTERM) == "SIGTERM")
    #expect(SignalName.number(of: "TERM") == nil)
  }
}
