import Glibc
import JSONRPC
import TestSupport
import Testing

@testable import Recording

@Suite struct RoundTripTests {
  @Test(arguments: 1...12) func everyEventComesBackAsItWas(seed: UInt64) {
    let events = SyntheticSession.events(seed: seed)
    let (records, error, ending) = readAll(RecordingEncoder.file(events, flushEvery: Int(seed)))
    #expect(error == nil)
    #expect(ending == .complete)
    expectSame(records.map(\.event), events)
    #expect(records.map(\.number) == Array(events.indices))
    #expect(records.map(\.time) == events.indices.map { Int64($0) * 1000 })
  }

  @Test func theHeaderComesBackAsItWas() throws {
    let reader = try RecordingReader(bytes: RecordingEncoder.file([]))
    #expect(reader.header == SyntheticSession.header)
  }

  @Test func repeatedContentsAreStoredByReference() throws {
    var generator = SeededGenerator(seed: 1)
    let list = SyntheticSession.completionList(1, using: &generator)
    var events: [Record.Event] = []
    for index in 0..<200 {
      var body = list
      body[20] = UInt8(ascii: "0") + UInt8(index % 10)
      events.append(.message(from: .server, FramedMessage(body: body)))
    }
    let file = RecordingEncoder.file(events)
    expectSame(readAll(file).records.map(\.event), events)
    #expect(file.count < list.count + 200 * 20)
  }

  @Test func aTimeBeforeTheLastOneCountsAsTheLastOne() {
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    encoder.append(.signal("SIGINT"), at: 50)
    encoder.append(.signal("SIGINT"), at: 20)
    #expect(readAll(encoder.finish()).records.map(\.time) == [50, 50])
  }

  @Test func delaysAreRoundedAndTheirErrorsDoNotAddUp() {
    var generator = SeededGenerator(seed: 3)
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    var times: [Int64] = []
    var time: Int64 = 0
    for _ in 0..<2000 {
      time +=
        Bool.random(using: &generator)
        ? .random(in: 0...20_000, using: &generator) : .random(in: 0...900_000, using: &generator)
      times.append(time)
      encoder.append(.signal("SIGINT"), at: time)
    }
    let read = readAll(encoder.finish()).records.map(\.time)
    for index in 1..<times.count {
      let (exact, found) = (times[index] - times[index - 1], read[index] - read[index - 1])
      #expect(abs(found - exact) <= exact / 50)
      #expect(exact >= 1000 || found == exact)
      #expect(abs(read[index] - times[index]) < 10_000)
    }
  }

  @Test func changingTheEffortKeepsTheFileReadable() {
    var encoder = RecordingEncoder(header: SyntheticSession.header, effort: .fast)
    let events = SyntheticSession.events(seed: 3)
    for (index, event) in events.enumerated() {
      if index == 40 { encoder.effort = .thorough }
      if index == 80 { encoder.effort = .fast }
      encoder.append(event, at: 0)
    }
    expectSame(readAll(encoder.finish()).records.map(\.event), events)
  }

  @Test func contentsBeyondTheWindowAreReadBack() {
    var header = SyntheticSession.header
    header.window = 4096
    let events = SyntheticSession.events(seed: 5)
    let (records, error, _) = readAll(RecordingEncoder.file(events, header: header))
    #expect(error == nil)
    expectSame(records.map(\.event), events)
  }
}

@Suite struct CompactionTests {
  @Test func aCompactedRecordingHoldsTheSameRecordsInFewerBytes() throws {
    let events = SyntheticSession.events(seed: 21)
    let file = RecordingEncoder.file(events, flushEvery: 1)
    let path = "/tmp/reprise-compaction-\(UInt64.random(in: 0...UInt64.max)).trace.gz"
    try file.write(to: path)
    defer { unlink(path) }
    let compacted = try Compaction.compacted(path: path)
    #expect(compacted.count < file.count)
    #expect(readAll(compacted).ending == .complete)
    expectSame(readAll(compacted).records, readAll(file).records)
    var reader = try RecordingReader(bytes: compacted)
    try reader.seek(toRecord: 0)
    #expect(reader.rest().records.count == events.count)
  }
}

extension [UInt8] {
  fileprivate func write(to path: String) throws {
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(self, 1, count, file) == count)
  }
}
