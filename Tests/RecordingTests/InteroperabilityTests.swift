import FoundationEssentials
import Glibc
import JSONRPC
import TestSupport
import Testing

@testable import Recording

/// Holds the encoder to docs/recording-format.md by way of a reader that was written from that page alone.
@Suite(.enabled(if: PythonReader.canRun, "needs python3"))
struct InteroperabilityTests {
  @Test(arguments: 1...8) func anIndependentReaderFindsTheSameRecords(seed: UInt64) throws {
    let once = SyntheticSession.events(seed: seed)
    let events = once.dropLast() + once
    let forms = try PythonReader.expect(RecordingEncoder.file(events, flushEvery: Int(seed)), toHold: events)
    #expect(forms == ["body", "text", "base64", "same", "edit"])
  }

  @Test(arguments: [0, 200, 4096]) func contentsBeyondTheWindowAreNotReferredTo(window: Int) throws {
    var header = SyntheticSession.header
    header.window = window
    let events = SyntheticSession.events(seed: 5)
    try PythonReader.expect(RecordingEncoder.file(events, header: header), toHold: events)
  }

  /// The window counts contents too: here more than a record may refer back over.
  @Test func contentsBeyondTheLargestCountAreNotReferredTo() throws {
    let filler = [Record.Event](repeating: .standardError([]), count: 65_530)
    let ends = SyntheticSession.events(seed: 6, count: 20).dropLast()
    try PythonReader.expect(
      RecordingEncoder.file(ends + filler + ends, flushEvery: 10_000), toHold: ends + filler + ends, ending: .unfinished
    )
  }

  @Test func theIndexLeadsToTheKeyframes() throws {
    var generator = SeededGenerator(seed: 7)
    var events = SyntheticSession.events(seed: 7, count: 30)
    for _ in 0..<12 {
      let junk = (0..<(1 << 20)).map { _ in UInt8.random(in: 0...255, using: &generator) }
      events.insert(.noise(from: .server, junk), at: 20)
    }
    let file = RecordingEncoder.file(events)
    try #require(file.count > 2 * Format.keyframeCompressed)
    try PythonReader.expect(file, toHold: events)
    for first in [1, 25, events.count - 1] { try PythonReader.expect(file, toHold: events, from: first) }
  }

  @Test(arguments: [0, 1, 30]) func aFileThatWentOnAfterAFailedWriteIsRead(written: Int) throws {
    let events = SyntheticSession.events(seed: 9, count: 40)
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    var file: [UInt8] = []
    for (index, event) in events.enumerated() {
      if index == written {
        encoder.append(.standardError([1, 2, 3]), at: 0)
        _ = encoder.flush()
        file += encoder.recover()
      }
      encoder.append(event, at: Int64(index) * 1000)
      file += encoder.flush()
      encoder.commit()
    }
    try PythonReader.expect(file + encoder.finish(), toHold: events)
  }

  @Test func aCompactedRecordingIsRead() throws {
    let events = SyntheticSession.events(seed: 21)
    let compacted = try PythonReader.withFile(RecordingEncoder.file(events, flushEvery: 1)) {
      try Compaction.compacted(path: $0)
    }
    try PythonReader.expect(compacted, toHold: events)
  }

  @Test func whatAKilledRecorderFlushedIsRead() throws {
    let events = SyntheticSession.events(seed: 10, count: 20)
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    for (index, event) in events.dropLast().enumerated() { encoder.append(event, at: Int64(index) * 1000) }
    let file = encoder.flush()
    try PythonReader.expect(file, toHold: events.dropLast(), ending: .unfinished)
    try PythonReader.expect(file.dropLast(), toHold: events.dropLast(), ending: .truncated)
  }

  @Test(arguments: [Framing.contentLength, .lines]) func bothStreamsComeBackByteForByte(framing: Framing) throws {
    var header = SyntheticSession.header
    header.framing = framing
    let events = SyntheticSession.events(seed: 11)
    try PythonReader.withFile(RecordingEncoder.file(events, header: header)) { path in
      for side in Party.allCases {
        let found = try PythonReader.run([path, "--stream", side.rawValue])
        expectSame(found.output, events.flatMap { $0.sent(by: side, framing: framing) })
        #expect(found.status == 0)
      }
    }
  }
}

