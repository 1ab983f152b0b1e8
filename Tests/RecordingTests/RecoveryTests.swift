import JSONRPC
import Testing

@testable import Recording

@Suite struct RecoveryTests {
  private let events = SyntheticSession.events(seed: 9, count: 40)

  @Test func aFileCutAtAnyByteGivesWhatStoodBeforeTheCut() {
    let file = RecordingEncoder.file(events)
    let whole = readAll(file).records
    var boundaries = 0
    for length in 0..<file.count {
      let (records, error, ending) = readAll(Array(file[..<length]))
      expectSame(records, Array(whole.prefix(records.count)))
      #expect((error == nil) == (ending != nil))
      if error == nil { boundaries += 1 }
    }
    // The flushes, the ends of members: few places among thousands.
    #expect((events.count / 10...events.count).contains(boundaries))
  }

  @Test func whatWasFlushedSurvivesTheRecorder() {
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    var file: [UInt8] = []
    for (index, event) in events.enumerated() {
      encoder.append(event, at: 0)
      file += encoder.flush()
      let (records, error, ending) = readAll(file)
      #expect(error == nil)
      expectSame(records.map(\.event), Array(events[...index]))
      let isEnd = index == events.count - 1
      #expect(ending == (isEnd ? .complete : .unfinished(afterRecord: index)))
    }
  }

  @Test(arguments: [0, 1, 5, 20]) func aTornFileGoesOnAfterAFailedWrite(written: Int) {
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    var disk: [UInt8] = []
    for event in events[..<written] {
      encoder.append(event, at: 0)
      disk += encoder.flush()
      encoder.commit()
    }
    #expect(encoder.committedSize == disk.count)
    // These never reach the disk.
    for event in events[written..<(written + 7)] { encoder.append(event, at: 0) }
    _ = encoder.flush()
    disk += encoder.recover()
    encoder.commit()
    #expect(encoder.nextNumber == written)
    #expect(encoder.committedSize == disk.count)
    let gap = Record.Event.gap(Gap(messages: PerParty(client: 7), bytes: 1, reason: "full"))
    for event in [gap] + events[(written + 7)...] { encoder.append(event, at: 0) }
    disk += encoder.finish()
    let (records, error, ending) = readAll(disk)
    #expect(error == nil)
    #expect(ending == .complete)
    expectSame(records.map(\.event), events[..<written] + [gap] + events[(written + 7)...])
  }

  @Test func seekingStartsAtTheLastKeyframeBeforeTheRecord() throws {
    var encoder = RecordingEncoder(header: SyntheticSession.header)
    var file: [UInt8] = []
    for event in events[..<20] { encoder.append(event, at: 5) }
    file += encoder.flush()
    encoder.commit()
    file += encoder.recover()
    for event in events[20...] { encoder.append(event, at: 9) }
    file += encoder.finish()

    var reader = try RecordingReader(bytes: file)
    try reader.seek(toRecord: 25)
    let first = try reader.next()
    #expect(first?.number == 20)
    #expect(reader.rest().records.count == events.count - 21)
    try reader.seek(toRecord: 3)
    let again = reader.rest()
    #expect(again.error == nil)
    expectSame(again.records.map(\.event), events)
  }
}
