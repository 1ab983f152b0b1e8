import Recording

/// Puts entries into the file, and keeps going when the file cannot be written: what is lost is counted, the file stays
/// readable, writing is tried again, and a gap tells what is missing.
struct RecordingSink<File: RecordingFile>: ~Copyable {
  /// How long to leave a file alone that could not be written, in nanoseconds.
  static var retryInterval: Int64 { 1_000_000_000 }
  private enum State: Equatable {
    case unopened
    case writing
    case failing(reason: String, retryAt: Int64)
  }

  private var encoder: RecordingEncoder
  private(set) var file: File
  private let path: String
  private let notices: Notices
  /// The `Uptime` at which the recording's time is 0.
  private let start: Int64
  private var state = State.unopened
  private var hasGivenOut = false
  /// What was appended since the last commit.
  private var uncommitted = Loss()
  private var hasUncommitted = true
  /// What is missing from the file and not told of yet.
  private var loss = Loss()
  private var peers: Record.Event?
  private var peersAreCommitted = false

  init(header: Header, file: consuming File, path: String, start: Int64, notices: Notices) {
    encoder = RecordingEncoder(header: header)
    self.file = file
    self.path = path
    self.start = start
    self.notices = notices
  }

  /// When to call ``flush(at:)`` again although nothing new came; nil when there is no need.
  var retryTime: Int64? {
    if case .failing(_, let time) = state { time } else { nil }
  }

  /// When there is much to do, speed counts more than size.
  mutating func hurry(_ isHurried: Bool) {
    let effort = isHurried ? RecordingEncoder.Effort.fast : .thorough
    // Each change starts a new member.
    if encoder.effort != effort { encoder.effort = effort }
  }

  mutating func append(_ entry: LogEntry) {
    if case .gap(let gap) = entry.event { tellOfLag(gap) }
    if case .peers = entry.event {
      peers = entry.event
      peersAreCommitted = false
    }
    guard state == .writing else { return loss.add(entry.event) }
    append(entry.event, at: entry.time)
  }

  private mutating func append(_ event: Record.Event, at time: Int64) {
    encoder.append(event, at: max(time - start, 0) / 1000)
    uncommitted.add(event)
    hasUncommitted = true
  }

  /// Writes what was appended; when the file failed before, tries again if it is time.
  mutating func flush(at now: Int64) {
    switch state {
    case .unopened: open(at: now)
    case .writing:
      if hasUncommitted { write(encoder.flush(), at: now) }
    case .failing(let reason, let retryAt):
      if now >= retryAt { recover(from: reason, at: now) }
    }
  }

  /// Ends the recording, if it can be written at all.
  mutating func finish(_ end: End, at time: Int64) {
    if case .failing(let reason, _) = state { recover(from: reason, at: time) }
    if state == .unopened { open(at: time) }
    guard state == .writing else { return }
    append(.end(end), at: time)
    if write(encoder.finish(), at: time) { file.compact() }
  }

  // MARK: Files that cannot be written

  private mutating func open(at now: Int64) {
    do throws(FileFailure) {
      try file.open()
      state = .writing
      write(encoder.flush(), at: now)
    } catch {
      fail(error, at: now)
    }
  }

  private mutating func recover(from reason: String, at now: Int64) {
    do throws(FileFailure) {
      try file.open()
      try file.truncate(to: encoder.committedSize)
    } catch {
      return fail(error, at: now)
    }
    state = .writing
    // An encoder that has not given out anything still has its beginning to give out.
    let beginning = hasGivenOut ? encoder.recover() : []
    let told = loss
    if !told.isEmpty { append(.gap(told.gap(because: reason)), at: now) }
    if !peersAreCommitted, let peers { append(peers, at: now) }
    // The gap tells of what is lost already; if it is lost too, that is no further loss.
    uncommitted = Loss()
    loss = Loss()
    if !write(beginning + encoder.flush(), at: now) { loss.add(told) }
  }

  @discardableResult
  private mutating func write(_ bytes: [UInt8], at now: Int64) -> Bool {
    hasGivenOut = true
    do throws(FileFailure) {
      try file.write(bytes, at: encoder.committedSize)
      encoder.commit()
      uncommitted = Loss()
      hasUncommitted = false
      peersAreCommitted = peers != nil
      return true
    } catch {
      fail(error, at: now)
      return false
    }
  }

  private mutating func fail(_ failure: FileFailure, at now: Int64) {
    loss.add(uncommitted)
    uncommitted = Loss()
    if state == .writing {
      // What is left of the failed write would make the file look damaged. If even this fails, it is tried again.
      try? file.truncate(to: encoder.committedSize)
    }
    notices.sayTrouble(
      "cannot write the recording \(path): \(failure.message); the session goes on, "
        + "what is missing will be marked in the recording if it can be written again")
    state = .failing(reason: failure.message, retryAt: now + Self.retryInterval)
  }

  private func tellOfLag(_ gap: Gap) {
    notices.sayTrouble(
      "the recording \(path) cannot be written as fast as messages come; the session goes on, "
        + "what is missing is marked in the recording")
  }
}
