package import Recording

/// A session as it was played, made into the records that checkers judge.
package enum PlayedSession {
  /// - Parameters:
  ///   - events: all that passed, with its time.
  ///   - status: how the server ended; nil if it is not to be said.
  /// - Returns: what a recording of it would hold.
  package static func records(_ events: [(event: Record.Event, time: Int64)], status: End.Status?) -> [Record] {
    var records = events.enumerated().map { Record(number: $0, time: $1.time, event: $1.event) }
    guard let status else { return records }
    var messages = PerParty()
    for case .message(let party, _) in events.lazy.map(\.event) { messages[party] += 1 }
    let end = Record.Event.end(End(status: status, messages: messages))
    records.append(Record(number: records.count, time: records.last?.time ?? 0, event: end))
    return records
  }
}
