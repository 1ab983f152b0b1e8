import JSONRPC

/// The requests that we sent and that have no answer yet.
struct InFlight: Sendable {
  struct Entry: Sendable {
    var record: Int
    var id: RequestID
    var method: String
    var sentAt: Int64
    /// When the server counts as hung, measured from when it last answered anything; nil: it may take as long as it likes.
    var limit: Int64?
    /// Whether the session's end waits for the answer.
    var isAwaited: Bool
  }

  /// In the order of sending.
  private(set) var entries: [Entry] = []
  /// The request that last had an id, for answers that come twice.
  private var answered: [RequestID: Int] = [:]
  private var partialTokens: [RequestID: Int] = [:]

  mutating func insert(_ entry: Entry, partialToken: RequestID?) {
    entries.append(entry)
    if let partialToken { partialTokens[partialToken] = entry.record }
  }

  /// Takes the oldest request with this id out.
  mutating func answer(_ id: RequestID) -> Entry? {
    guard let index = entries.firstIndex(where: { $0.id == id }) else { return nil }
    answered[id] = entries[index].record
    return entries.remove(at: index)
  }

  func record(ofAnswered id: RequestID) -> Int? { answered[id] }
  func record(ofPartial token: RequestID) -> Int? { partialTokens[token] }
  func record(of id: RequestID) -> Int? { entries.first { $0.id == id }?.record }
  func contains(_ record: Int) -> Bool { entries.contains { $0.record == record } }
  func hasLimit(_ record: Int) -> Bool { entries.contains { $0.record == record && $0.limit != nil } }
  var awaited: [Entry] { entries.filter(\.isAwaited) }

  func nextExpiry(lastAnswer: Int64) -> Int64? {
    entries.lazy.compactMap { entry in entry.limit.map { max(entry.sentAt, lastAnswer) + $0 } }.min()
  }

  /// The requests whose time is up. They stay here, for an answer may still come, but are waited for no more.
  mutating func expire(at now: Int64, lastAnswer: Int64) -> [Entry] {
    var expired: [Entry] = []
    for index in entries.indices {
      guard let limit = entries[index].limit, max(entries[index].sentAt, lastAnswer) + limit <= now else { continue }
      expired.append(entries[index])
      entries[index].limit = nil
      entries[index].isAwaited = false
    }
    return expired
  }

  /// When the last answer came.
  var lastAnswer: Int64 = 0
}
