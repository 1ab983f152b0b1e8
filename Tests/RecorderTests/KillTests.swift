import Glibc
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// `kill -9` at any moment loses at most the last quarter of a second.
@Suite(.serialized) struct KillTests {
  /// Promised: 250 ms. Not counted here: the time until our signal takes effect.
  private static let promised: Int64 = 250_000_000

  @Test(arguments: 1...6) func killingTheRecorderLosesLittle(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory)
    let duration = Int64.random(in: 50...1200, using: &generator) * 1_000_000
    let start = Uptime.now()
    // When the answer to each message had come: by then the recorder had passed it twice.
    var answered: [Int64] = []
    while Uptime.now() - start < duration {
      conversation.send(framed("{\"id\":\(answered.count)}"))
      #expect(conversation.waits(for: "\"id\":\(answered.count)}"))
      answered.append(Uptime.now())
    }
    let killed = Uptime.now()
    conversation.process.send(signal: SIGKILL)
    #expect(conversation.finish().status == .signal(SIGKILL))
    conversation.closeInput()
    let due = answered.count { $0 < killed - Self.promised }
    try check(directory, holds: due, sent: answered.count)
  }

  private func check(_ directory: TemporaryDirectory, holds due: Int, sent: Int) throws {
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    guard case .unfinished(let last) = recording.ending else {
      Issue.record("the recording should be unfinished, not \(String(describing: recording.ending))")
      return
    }
    #expect(last == recording.records.last?.number)
    let bodies = recording.bodies(.server)
    #expect(bodies.count >= due, "of \(sent) messages \(due) came in time")
    #expect(bodies == (0..<bodies.count).map { "{\"id\":\($0)}" })
  }

  /// Some editors kill the server as soon as they have sent `exit`.
  @Test func theExitNotificationIsRecordedAtOnce() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory)
    conversation.send(framed("{\"method\":\"first\"}"))
    #expect(conversation.waits(for: "first"))
    let start = Uptime.now()
    conversation.send(framed("{\"id\":1,\"method\":\"shutdown\"}") + framed("{\"method\":\"exit\"}"))
    let path = "\(directory.path)/session.trace.gz"
    let deadline = Uptime.after(milliseconds: Conversation.patience)
    var bodies: [String] = []
    while bodies.last != "{\"method\":\"exit\"}", Uptime.now() < deadline {
      bodies = (try? ReadRecording(path).bodies(.client)) ?? []
    }
    let took = (Uptime.now() - start) / 1_000_000
    #expect(took < 110, "\(took) ms, and traffic gathers for 120 ms")
    conversation.process.send(signal: SIGKILL)
    _ = conversation.finish()
    conversation.closeInput()
  }
}
