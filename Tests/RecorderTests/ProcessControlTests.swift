import Glibc
import Testing

@testable import ProcessControl

@Suite struct ProcessControlTests {
  private func check(
    _ command: String, arguments: [String] = [], directory: String? = nil, fails message: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    do throws(SpawnError) {
      _ = try ChildProcess.spawn(command: command, arguments: arguments, directory: directory)
      Issue.record("it should not have started", sourceLocation: sourceLocation)
    } catch {
      #expect(error.message == message, sourceLocation: sourceLocation)
    }
  }

  @Test func whatCannotBeStartedIsKnownBeforeAnythingRuns() {
    check(
      "no-such-command",
      fails: "cannot run 'no-such-command': command not found; is it installed, and is its directory in PATH?")
    check("/no/such/command", fails: "cannot run '/no/such/command': No such file or directory")
    check("/etc/passwd", fails: "cannot run '/etc/passwd': Permission denied")
    check("true", directory: "/no", fails: "cannot run 'true' in the directory '/no': No such file or directory")
    check("a\0b", fails: "the command or one of its arguments contains a NUL character")
  }

  @Test func aChildRunsWhereItIsTold() throws {
    let result = try Conversation("pwd", [], directory: "/usr").finish()
    #expect(result.output == Array("/usr\n".utf8))
  }

  @Test func waitingEndsWithTheChildOrTheTime() throws {
    let child = try ChildProcess.spawn(command: "cat")
    #expect(child.wait(milliseconds: 20) == nil)
    #expect(child.tryWait() == nil)
    Descriptor.close(child.standardInput)
    #expect(child.wait() == .exit(0))
    #expect(child.tryWait() == .exit(0))
    #expect(!child.send(signal: SIGTERM), "its pid may be somebody else's")
    Descriptor.close(child.standardOutput)
    Descriptor.close(child.standardError)
  }

  /// A child, one in its group, and one that left the group.
  @Test func aGroupIsTerminatedWithAllThatItStarted() throws {
    let script = "sleep 60 & setsid sleep 60 & echo ready; read line"
    let child = try ChildProcess.spawn(command: "sh", arguments: ["-c", script], newProcessGroup: true)
    var buffer = [UInt8](repeating: 0, count: 64)
    #expect(buffer.withUnsafeMutableBytes { Descriptor.read(child.standardOutput, into: $0) } == .bytes(6))
    let descendants = ProcessTable.descendants(of: child.processIdentifier, in: ProcessTable.read())
    #expect(descendants.count == 2)
    #expect(child.terminateGroup() == descendants.count)
    #expect(child.tryWait() == .signal(SIGKILL))
    let living = Set(ProcessTable.read().map(\.pid))
    #expect(living.isDisjoint(with: descendants))
    for end in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(end) }
  }

  /// One that outlived the child, in a session of its own: only its environment tells where it comes from.
  @Test func anOrphanIsFoundAndTerminated() throws {
    Leftovers.adoptOrphans()
    let script = "setsid sleep 60 & echo $!"
    let child = try ChildProcess.spawn(command: "sh", arguments: ["-c", script], newProcessGroup: true)
    #expect(child.wait(milliseconds: 10_000) == .exit(0))
    #expect(child.terminateGroup() == 1)
    #expect(child.terminateGroup() == 0)
    for end in [child.standardInput, child.standardOutput, child.standardError] { Descriptor.close(end) }
  }

  @Test func aProcessTableEntryIsReadWhateverTheNameIs() {
    let entry = ProcessTable.parse(Array("12 (a) Z 1 (x) S 7 8 9 0 -1".utf8), pid: 12)
    #expect(entry == ProcessTable.Entry(pid: 12, parent: 7, group: 8))
    #expect(ProcessTable.parse(Array("12 (a) Z 7 8 9".utf8), pid: 12) == nil)
    #expect(ProcessTable.parse([], pid: 1) == nil)
  }
}
