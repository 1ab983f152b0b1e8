import JSONRPC
import ProcessControl
import Recording
import Testing

@testable import Recorder

@Suite struct RecordingQueueTests {
  private func message(_ party: Party = .client, bytes: Int = 100, at time: Int64 = 0) -> LogEntry {
    LogEntry(event: .message(from: party, FramedMessage(body: [UInt8](repeating: 32, count: bytes))), time: time)
  }

  private func check(
    _ queue: inout RecordingQueue, takes bytes: Int, _ isTaken: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let offer = queue.offer(message(bytes: bytes))
    #expect((offer != .full) == isTaken, sourceLocation: sourceLocation)
  }

  private func check(
    _ queue: inout RecordingQueue, takes bytes: Int, wakes: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let offer = queue.offer(message(bytes: bytes))
    #expect(offer == .accepted(wakes: wakes), sourceLocation: sourceLocation)
  }

  private func check(
    _ queue: inout RecordingQueue, before cut: Int64, gives times: [Int64],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let taken = queue.take(before: cut).map(\.time)
    #expect(taken == times, sourceLocation: sourceLocation)
  }

  @Test func whatIsPendingStaysWithinTheCapacity() {
    var queue = RecordingQueue(limits: .init(capacity: 10_000, highWater: 5000))
    var accepted = 0
    while queue.offer(message(bytes: 800)) != .full { accepted += 1 }
    #expect((5...12).contains(accepted))
    #expect(queue.pending <= 10_000)
  }

  @Test func anEntryOverTheCapacityIsTakenWhenNothingElseIsPending() {
    var queue = RecordingQueue(limits: .init(capacity: 1000, highWater: 500))
    check(&queue, takes: 50_000, true)
    check(&queue, takes: 1, false)
  }

  @Test func whatIsTakenCountsUntilItIsReleased() {
    var queue = RecordingQueue(limits: .init(capacity: 1000, highWater: 500))
    _ = queue.offer(message(bytes: 700))
    let cost = queue.take(before: .max).reduce(0) { $0 + $1.cost }
    check(&queue, takes: 700, false)
    queue.release(cost, at: 1)
    check(&queue, takes: 700, true)
  }

  @Test func droppedMessagesBecomeOneGapThatCountsBothSides() {
    var queue = RecordingQueue(limits: .init(capacity: 1000, highWater: 500))
    _ = queue.offer(message(bytes: 700))
    for party in [Party.client, .server, .server] { queue.drop(message(party, bytes: 700)) }
    let entries = queue.take(before: .max)
    #expect(entries.count == 2)
    let gap = Gap(messages: PerParty(client: 1, server: 2), bytes: 2100, reason: RecordingQueue.gapReason)
    #expect(entries.last?.event == .gap(gap))
    #expect(queue.messages == PerParty(client: 2, server: 2))
  }

  @Test func entriesComeInOrderOfArrivalAndLaterOnesAreHeldBack() {
    var queue = RecordingQueue()
    for time: Int64 in [5, 9, 3, 7] { _ = queue.offer(message(at: time)) }
    check(&queue, before: 8, gives: [3, 5, 7])
    check(&queue, before: .max, gives: [9])
  }

  @Test func theRecordingThreadIsWokenOnlyWhenItWaitsForJustThat() {
    var queue = RecordingQueue(limits: .init(capacity: 100_000, highWater: 3000))
    queue.consumer = .idle
    check(&queue, takes: 10, wakes: true)
    queue.consumer = .gathering
    check(&queue, takes: 10, wakes: false)
    check(&queue, takes: 5000, wakes: true)
    queue.consumer = .working
    check(&queue, takes: 5000, wakes: false)
    let wakes = queue.hurry()
    #expect(!wakes)
  }

  // MARK: With threads

  /// Nobody empties the queue: a stalled disk. Forwarders must not wait for it.
  @Test func aStalledDiskCostsNeitherTimeNorMemory() {
    let intake = Intake(limits: .init(capacity: 1 << 20, highWater: 1 << 18))
    let start = Uptime.now()
    for _ in 0..<2000 {
      intake.end(.server, [message(.server, bytes: 10_000).event], at: Uptime.now())
    }
    let took = Uptime.now() - start
    #expect(took < 3_000_000_000, "\(took) ns")
    intake.finish(.exit(0))
    let batch = intake.nextBatch()
    #expect(batch.entries.reduce(0) { $0 + $1.cost } <= 1 << 20 + 4096)
    #expect(batch.end?.messages == PerParty(client: 0, server: 2000))
    let missing = batch.entries.reduce(0) { sum, entry in
      if case .gap(let gap) = entry.event { sum + gap.messages.server } else { sum }
    }
    let there = batch.entries.count { if case .message = $0.event { true } else { false } }
    #expect(there + missing == 2000)
    #expect(missing > 0)
  }

