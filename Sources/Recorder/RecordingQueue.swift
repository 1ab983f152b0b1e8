import Recording

/// What waits to be recorded: bounded, in memory that counts what the recording thread still works on.
///
/// Owns state only; `Intake` has the lock and the waiting.
struct RecordingQueue: Sendable {
  struct Limits: Sendable {
    /// A single entry may be larger, when nothing else is pending.
    var capacity = 8 << 20
    /// With this much pending the recording thread does not wait for more.
    var highWater = 512 << 10
  }

  /// What the recording thread is doing.
  enum Consumer: Sendable { case idle, gathering, working }

  enum Offer: Equatable, Sendable {
    /// The entry is in; `wakes`: the recording thread waits for just that.
    case accepted(wakes: Bool)
    case full
  }

  static let gapReason = "the recording could not be written as fast as messages came"

  let limits: Limits
  var consumer = Consumer.working
  private(set) var entries: [LogEntry] = []
  /// The cost of the entries, and of those that were taken and not released yet.
  private(set) var pending = 0
  /// Somebody asks for what is here to be written at once.
  private(set) var isUrgent = false
  /// How the server ended; nothing comes after that.
  private(set) var ending: End.Status?
  /// How many messages each side sent, those that were dropped included.
  private(set) var messages = PerParty()
  /// When the recording thread last made room.
  private(set) var lastProgress: Int64

  init(limits: Limits = Limits(), now: Int64 = 0) {
    self.limits = limits
    lastProgress = now
  }

  /// Takes `entry` in when there is room.
  mutating func offer(_ entry: LogEntry) -> Offer {
    let cost = entry.cost
    guard pending == 0 || pending + cost <= limits.capacity else { return .full }
    count(entry)
    pending += cost
    entries.append(entry)
    return .accepted(wakes: consumer == .idle || (consumer == .gathering && pending >= limits.highWater))
  }

  /// Gives up `entry`: a gap stands in its place.
  mutating func drop(_ entry: LogEntry) {
    count(entry)
    var loss = Loss()
    loss.add(entry.event)
    if case .gap(let before)? = entries.last?.event {
      loss.add(.gap(before))
      entries[entries.count - 1].event = .gap(loss.gap(because: Self.gapReason))
    } else {
      entries.append(LogEntry(event: .gap(loss.gap(because: Self.gapReason)), time: entry.time))
    }
  }

  private mutating func count(_ entry: LogEntry) {
    if case .message(let party, _) = entry.event { messages[party] += 1 }
  }

  /// Asks for what is here to be written at once; returns whether the recording thread must be woken.
  mutating func hurry() -> Bool {
    isUrgent = true
    return consumer != .working
  }

  var isFinished: Bool { ending != nil }

  mutating func finish(_ status: End.Status) { ending = status }

  /// Hands out what came before `cut`, in the order of arrival. What came later may still have a predecessor on its way.
  mutating func take(before cut: Int64) -> [LogEntry] {
    var taken = entries
    entries = []
    if cut != .max {
      entries = taken.filter { $0.time >= cut }
      taken.removeAll { $0.time >= cut }
    }
    isUrgent = false
    return taken.inOrderOfArrival()
  }

  /// What was taken is written or given up: there is room again.
  mutating func release(_ cost: Int, at time: Int64) {
    pending -= cost
    lastProgress = time
  }
}

extension [LogEntry] {
  /// Each stream's entries come in order; two streams may cross by the time it takes to hand over an entry.
  func inOrderOfArrival() -> [LogEntry] {
    let isOrdered = zip(self, dropFirst()).allSatisfy { $0.time <= $1.time }
    if isOrdered { return self }
    return enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }
}
