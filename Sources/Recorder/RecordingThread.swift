import ProcessControl
import Recording

/// The one thread that encodes and writes: empties the intake into the sink until the session is over.
struct RecordingThread<File: RecordingFile> {
  /// After this much, what was encoded is written, and its room in the queue is free again.
  private static var portion: Int { 1 << 20 }
  /// The same after this long, in nanoseconds: what waits behind it is due as well.
  private static var turn: Int64 { 40_000_000 }
  /// A batch of more than this, or one whose first entry is older than this, is done in a hurry.
  private static var heavyLoad: Int { 1 << 20 }
  private static var lateness: Int64 { 200_000_000 }

  let intake: Intake
  let captures: CaptureRequests

  func run(_ sink: consuming RecordingSink<File>, facts: SessionFacts) {
    var sink = sink
    var facts = facts
    sink.flush(at: Uptime.now())
    while true {
      let batch = intake.nextBatch(until: sink.retryTime)
      write(batch.entries, to: &sink, facts: &facts)
      guard let end = batch.end else { continue }
      return sink.finish(end, at: Uptime.now())
    }
  }

  private func write(_ entries: [LogEntry], to sink: inout RecordingSink<File>, facts: inout SessionFacts) {
    let load = entries.reduce(0) { $0 + $1.cost }
    let start = Uptime.now()
    var turnEnds = start + Self.turn
    sink.hurry(load > Self.heavyLoad || entries.first.map { start - $0.time > Self.lateness } ?? false)
    // What is given back is counted in the entries that were taken, not in those that are written.
    var taken = load
    var unwritten = 0
    // From the back, so that each entry's memory is free once it is encoded.
    var rest = entries.withStandardErrorTogether().reversed() as [LogEntry]
    while let entry = rest.popLast() {
      sink.append(entry)
      follow(entry, facts.observe(entry.event), to: &sink)
      unwritten += entry.cost
      let now = Uptime.now()
      guard unwritten >= Self.portion || now >= turnEnds else { continue }
      sink.flush(at: now)
      // Thorough work takes too long for what came.
      if now >= turnEnds, !rest.isEmpty { sink.hurry(true) }
      turnEnds = Uptime.now() + Self.turn
      intake.release(min(unwritten, taken))
      taken -= min(unwritten, taken)
      unwritten = 0
    }
    sink.flush(at: Uptime.now())
    intake.release(taken)
  }

  private func follow(_ entry: LogEntry, _ findings: [SessionFacts.Finding], to sink: inout RecordingSink<File>) {
    for finding in findings {
      switch finding {
      case .peers(let peers): sink.append(LogEntry(event: .peers(peers), time: entry.time))
      case .roots(let roots): captures.add(.roots(roots))
      case .opened(let uri): captures.add(.opened(uri: uri))
      case .changed(let change): captures.add(.changed(change))
      }
    }
  }
}

extension [LogEntry] {
  /// What the server says on standard error in many small writes stands in one record, where the first of them was: each
  /// record costs more than such a line, and the two pipes have no common order anyway.
  func withStandardErrorTogether() -> [LogEntry] {
    var result: [LogEntry] = []
    result.reserveCapacity(count)
    var place: Int?
    var text: [UInt8] = []
    for entry in self {
      guard case .standardError(let bytes) = entry.event else {
        result.append(entry)
        continue
      }
      if place != nil, text.count + bytes.count <= Self.longestText {
        text += bytes
      } else {
        if let begun = place { result[begun].event = .standardError(text) }
        (place, text) = (result.count, bytes)
        result.append(entry)
      }
    }
    if let place { result[place].event = .standardError(text) }
    return result
  }

  private static var longestText: Int { 1 << 20 }
}
