import JSONRPC
import Recording
import Synchronization
import Testing

@testable import Recorder

/// A file whose disk behaves as told.
final class FakeDisk: Sendable {
  struct State: Sendable {
    var bytes: [UInt8] = []
    /// How large the file can grow; a write beyond that is done in part and fails.
    var room = Int.max
    var canOpen = true
    var canTruncate = true
  }

  let state = Mutex(State())

  var contents: [UInt8] { state.withLock { $0.bytes } }
  func set(_ change: (inout State) -> Void) { state.withLock { change(&$0) } }
}

struct FakeFile: RecordingFile {
  let disk: FakeDisk

  mutating func open() throws(FileFailure) {
    guard disk.state.withLock({ $0.canOpen }) else { throw FileFailure(message: "Permission denied") }
  }

  mutating func write(_ bytes: [UInt8], at offset: Int) throws(FileFailure) {
    let isWhole = disk.state.withLock { state in
      state.bytes += [UInt8](repeating: 0, count: max(offset - state.bytes.count, 0))
      let end = min(offset + bytes.count, max(state.room, offset))
      state.bytes.replaceSubrange(offset..<min(end, state.bytes.count), with: bytes.prefix(end - offset))
      return end == offset + bytes.count
    }
    if !isWhole { throw FileFailure(message: "No space left on device") }
  }

  mutating func compact() {}

  mutating func truncate(to size: Int) throws(FileFailure) {
    let isDone = disk.state.withLock { state in
      if state.canTruncate, state.bytes.count > size { state.bytes.removeSubrange(size...) }
      return state.canTruncate
    }
    if !isDone { throw FileFailure(message: "Input/output error") }
  }
}

@Suite struct RecordingSinkTests {
  private static let header = Header(
    started: "2026-01-02T03:04:05.678Z", recorder: "test", command: ["server"], directory: "/")
  private static let second: Int64 = 1_000_000_000

  private enum Step {
    case message(Party)
    case flush
    /// Time goes by until the sink tries again.
    case wait
    case disk(@Sendable (inout FakeDisk.State) -> Void)
    /// The file as it is can be read, as if the recorder were killed now.
    case isReadable
  }

  private struct Outcome {
    var recording: ReadRecording
    var said: [String]
    var sent: PerParty
  }

  /// Plays `steps` and returns what the file and the user got in the end.
  private func play(_ steps: [Step]) throws -> Outcome {
    let disk = FakeDisk()
    let said = Lines()
    let notices = Notices { said.add($0) }
    var sink = RecordingSink(header: Self.header, file: FakeFile(disk: disk), path: "f", start: 0, notices: notices)
    var sent = PerParty()
    var clock: Int64 = 0
    for step in steps {
      clock += 1000
      switch step {
      case .message(let party):
        let body = Array("{\"id\":\(sent[party]),\"x\":\"\(clock &* 0x9E37_79B9)\"}".utf8)
        sent[party] += 1
        sink.append(LogEntry(event: .message(from: party, FramedMessage(body: body)), time: clock))
      case .flush: sink.flush(at: clock)
      case .wait: clock += 2 * Self.second
      case .disk(let change): disk.set(change)
      case .isReadable: _ = try ReadRecording(bytes: disk.contents)
      }
    }
    sink.finish(End(status: .exit(0), messages: sent), at: clock)
    return Outcome(recording: try ReadRecording(bytes: disk.contents), said: said.all, sent: sent)
  }

  /// Every message is either there or counted in a gap.
  private func checkCounts(
    _ outcome: Outcome, gaps: Int, said: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let recording = outcome.recording
    for party in Party.allCases {
      let there = recording.bodies(party).count
      let missing = recording.gaps.reduce(0) { $0 + $1.messages[party] }
      #expect(there + missing == outcome.sent[party], "\(party)", sourceLocation: sourceLocation)
    }
    #expect(recording.gaps.count == gaps, sourceLocation: sourceLocation)
    #expect(outcome.said.count == said, "\(outcome.said)", sourceLocation: sourceLocation)
    #expect(recording.ending == .complete, sourceLocation: sourceLocation)
  }

