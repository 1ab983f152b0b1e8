import Glibc
import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// Recording never harms the session.
@Suite struct FailureTests {
  /// An editor that says and hears something, whatever happens to the recording.
  private func checkSession(
    _ conversation: Conversation, says line: String?, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for number in 0..<20 {
      conversation.send(framed("{\"id\":\(number)}"))
      #expect(conversation.waits(for: "\"id\":\(number)}"), sourceLocation: sourceLocation)
    }
    conversation.closeInput()
    let result = conversation.finish()
    #expect(result.status == .exit(0), sourceLocation: sourceLocation)
    #expect(result.output == (0..<20).flatMap { framed("{\"id\":\($0)}") }, sourceLocation: sourceLocation)
    let lines = result.errors.split(separator: "\n")
    #expect(lines.count == (line == nil ? 0 : 1), "\(lines)", sourceLocation: sourceLocation)
    if let line { #expect(lines.first?.contains(line) == true, "\(lines)", sourceLocation: sourceLocation) }
  }

  @Test func aFullDiskIsSaidOnce() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory, output: "/dev/full")
    checkSession(conversation, says: "reprise: cannot write the recording /dev/full: No space left on device; the ")
  }

  @Test func anUnwritablePathIsSaidOnce() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory, output: "no/such/directory/s.trace.gz")
    checkSession(conversation, says: "No such file or directory; the session goes on")
  }

  /// The limit raises SIGXFSZ, which would end us.
  @Test func aLimitOnFileSizesIsSaidOnceAndTheFileStaysReadable() throws {
    let directory = TemporaryDirectory()
    let path = "\(directory.path)/session.trace.gz"
    var generator = SeededGenerator(seed: 3)
    let noise = (0..<200_000).map { _ in String(UInt8.random(in: 0...255, using: &generator), radix: 16) }.joined()
    let conversation = try Conversation(
      "sh", ["-c", "ulimit -f 100; exec \"$@\"", "sh", Tool.reprise, "record", "-o", path, "--", Tool.server, "echo"])
    conversation.send(framed("{\"noise\":\"\(noise)\"}"))
    #expect(conversation.waits(for: noise.suffix(20) + "\"}"))
    conversation.closeInput()
    let result = conversation.finish()
    #expect(result.status == .exit(0))
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(result.errors.contains("File too large"))
    let recording = try ReadRecording(path)
    #expect(recording.gaps.first?.messages.client == 1)
  }

  @Test func anExistingFileIsNeverOverwritten() throws {
    let directory = TemporaryDirectory()
    directory.write("precious", to: "session.trace.gz")
    directory.write("also", to: "session.2.trace.gz")
    let conversation = try RecordRun.start(["echo"], in: directory)
    checkSession(conversation, says: "session.trace.gz exists; recording to \(directory.path)/session.3.trace.gz")
    #expect(try ReadRecording("\(directory.path)/session.3.trace.gz").end?.messages.client == 20)
    let precious = try Conversation("cat", ["\(directory.path)/session.trace.gz"]).finish()
    #expect(precious.output == Array("precious".utf8))
  }

  @Test func aDirectoryGetsANewFile() throws {
    let directory = TemporaryDirectory()
    checkSession(try RecordRun.start(["echo"], in: directory, output: "/\(directory.path)"), says: nil)
    let listing = try Conversation("ls", [directory.path]).finish()
    let names = String(decoding: listing.output, as: UTF8.self).split(separator: "\n")
    #expect(names.count == 1)
    #expect(names.first?.wholeMatch(of: /session-\d{8}-\d{6}-\d+\.trace\.gz/) != nil, "\(names)")
  }

  /// A pipe that is open and that nobody reads: writing blocks, as on a disk that hangs.
  @Test func aDiskThatHangsDoesNotHangTheSession() throws {
    let directory = TemporaryDirectory()
    let path = "\(directory.path)/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let reader = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    defer { close(reader) }
    var generator = SeededGenerator(seed: 4)
    let conversation = try RecordRun.start(["echo"], in: directory, output: path)
    // More than the pipe and the queue hold.
    let noise = (0..<1 << 20).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let message = FramedMessage(body: noise).bytes(framing: .contentLength)
    for _ in 0..<20 { #expect(conversation.send(message) == 0) }
    conversation.closeInput()
    let result = conversation.finish()
    #expect(result.status == .exit(0))
    #expect(result.output.count == 20 * message.count)
    #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
  }
}
