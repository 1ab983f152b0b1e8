import Glibc
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// `kill -9` at any moment loses at most the last quarter of a second.
@Suite(.serialized) struct KillTests {
  /// Promised: 250 ms. Not counted here: the time until our signal takes effect, and for how long the machine, which is busy with other
  /// tests, was seen to run nothing of the session at a time.
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
    let stall = zip([start] + answered, answered + [killed]).map { $1 - $0 }.max() ?? 0
    let due = answered.count { $0 < killed - Self.promised - stall }
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

  /// Some editors kill the server as soon as they have sent `exit`: it is in the file while the session still runs.
  @Test func theExitNotificationIsRecordedBeforeTheEnd() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory)
    conversation.send(framed("{\"method\":\"first\"}"))
    #expect(conversation.waits(for: "first"))
    conversation.send(framed("{\"id\":1,\"method\":\"shutdown\"}") + framed("{\"method\":\"exit\"}"))
    let deadline = Uptime.after(milliseconds: Conversation.patience)
    var bodies: [String] = []
    while bodies.count < 3, Uptime.now() < deadline {
      bodies = (try? ReadRecording("\(directory.path)/session.trace.gz").bodies(.client)) ?? []
    }
    #expect(bodies == ["{\"method\":\"first\"}", "{\"id\":1,\"method\":\"shutdown\"}", "{\"method\":\"exit\"}"])
    conversation.process.send(signal: SIGKILL)
    #expect(conversation.finish().status == .signal(SIGKILL))
    conversation.closeInput()
  }
}
