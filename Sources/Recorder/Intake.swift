import ProcessControl
import Recording
import Synchronization

/// Where forwarders hand over what passed, and the recording thread takes it.
///
/// A forwarder's way through here is one uncontended lock a read. The recording thread is woken when the first entry comes
/// after silence, and then leaves the forwarders alone while it lets traffic gather.
final class Intake: Sendable {
  struct Patience: Sendable {
    /// How long traffic gathers before it is written.
    var gathering: Int64 = 120_000_000
    var moment: Int64 = 1_000_000
    /// How long one entry may wait for room, while the recording thread makes some.
    var waiting: Int64 = 4_000_000
    /// Without progress for this long, the disk is taken to be stalled, and nobody waits.
    var stall: Int64 = 40_000_000
    /// One part in this many of the session's time may go into waiting for room, and a burst of `allowance`.
    var waitingShare: Int64 = 20
    var allowance: Int64 = 50_000_000
    /// How long an entry is held back for one that arrived before it and is still being forwarded.
    var holding: Int64 = 50_000_000
  }

  /// A stream of the session; its raw value is its place in `underWay`.
  enum Stream: Int, Sendable { case client, server, standardError }

  private let queue: Monitor<RecordingQueue>
  private let patience: Patience
  private let start: Int64
  // When the bytes that each stream is forwarding right now had arrived; 0 when it is waiting for some.
  private let clientUnderWay = Atomic<Int64>(0)
  private let serverUnderWay = Atomic<Int64>(0)
  private let waited = Atomic<Int64>(0)

  init(limits: RecordingQueue.Limits = RecordingQueue.Limits(), patience: Patience = Patience()) {
    start = Uptime.now()
    queue = Monitor(RecordingQueue(limits: limits, now: start))
    self.patience = patience
  }

  // MARK: For forwarders

  /// Bytes of `stream` arrived at `time` and are about to be forwarded: what is caused by them is not recorded before.
  func begin(_ stream: Stream, at time: Int64) { setUnderWay(stream, time) }

  /// The bytes are forwarded; `events` are what they completed.
  func end(_ stream: Stream, _ events: [Record.Event], at time: Int64, isUrgent: Bool = false) {
    guard !events.isEmpty else { return setUnderWay(stream, 0) }
    var rest = events[...]
    let wakes = queue.withLock { queue in
      let wakes = Self.offer(&rest, at: time, to: &queue)
      return isUrgent && queue.hurry() || wakes
    }
    if wakes { queue.broadcast() }
    if !rest.isEmpty { waitForRoom(rest, at: time) }
    // Not before the events are in: the recording thread would take a later one first.
    setUnderWay(stream, 0)
  }

  /// What happens beside the streams.
  func add(_ event: Record.Event, isUrgent: Bool = true) {
    end(.standardError, [event], at: Uptime.now(), isUrgent: isUrgent)
  }

  /// Hands over what may wait as long as it takes, such as a file: messages go first. False when the session is over.
  func addPatiently(_ event: Record.Event, leaving room: Int) -> Bool {
    let entry = LogEntry(event: event, time: Uptime.now())
    let outcome: Bool? = queue.wait { queue in
      if queue.isFinished { return false }
      guard queue.pending == 0 || queue.pending + entry.cost <= room else { return nil }
      return queue.offer(entry) != .full ? true : nil
    }
    queue.broadcast()
    return outcome ?? false
  }

  /// Offers as many events as there is room for, and takes them off `rest`.
  private static func offer(
    _ rest: inout ArraySlice<Record.Event>, at time: Int64, to queue: inout RecordingQueue
  ) -> Bool {
    var wakesConsumer = false
    while let event = rest.first {
      guard case .accepted(let wakes) = queue.offer(LogEntry(event: event, time: time)) else { return wakesConsumer }
      wakesConsumer = wakesConsumer || wakes
      rest = rest.dropFirst()
    }
    return wakesConsumer
  }

  /// The queue is full. A burst is worth a moment's patience, a stalled disk is not.
  private func waitForRoom(_ events: ArraySlice<Record.Event>, at time: Int64) {
    var rest = events
    while let event = rest.first {
      let now = Uptime.now()
      let budget = (now - start) / patience.waitingShare + patience.allowance - waited.load(ordering: .relaxed)
      let entry = LogEntry(event: event, time: time)
      let deadline = now + min(patience.waiting, max(budget, 0))
      let isIn = queue.wait(until: deadline) { queue -> Bool? in
        if case .accepted = queue.offer(entry) { return true }
        return now - queue.lastProgress > patience.stall ? false : nil
      }
      waited.wrappingAdd(Uptime.now() - now, ordering: .relaxed)
      if isIn != true { queue.withLock { $0.drop(entry) } }
      rest = rest.dropFirst()
    }
    queue.broadcast()
  }

  private func setUnderWay(_ stream: Stream, _ time: Int64) {
    switch stream {
    case .client: clientUnderWay.store(time, ordering: .sequentiallyConsistent)
    case .server: serverUnderWay.store(time, ordering: .sequentiallyConsistent)
    case .standardError: break
    }
  }

  /// The server has ended and no more comes: the recording thread gets what is left.
  func finish(_ status: End.Status) {
    queue.withLock { $0.finish(status) }
    queue.broadcast()
  }

  /// Waits until all that was handed over is recorded, but not beyond `deadline`.
  func settle(until deadline: Int64) {
    queue.withLock { _ = $0.hurry() }
    queue.broadcast()
    _ = queue.wait(until: deadline) { $0.pending == 0 ? true : nil }
  }

  /// Whether nothing was written for this long, in nanoseconds.
  func isStalled(for duration: Int64) -> Bool {
    let now = Uptime.now()
    return queue.withLock { now - $0.lastProgress > duration }
  }

  // MARK: For the recording thread

  struct Batch: Sendable {
    var entries: [LogEntry]
    /// Set when nothing comes after this batch.
    var end: End?
  }

  /// Waits for entries, lets more gather, and takes them. Empty when `deadline` passes first.
  func nextBatch(until deadline: Int64? = nil) -> Batch {
    let hasSome = queue.wait(until: deadline) { queue -> Bool? in
      queue.consumer = .idle
      return queue.entries.isEmpty && !queue.isFinished ? nil : true
    }
    if hasSome == true { gather() }
    let now = Uptime.now()
    return queue.withLock { queue in
      queue.consumer = .working
      let end = queue.ending.map { End(status: $0, messages: queue.messages) }
      return Batch(entries: queue.take(before: end == nil ? cut(at: now) : .max), end: end)
    }
  }

  /// What was held back the last time is overdue already, but what holds it back needs a moment.
  private func gather() {
    let now = Uptime.now()
    let oldest = queue.withLock { $0.entries.first?.time } ?? now
    let deadline = max(min(oldest, now) + patience.gathering, now + patience.moment)
    _ = queue.wait(until: deadline) { queue -> Bool? in
      queue.consumer = .gathering
      return queue.isUrgent || queue.isFinished || queue.pending >= queue.limits.highWater ? true : nil
    }
  }

  /// When the earliest bytes arrived that are still being forwarded. A forwarder that is stuck is not waited for.
  private func cut(at now: Int64) -> Int64 {
    let times = [
      clientUnderWay.load(ordering: .sequentiallyConsistent), serverUnderWay.load(ordering: .sequentiallyConsistent),
    ]
    return times.filter { $0 != 0 && now - $0 < patience.holding }.min() ?? .max
  }

  /// Entries of this cost are written or given up.
  func release(_ cost: Int) {
    let now = Uptime.now()
    queue.withLock { $0.release(cost, at: now) }
    queue.broadcast()
  }
}