  @Test func aHealthyFileHoldsEverything() throws {
    let outcome = try play([.flush, .message(.client), .message(.server), .flush, .message(.client)])
    checkCounts(outcome, gaps: 0, said: 0)
    #expect(outcome.recording.bodies(.client).count == 2)
  }

  @Test func aFullDiskLeavesAGap() throws {
    let outcome = try play([
      .flush, .message(.client), .flush, .disk { $0.room = $0.bytes.count + 5 }, .message(.client), .message(.server),
      .flush, .isReadable, .message(.server), .flush, .disk { $0.room = .max }, .message(.server), .flush, .isReadable,
      .wait, .flush, .isReadable, .message(.client), .flush,
    ])
    checkCounts(outcome, gaps: 1, said: 1)
    #expect(outcome.recording.gaps.first?.messages == PerParty(client: 1, server: 3))
    #expect(outcome.recording.gaps.first?.reason == "No space left on device")
    #expect(outcome.recording.bodies(.client).count == 2)
  }

  @Test(arguments: [0, 1, 9, 20, 40]) func aDiskThatIsFullAgainAndAgainLosesNoCount(room: Int) throws {
    var steps: [Step] = [.flush]
    for round in 0..<12 {
      let isFull = round % 3 != 2
      steps += [.disk { $0.room = isFull ? $0.bytes.count + room : .max }, .wait, .message(.client), .message(.server)]
      steps += [.flush, .isReadable, .message(.server), .flush]
    }
    steps += [.disk { $0.room = .max }, .wait, .flush]
    let outcome = try play(steps)
    checkCounts(outcome, gaps: outcome.recording.gaps.count, said: 1)
    #expect(outcome.recording.gaps.count >= 2)
  }

  @Test func aFileThatCanBeOpenedLaterStartsWithAGap() throws {
    let outcome = try play([
      .disk { $0.canOpen = false }, .flush, .message(.client), .flush, .wait, .message(.client), .flush,
      .disk { $0.canOpen = true }, .wait, .flush, .message(.server), .flush,
    ])
    checkCounts(outcome, gaps: 1, said: 1)
    #expect(outcome.recording.gaps.first?.messages == PerParty(client: 2, server: 0))
  }

  @Test func aTornWriteThatCannotBeCutBackIsCutBackLater() throws {
    let outcome = try play([
      .flush, .message(.client), .flush,
      .disk {
        $0.room = $0.bytes.count + 7
        $0.canTruncate = false
      }, .message(.client), .flush, .wait, .message(.client), .flush,
      .disk {
        $0.room = .max
        $0.canTruncate = true
      }, .wait, .message(.server), .flush,
    ])
    checkCounts(outcome, gaps: 1, said: 1)
  }

  @Test func theEndIsTriedOnceMore() throws {
    let outcome = try play([
      .flush, .disk { $0.room = $0.bytes.count }, .message(.client), .flush, .disk { $0.room = .max },
    ])
    checkCounts(outcome, gaps: 1, said: 1)
  }

  /// What both sides said of themselves is worth telling again.
  @Test func peersThatWereLostAreRecordedAfterTheGap() throws {
    let disk = FakeDisk()
    var sink = RecordingSink(
      header: Self.header, file: FakeFile(disk: disk), path: "f", start: 0, notices: Notices { _ in })
    let peers = Peers(client: .init(name: "ed"), server: .init(), positionEncoding: "utf-8", roots: [])
    sink.flush(at: 0)
    disk.set { $0.room = $0.bytes.count }
    sink.append(LogEntry(event: .peers(peers), time: 1))
    sink.flush(at: 1)
    disk.set { $0.room = .max }
    sink.flush(at: 2 * Self.second)
    sink.finish(End(status: .exit(0), messages: PerParty()), at: 3 * Self.second)
    let events = try ReadRecording(bytes: disk.contents).records.map(\.event)
    #expect(events.first == .peers(peers))
  }
}

/// Lines that were said.
final class Lines: Sendable {
  private let lines = Mutex<[String]>([])
  func add(_ line: String) { lines.withLock { $0.append(line) } }
  var all: [String] { lines.withLock { $0 } }
}
