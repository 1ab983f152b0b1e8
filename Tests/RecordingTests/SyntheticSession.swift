import JSONRPC
import TestSupport
import Testing

@testable import Recording

/// Events as a session might have them: every kind, every form of content.
enum SyntheticSession {
  static let header = Header(
    started: "2026-01-02T03:04:05.678Z", recorder: "reprise test", command: ["server", "--flag"], directory: "/tmp/w",
    platform: Header.Platform(os: "linux", arch: "x86_64"), capture: CapturePolicy(mode: .workspace),
    run: ["seed": 7])

  static func events(seed: UInt64, count: Int = 120) -> [Record.Event] {
    var generator = SeededGenerator(seed: seed)
    var events = oneOfEach
    for index in 0..<count { events.append(event(index, using: &generator)) }
    events.append(.end(End(status: .exit(0), messages: PerParty(client: 3, server: 4))))
    return events
  }

  private static var oneOfEach: [Record.Event] {
    [
      .message(from: .client, FramedMessage(body: Array(#"{"id":1,"method":"initialize","a":1,"a":1.0}"#.utf8))),
      .peers(
        Peers(
          client: Peers.Peer(name: "ed", version: "1"), server: Peers.Peer(name: "ls"), positionEncoding: "utf-8",
          roots: ["file:///tmp/w"])),
      .message(
        from: .server,
        FramedMessage(body: Array("{\n \"pretty\": 1\n}".utf8), head: Array("content-length:  17\r\n\r\n".utf8))),
      .message(from: .server, FramedMessage(body: Array("not JSON at all \u{1} é".utf8))),
      .message(from: .server, FramedMessage(body: [0xFF, 0xFE, 0x00, 0x0A])),
      .message(from: .server, FramedMessage(body: [])),
      .message(from: .server, FramedMessage(body: Array("{}".utf8), head: [0x43, 0xFF, 0x0A])),
      .message(from: .client, FramedMessage(body: Array("[1]".utf8), tail: Array("\r\n".utf8))),
      .noise(from: .server, Array("Listening…\n".utf8)),
      .standardError([0x80, 0x81]),
      .signal("SIGTERM"),
      .file(CapturedFile(path: "a/b.c", content: .captured([1, 2, 3], sha256: ContentHash.sha256([1, 2, 3])))),
      .file(
        CapturedFile(path: "a/b.c", content: .captured([4, 5], sha256: ContentHash.sha256([4, 5])), change: 7)),
      .file(CapturedFile(path: "big.bin", isExecutable: true, content: .omitted("larger than 10 bytes"))),
      .gap(Gap(messages: PerParty(client: 1, server: 2), bytes: 99, reason: "the disk is full")),
      .close(from: .client),
    ]
  }

  private static func event(_ index: Int, using generator: inout SeededGenerator) -> Record.Event {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: .standardError(Array("warning \(index)\n".utf8))
    case 1:
      .noise(
        from: .client,
        (0..<Int.random(in: 0..<300, using: &generator)).map { _ in .random(in: 0...255, using: &generator) })
    case 2, 3:
      .message(
        from: .client, FramedMessage(body: Array(#"{"method":"textDocument/didChange","params":\#(index)}"#.utf8)))
    default: .message(from: .server, FramedMessage(body: completionList(index, using: &generator)))
    }
  }

  /// Lists that are nearly equal to one another, as a server sends them key after key.
  static func completionList(_ index: Int, using generator: inout SeededGenerator) -> [UInt8] {
    let column = Int.random(in: 1..<30, using: &generator)
    var items = (0..<40).map { item in
      #"{"label":"name\#(item * 7919 % 1000)","kind":\#(item % 5),"range":{"line":3,"character":\#(column)}}"#
    }
    if Int.random(in: 0..<4, using: &generator) == 0 { items.shuffle(using: &generator) }
    return Array(#"{"jsonrpc":"2.0","id":\#(index),"result":[\#(items.joined(separator: ","))]}"#.utf8)
  }
}

extension RecordingEncoder {
  /// A whole file with these events, 1 ms apart, flushed after every `flushEvery` of them.
  static func file(_ events: [Record.Event], flushEvery: Int = 10, header: Header = SyntheticSession.header) -> [UInt8]
  {
    var encoder = RecordingEncoder(header: header)
    var bytes: [UInt8] = []
    for (index, event) in events.enumerated() {
      encoder.append(event, at: Int64(index) * 1000)
      if index % flushEvery == flushEvery - 1 { bytes += encoder.flush() }
    }
    return bytes + encoder.finish()
  }
}

extension RecordingReader {
  /// All records that are left, and the error that ended them, if one did.
  mutating func rest() -> (records: [Record], error: RecordingError?) {
    var records: [Record] = []
    do {
      while let record = try next() { records.append(record) }
    } catch {
      return (records, error)
    }
    return (records, nil)
  }
}

func readAll(_ bytes: [UInt8]) -> (records: [Record], error: RecordingError?, ending: RecordingReader.Ending?) {
  do {
    var reader = try RecordingReader(bytes: bytes)
    let (records, error) = reader.rest()
    return (records, error, reader.ending)
  } catch {
    return ([], error, nil)
  }
}

/// Expects equal sequences; says where they part rather than printing both.
func expectSame<Element: Equatable>(
  _ found: some Collection<Element>, _ expected: some Collection<Element>,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(found.count == expected.count, sourceLocation: sourceLocation)
  let difference = zip(found, expected).enumerated().first { $0.element.0 != $0.element.1 }?.offset
  #expect(difference == nil, "the first difference is at this index", sourceLocation: sourceLocation)
}
