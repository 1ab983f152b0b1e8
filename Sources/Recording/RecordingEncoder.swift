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
  private let deflater: Deflater
  private var store: ContentStore
  /// The encoder's state, its size counted in bytes handed out.
  private var current = Boundary()
  private var committed = Boundary()
  private var contentsSinceKeyframe = 0
  private var isFinished = false

  /// May be changed at any time.
  package var effort: Effort

  package init(header: Header, effort: Effort = .thorough) {
    self.header = header
    self.effort = effort
    deflater = Deflater(level: effort.level)
    store = ContentStore(window: header.window)
    beginKeyframe()
  }

  /// The size of the file when everything up to the last ``commit()`` has been written, and nothing else.
  package var committedSize: Int { committed.size }
  /// The number that the next record gets.
  package var nextNumber: Int { current.number }

  /// Appends a record. A time before the last record's counts as the last record's.
  package mutating func append(_ event: Record.Event, at time: Int64) {
    precondition(!isFinished, "the recording is finished")
    makeRoom()
    let number = current.number
    let time = max(time, current.time)
    current.time = time
    // The closure cannot capture `self`, which is not copyable; the store alone goes in and out.
    var contents = 0
    let line = withStore { store in
      LineWriter.record(event, number: number, time: time) { bytes, allowsBody in
        contents += bytes.count
        return store.store(bytes, record: number, allowsBody: allowsBody)
      }
    }
    contentsSinceKeyframe += contents
    write(line)
    current.number += 1
  }

  /// All bytes since the last call, up to a byte boundary at which a reader can stop (`Z_SYNC_FLUSH`).
  package mutating func flush() -> [UInt8] {
    deflater.synchronize()
    return takeOutput()
  }

  /// The bytes that end the file: the rest, the index, the locator. Nothing can be appended afterwards.
  package mutating func finish() -> [UInt8] {
    deflater.end()
    let indexOffset = current.size + deflater.output.count
    deflater.begin(level: effort.level)
    write(LineWriter.index(current.keyframes))
    deflater.end()
    isFinished = true
    let bytes = takeOutput() + Locator.bytes(indexOffset: indexOffset)
    current.size += Locator.size
    return bytes
  }

  /// The bytes handed out so far are on disk.
  package mutating func commit() { committed = current }

  /// Forgets what was appended since the last ``commit()`` and returns the bytes that close the torn member and start a
  /// new one. They too must be committed. Numbering goes on from the last committed record.
  package mutating func recover() -> [UInt8] {
    deflater.abandon()
    current = committed
    isFinished = false
    let closing = committed.member.map { Deflater.closing(checksum: $0.checksum, length: $0.length) } ?? []
    current.size += closing.count
    current.member = nil
    beginKeyframe()
    return closing + flush()
  }

  // MARK: Members

  private mutating func beginKeyframe() {
    store.reset()
    contentsSinceKeyframe = 0
    deflater.begin(level: effort.level)
    let offset = current.size + deflater.output.count - Gzip.header().count
    current.keyframes.append(Keyframe(offset: offset, number: current.number, time: current.time))
    let isFirst = current.keyframes.count == 1
    write(isFirst ? LineWriter.header(header) : LineWriter.keyframe(number: current.number, time: current.time))
  }

  /// Starts a new member or a new keyframe where the present one has grown enough, or the effort has changed.
  private mutating func makeRoom() {
    let compressed = current.size + deflater.output.count - (current.keyframes.last?.offset ?? 0)
    if contentsSinceKeyframe >= Format.keyframeContents || compressed >= Format.keyframeCompressed {
      deflater.end()
      beginKeyframe()
    } else if deflater.length >= Format.memberText || deflater.level != effort.level {
      deflater.end()
      deflater.begin(level: effort.level)
    }
  }

  private mutating func write(_ line: [UInt8]) {
    deflater.write(line)
    deflater.write([UInt8(ascii: "\n")])
  }

  private mutating func takeOutput() -> [UInt8] {
    let bytes = deflater.takeOutput()
    current.size += bytes.count
    current.member = deflater.isOpen ? (deflater.checksum, deflater.length) : nil
    return bytes
  }

  private mutating func withStore<Result>(_ body: (inout ContentStore) -> Result) -> Result { body(&store) }
}