/// How a record's content is given.
private struct Form: Decodable {
  var form: String?
}

/// What the reader's `--list` says of a record.
private struct Listed: Equatable, Decodable {
  var number: Int
  var time: Int64
  var type: String
  var from: String?
  var sha256: String?
  var length: Int?
}

extension Listed {
  init(_ event: Record.Event, number: Int) {
    let (type, from, content) = event.listed
    self.init(
      number: number, time: Int64(number) * 1000, type: type, from: from?.rawValue,
      sha256: content.map(ContentHash.sha256), length: content?.count)
  }
}

extension Record.Event {
  fileprivate var listed: (type: String, from: Party?, content: [UInt8]?) {
    switch self {
    case .message(let side, let message): ("message", side, message.body)
    case .noise(let side, let bytes): ("noise", side, bytes)
    case .standardError(let bytes): ("stderr", nil, bytes)
    case .close(let side): ("close", side, nil)
    case .signal: ("signal", nil, nil)
    case .peers: ("peers", nil, nil)
    case .file(let file):
      if case .captured(let bytes, _) = file.content { ("file", nil, bytes) } else { ("file", nil, nil) }
    case .gap: ("gap", nil, nil)
    case .end: ("end", nil, nil)
    case .unknown(let type): (type, nil, nil)
    }
  }

  fileprivate func sent(by side: Party, framing: Framing) -> [UInt8] {
    switch self {
    case .message(side, let message): message.bytes(framing: framing)
    case .noise(side, let bytes): bytes
    default: []
    }
  }
}

/// Tests/Interoperability/recording_reader.py, run as a program.
private enum PythonReader {
  enum Ending: String {
    case complete = ""
    case unfinished = "the recording is unfinished: it ends after record"
    case truncated = "the file is cut off after record"
  }

  struct Failure: Error { var reason: String }

  static let canRun = system("python3 -c '' >/dev/null 2>&1") == 0

  private static let script =
    #filePath.split(separator: "/").dropLast(2).map { "/" + $0 }.joined() + "/Interoperability/recording_reader.py"

  /// Expects the reader to list these events, 1 ms apart, from record `first` on, and then to say how the file ended.
  /// - Returns: the forms that their contents have.
  @discardableResult static func expect(
    _ file: some Collection<UInt8>, toHold events: some Collection<Record.Event>, from first: Int = 0,
    ending: Ending = .complete, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Set<String> {
    let expected = events.enumerated().dropFirst(first).map { Listed($0.element, number: $0.offset) }
    return try withFile(Array(file)) { path in
      let (output, errors, status) = try run([path, "--list", "--from", "\(first)"])
      let lines = output.split(separator: UInt8(ascii: "\n")).map { Data($0) }
      let found = try lines.map { try JSONDecoder().decode(Listed.self, from: $0) }
      expectSame(found, expected, sourceLocation: sourceLocation)
      let said = String(decoding: errors, as: UTF8.self)
      let asExpected = ending == .complete ? said.isEmpty : said.contains("\(ending.rawValue) \(events.count - 1)\n")
      #expect(asExpected, "the reader said: \(said)", sourceLocation: sourceLocation)
      #expect(status == (ending == .truncated ? 65 : 0), sourceLocation: sourceLocation)
      return Set(try lines.compactMap { try JSONDecoder().decode(Form.self, from: $0).form })
    }
  }

  static func run(_ arguments: [String]) throws -> (output: [UInt8], errors: [UInt8], status: Int32) {
    try withFile([]) { errors in
      let words = ["python3", script] + arguments
      let command = words.map { "'\($0.replacing("'", with: #"'\''"#))'" }.joined(separator: " ")
      guard let pipe = popen("\(command) 2>'\(errors)'", "re") else { throw Failure(reason: "no shell could be run") }
      var output: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { output += buffer[..<count] }
      let status = pclose(pipe)
      return (output, Array(try Data(contentsOf: URL(filePath: errors))), status & 0x7F == 0 ? status >> 8 : -1)
    }
  }

  static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
    let path = "/tmp/reprise-interoperability-\(UInt64.random(in: 0...UInt64.max)).trace.gz"
    try Data(bytes).write(to: URL(filePath: path))
    defer { unlink(path) }
    return try body(path)
  }
}
