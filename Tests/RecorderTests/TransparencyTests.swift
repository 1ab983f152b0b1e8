import JSONRPC
import ProcessControl
import Recording
import TestSupport
import Testing

/// The editor must not notice the recorder, and the recording must hold what the editor and the server said.
@Suite struct TransparencyTests {
  /// Streams as they may be: messages, messages with odd heads, junk, cut-off messages, bytes of any value.
  private static func stream(using generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      let length = [0, 3, 40, 300, 70_000].randomElement(using: &generator)!
      let body = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: bytes += body
      case 1: bytes += Array("content-length:   \(body.count)\r\nContent-Type: x\r\n\r\n".utf8) + body
      case 2: bytes += Array("Content-Length: \(body.count + 10)\r\n\r\n".utf8) + body
      default: bytes += FramedMessage(body: body).bytes(framing: .contentLength)
      }
    }
    return bytes
  }

  /// Writes `bytes` in pieces that are cut anywhere.
  private static func send(_ bytes: [UInt8], to conversation: Conversation, using generator: inout SeededGenerator) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let longest = [5, 500, 50_000].randomElement(using: &generator)!
      let piece = rest.prefix(Int.random(in: 1...longest, using: &generator))
      #expect(conversation.send(Array(piece)) == 0)
      rest = rest.dropFirst(piece.count)
    }
  }

  @Test(arguments: 1...8) func bytesPassUnchangedAndAreRecorded(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let framing = seed.isMultiple(of: 4) ? Framing.lines : .contentLength
    let bytes = Self.stream(using: &generator)
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory, options: ["--framing", framing.rawValue])
    Self.send(bytes, to: conversation, using: &generator)
    conversation.closeInput()
    let result = conversation.finish()
    #expect(result.output == bytes, "seed \(seed)")
    #expect(result.status == .exit(0))
    #expect(result.errors == "")
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    #expect(recording.stream(.client) == bytes, "seed \(seed)")
    #expect(recording.stream(.server) == bytes, "seed \(seed)")
    #expect(recording.ending == .complete)
    #expect(recording.gaps == [])
  }

  @Test func standardErrorPassesUnchangedAndIsRecorded() throws {
    var generator = SeededGenerator(seed: 5)
    let bytes = (0..<300_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo-to-stderr"], in: directory)
    conversation.send(bytes)
    conversation.closeInput()
    _ = conversation.finish()
    #expect(conversation.errors.withLock { $0.bytes } == bytes)
    #expect(try ReadRecording("\(directory.path)/session.trace.gz").standardError == bytes)
  }

  @Test func aFloodOnStandardErrorDoesNotStopTheStreams() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["flood-stderr", "50000"], in: directory)
    conversation.send(framed("{}"))
    conversation.closeInput()
    let result = conversation.finish()
    #expect(result.output == framed("{}"))
    // On a busy machine the recorder may have to say that it cannot keep up: a line of its own, after the server's.
    let lines = result.errors.split(separator: "\n").filter { !$0.hasPrefix("reprise: ") }
    #expect(lines.count == 50000)
    #expect(lines.last == "warning 49999")
  }

  /// An answer never stands before its question, although two threads record them.
  @Test func whatCausedAMessageIsRecordedBeforeIt() throws {
    let directory = TemporaryDirectory()
    let conversation = try RecordRun.start(["echo"], in: directory)
    for number in 0..<300 {
      conversation.send(framed("{\"id\":\(number)}"))
      #expect(conversation.waits(for: "\"id\":\(number)}"))
    }
    conversation.closeInput()
    _ = conversation.finish()
    let recording = try ReadRecording("\(directory.path)/session.trace.gz")
    let order = recording.records.compactMap { record -> Party? in
      if case .message(let party, _) = record.event { party } else { nil }
    }
    #expect(order == (0..<300).flatMap { _ in [Party.client, .server] })
    #expect(recording.end?.messages == PerParty(client: 300, server: 300))
  }

  @Test func theServerGetsNoDescriptorOfOurs() throws {
    let directory = TemporaryDirectory()
    let direct = try Conversation(Tool.server, ["show-descriptors"]).finish()
    #expect(try RecordRun.start(["show-descriptors"], in: directory).finish().output == direct.output)
  }
}
