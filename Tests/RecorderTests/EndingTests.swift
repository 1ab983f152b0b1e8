import Glibc
import ProcessControl
import Recording
import TestSupport
import Testing

@testable import ProcessControl

/// How a session ends, seen from both sides.
@Suite struct EndingTests {
  @Test(arguments: [0, 1, 7, 127, 255]) func theExitStatusIsTheServers(code: Int) throws {
    let directory = TemporaryDirectory()
    let result = try RecordRun.start(["exit", "\(code)"], in: directory).finish()
    #expect(result.status == .exit(Int32(code)))
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    #expect(recording.end?.status == .exit(code))
    #expect(recording.ending == .complete)
  }

  @Test(arguments: [SIGTERM, SIGKILL, SIGABRT, SIGSEGV, SIGINT, SIGPIPE, SIGQUIT])
  func aServersDeathBySignalIsOurs(signal: Int32) throws {
    let directory = TemporaryDirectory()
    let result = try RecordRun.start(["die", "\(signal)"], in: directory).finish()
    #expect(result.status == .signal(signal))
    #expect(try ReadRecording("\(directory.path)/session.trace.gz").end?.status == .signal(Int(signal)))
  }

  @Test func theClientsEndOfInputReachesTheServerWhileOutputGoesOn() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["ignore-end"], in: directory)
    conversation.send(framed("{}"))
    conversation.closeInput()
    #expect(conversation.waits(for: "still here"))
    conversation.process.send(signal: SIGTERM)
    #expect(conversation.finish().status == .signal(SIGTERM))
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    #expect(recording.records.contains { $0.event == .close(from: .client) })
    #expect(recording.records.contains { $0.event == .close(from: .server) })
  }

  @Test func theServersEndOfOutputReachesTheClientWhileInputGoesOn() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["close-output-then-echo-to-stderr"], in: directory)
    #expect(conversation.waitsForEnd(of: conversation.output))
    #expect(conversation.process.tryWait() == nil)
    conversation.send(Array("after".utf8))
    #expect(conversation.waits(for: "after", on: conversation.errors))
    conversation.closeInput()
    #expect(conversation.finish().status == .exit(0))
  }

  @Test func aServerThatClosesItsErrorsIsNotStopped() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["close-stderr-then-echo"], in: directory)
    #expect(conversation.waitsForEnd(of: conversation.errors))
    conversation.send(Array("after".utf8))
    #expect(conversation.waits(for: "after"))
    conversation.closeInput()
    #expect(conversation.finish().status == .exit(0))
  }

  @Test func aServerThatClosesItsInputBreaksTheClientsPipe() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["close-input-then-wait-for-signal"], in: directory)
    #expect(conversation.waits(for: "closed"))
    var error: Int32 = 0
    let deadline = Uptime.after(milliseconds: Conversation.patience)
    while error == 0, Uptime.now() < deadline { error = conversation.send(framed("{}")) }
    #expect(error == EPIPE)
    conversation.process.send(signal: SIGTERM)
    #expect(conversation.finish().status == .signal(SIGTERM))
  }

  @Test func aClientThatStopsReadingBreaksTheServersPipe() throws {
    let directory = TemporaryDirectory()
    let process = try ChildProcess.spawn(
      command: Tool.reprise,
      arguments: ["record", "-o", "\(directory.path)/session.trace.gz", "--", Tool.server, "write-for-ever"])
    Descriptor.close(process.standardOutput)
    #expect(process.wait(milliseconds: Conversation.patience) == .signal(SIGPIPE))
    Descriptor.close(process.standardInput)
    Descriptor.close(process.standardError)
  }

  @Test func aGrandchildThatHoldsThePipesIsNotWaitedFor() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["leave-grandchild"], in: directory)
    let status = conversation.process.wait(milliseconds: 5000)
    #expect(status == .exit(5))
    #expect(conversation.waits(for: "pid "))
    let text = String(decoding: conversation.output.withLock { $0.bytes }, as: UTF8.self)
    let pid = try #require(Int32(text.dropFirst(4).prefix { $0.isNumber }))
    #expect(kill(pid, SIGKILL) == 0, "the grandchild should still be there")
    #expect(try ReadRecording("\(directory.path)/session.trace.gz").end?.status == .exit(5))
  }

  @Test func aCommandThatIsNotThereIsSaidAndNothingIsRecorded() throws {
    let directory = TemporaryDirectory()
    let result = try RecordRun.start(command: ["no-such-server"], in: directory).finish()
    #expect(result.status == .exit(3))
    #expect(
      result.errors
        == "reprise: cannot run 'no-such-server': command not found; is it installed, and is its directory in PATH?\n")
    #expect(access("\(directory.path)/session.trace.gz", F_OK) != 0)
  }

  @Test func aWrongCommandLineIsAUsageError() throws {
    #expect(try Conversation(Tool.reprise, ["record"]).finish().status == .exit(64))
    #expect(try Conversation(Tool.reprise, ["record", "--capture", "all", "--", "true"]).finish().status == .exit(64))
    #expect(try Conversation(Tool.reprise, ["record", "--max-files", "-1", "--", "true"]).finish().status == .exit(64))
  }

  @Test func aKilledRecorderTakesTheServerWithIt() throws {
    let directory = TemporaryDirectory()
    // A server that does not notice that nobody is there any more.
    let conversation = try RecordRun.start(["close-input-then-wait-for-signal"], in: directory)
    #expect(conversation.waits(for: "closed"))
    let servers = ProcessTable.descendants(of: conversation.process.processIdentifier, in: ProcessTable.read())
    #expect(servers.count == 1)
    conversation.process.send(signal: SIGKILL)
    // The end of the server's output shows that the server is gone: it alone held the other end.
    #expect(conversation.finish().status == .signal(SIGKILL))
    let deadline = Uptime.after(milliseconds: Conversation.patience)
    while !Self.living.isDisjoint(with: servers), Uptime.now() < deadline { sched_yield() }
    #expect(Self.living.isDisjoint(with: servers))
    conversation.closeInput()
  }

  private static var living: Set<Int32> { Set(ProcessTable.read().map(\.pid)) }
}
