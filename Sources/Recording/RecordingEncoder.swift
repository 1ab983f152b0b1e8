/// Turns records into the bytes of a recording. Owns state, does no I/O.
///
/// A caller appends records, asks for bytes with ``flush()``, writes them, and confirms with ``commit()``. After a failed
/// write it cuts the file back to ``committedSize`` and, when writing works again, asks ``recover()`` for the bytes to go on
/// with.
package struct RecordingEncoder: ~Copyable {
  /// How hard to compress.
  package enum Effort: Sendable {
    /// For when the traffic comes faster than thorough work could take it.
    case fast
    case thorough

    fileprivate var level: Int32 { self == .fast ? 1 : 6 }
  }

  /// What must be known to go on behind a byte boundary of the file.
  private struct Boundary {
    var size = 0
    var number = 0
    var time: Int64 = 0
    var keyframes: [Keyframe] = []
    /// The member that is open at the boundary.
    var member: (checksum: UInt32, length: Int)?
  }

  private let header: Header
  private var store: ContentStore
  private var members: MemberWriter
  private var number = 0
  /// The last record's time as a reader sees it, and as it was given.
  private var time: Int64 = 0
  private var lastTime: Int64 = 0
  private var contentsSinceKeyframe = 0
  private var committed = Boundary()

  /// May be changed at any time.
  package var effort: Effort {
    didSet {
      members.level = effort.level
      store.seeksEdits = effort == .thorough
    }
  }

  package init(header: Header, effort: Effort = .thorough) {
    self.header = header
    self.effort = effort
    store = ContentStore(window: header.window)
    store.seeksEdits = effort == .thorough
    members = MemberWriter(level: effort.level)
    beginKeyframe()
  }

  /// The size of the file when everything up to the last ``commit()`` has been written, and nothing else.
  package var committedSize: Int { committed.size }
  /// The number that the next record gets.
  package var nextNumber: Int { number }

  /// Appends a record. A time before the last record's counts as the last record's.
  package mutating func append(_ event: Record.Event, at time: Int64) {
    if contentsSinceKeyframe >= Format.keyframeContents || members.sizeSinceKeyframe >= Format.keyframeCompressed {
      beginKeyframe()
    }
    let delay = rounded(max(0, time - lastTime), target: time - self.time)
    lastTime = max(time, lastTime)
    let kind = ContentWindow.Kind(type: event.typeName, party: event.party)
    var contents = 0
    // The closure cannot capture `self`, which is not copyable; the store alone goes in and out.
    let line = withStore { store in
      LineWriter.record(event, at: .after(delay)) { bytes, allowsBody in
        contents += bytes.count
        return store.store(bytes, kind: kind, allowsBody: allowsBody)
      }
    }
    members.write(line)
    contentsSinceKeyframe += contents
    self.time += delay
    number += 1
  }

  /// All bytes since the last call, up to a byte boundary at which a reader can stop (`Z_SYNC_FLUSH`).
  package mutating func flush() -> [UInt8] { members.flush() }

  /// The bytes that end the file: the rest, the index, the locator. Nothing can be appended afterwards, except after
  /// ``recover()``.
  package mutating func finish() -> [UInt8] { members.finish() }

  /// The bytes handed out so far are on disk.
  package mutating func commit() {
    committed = Boundary(
      size: members.size, number: number, time: time, keyframes: members.keyframes, member: members.openMember)
  }

  /// Forgets what was appended since the last ``commit()`` and returns the bytes that close the torn member and start a
  /// new one. They too must be committed. Numbering goes on from the last committed record.
  package mutating func recover() -> [UInt8] {
    let closing = members.resume(size: committed.size, keyframes: committed.keyframes, member: committed.member)
    (number, time) = (committed.number, committed.time)
    lastTime = time
    beginKeyframe()
    return closing + flush()
  }

  /// The delay to three significant digits: within 0.5 %, finer than any clock's jitter matters here, and a digit costs
  /// about half a byte. So that errors do not add up, a long pause also makes up for those before it.
  private func rounded(_ delay: Int64, target: Int64) -> Int64 {
    let isPause = delay >= Self.pause
    let exact = isPause ? max(target, delay - delay / 100) : delay
    var unit: Int64 = 1
    while exact / unit >= 1000 { unit *= 10 }
    return (exact + unit / 2) / unit * unit
  }

  /// Microseconds without traffic that nobody measures finely.
  private static let pause: Int64 = 100_000

  private mutating func beginKeyframe() {
    store.reset()
    contentsSinceKeyframe = 0
    let isFirst = members.keyframes.isEmpty
    let line = isFirst ? LineWriter.header(header) : LineWriter.keyframe(number: number, time: time)
    members.writeKeyframe(line, number: number, time: time)
  }

  private mutating func withStore<Result>(_ body: (inout ContentStore) -> Result) -> Result { body(&store) }
}