  /// While the recording thread makes room, a burst is not lost.
  @Test func aBurstWaitsForRoomThatIsBeingMade() {
    var patience = Intake.Patience()
    patience.waiting = 10_000_000_000
    patience.stall = 10_000_000_000
    patience.allowance = 10_000_000_000
    let intake = Intake(limits: .init(capacity: 100_000, highWater: 1000), patience: patience)
    let received = Monitor(0)
    let consumer = WorkerThread(name: "consumer") {
      while true {
        let batch = intake.nextBatch()
        received.withLock { $0 += batch.entries.count { if case .message = $0.event { true } else { false } } }
        intake.release(batch.entries.reduce(0) { $0 + $1.cost })
        if batch.end != nil { return }
      }
    }
    for _ in 0..<1000 { intake.end(.client, [message(bytes: 5000).event], at: Uptime.now()) }
    intake.finish(.exit(0))
    #expect(consumer.join(until: Uptime.after(milliseconds: Conversation.patience)))
    #expect(received.withLock { $0 } == 1000)
  }

  /// A message that is still being written to its reader holds back what came after it, which it may have caused.
  @Test func anAnswerWaitsForItsQuestion() {
    let intake = Intake(patience: Intake.Patience(gathering: 0, holding: 60_000_000_000))
    let question = Uptime.now()
    intake.begin(.client, at: question)
    intake.end(.server, [message(.server).event], at: Uptime.now())
    #expect(intake.nextBatch().entries.isEmpty)
    intake.end(.client, [message(.client).event], at: question)
    let parties = intake.nextBatch().entries.map { entry -> Party? in
      if case .message(let party, _) = entry.event { party } else { nil }
    }
    #expect(parties == [.client, .server])
  }

  /// What is urgent is taken while other traffic would still gather: here for an hour.
  @Test(arguments: [true, false]) func whatIsUrgentDoesNotGather(comesFirst: Bool) {
    let intake = Intake(patience: Intake.Patience(gathering: 3_600_000_000_000))
    if !comesFirst { intake.end(.client, [message().event], at: Uptime.now()) }
    let received = Monitor(0)
    let consumer = WorkerThread(name: "consumer") {
      let batch = intake.nextBatch()
      received.withLock { $0 += batch.entries.count }
    }
    intake.end(.client, [message().event], at: Uptime.now(), isUrgent: true)
    #expect(consumer.join(until: Uptime.after(milliseconds: Conversation.patience)))
    #expect(received.withLock { $0 } == (comesFirst ? 1 : 2))
  }

  /// The session's end waits for the last messages, which may ask for files.
  @Test func settlingWaitsUntilAllIsRecorded() {
    let intake = Intake()
    intake.add(.close(from: .client))
    intake.settle(until: Uptime.now())
    let received = Monitor(0)
    let consumer = WorkerThread(name: "consumer") {
      let batch = intake.nextBatch()
      received.withLock { $0 += batch.entries.count }
      intake.release(batch.entries.reduce(0) { $0 + $1.cost })
    }
    intake.settle(until: Uptime.after(milliseconds: Conversation.patience))
    #expect(received.withLock { $0 } == 1)
    #expect(consumer.join(until: Uptime.after(milliseconds: Conversation.patience)))
  }

  @Test func aForwarderThatIsStuckHoldsNothingBackForLong() {
    let intake = Intake(patience: Intake.Patience(gathering: 0, holding: 1_000_000))
    intake.begin(.client, at: Uptime.now() - 2_000_000)
    intake.end(.server, [message(.server).event], at: Uptime.now())
    #expect(intake.nextBatch().entries.count == 1)
  }
}

@Suite struct StandardErrorTests {
  private func check(_ texts: [String?], give expected: [String?]) {
    let entries = texts.enumerated().map { index, text in
      LogEntry(event: text.map { .standardError(Array($0.utf8)) } ?? .close(from: .client), time: Int64(index))
    }
    let together = entries.withStandardErrorTogether().map { entry -> String? in
      if case .standardError(let bytes) = entry.event { String(decoding: bytes, as: UTF8.self) } else { nil }
    }
    #expect(together == expected)
  }

  @Test func smallWritesStandTogetherWhereTheFirstWas() {
    check([], give: [])
    check([nil, nil], give: [nil, nil])
    check(["a"], give: ["a"])
    check([nil, "a", nil, "b", "c", nil], give: [nil, "abc", nil, nil])
  }

  @Test func largeOnesStayInOrder() {
    let large = String(repeating: "x", count: 900_000)
    check(["a", large, nil, large, "b"], give: ["a" + large, nil, large + "b"])
  }
}
