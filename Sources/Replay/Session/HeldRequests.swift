import JSONRPC
import Transcript

/// Requests of the server that wait for our answer.
///
/// In lockstep an answer goes out in its recorded place among the client's messages when that place is reached in time,
/// and at once when the client's next message has to wait: the server never waits for us.
struct HeldRequests: Sendable {
  struct Held: Sendable {
    var id: RequestID
    var method: String
    var params: JSONView?
    /// The recorded request that this one repeats; nil when there is none.
    var entry: Int?
    var isExact: Bool
    /// With a timed pace: when the answer is due.
    var dueAt: Int64?
  }

  private(set) var book: ServerRequestBook
  /// In the order of arrival.
  private(set) var held: [Held] = []
  private var arrivedRecords: Set<Int> = []

  init(_ book: ServerRequestBook) { self.book = book }

  /// Whether a live request took the place of the recorded one at `record`.
  func hasArrived(_ record: Int) -> Bool { arrivedRecords.contains(record) }

  func entry(_ index: Int) -> ServerRequestBook.Entry { book.entries[index] }

  mutating func insert(
    _ id: RequestID, method: String, params: JSONView?, paths: PathMap, dueAt: (ServerRequestBook.Entry) -> Int64?
  ) -> Held {
    let found = book.take(
      method: method, fingerprint: ServerRequestBook.fingerprint(method: method, params: params, paths))
    if let found { arrivedRecords.insert(book.entries[found.index].request.record) }
    let held = Held(
      id: id, method: method, params: params, entry: found?.index, isExact: found?.isExact ?? false,
      dueAt: found.flatMap { dueAt(book.entries[$0.index]) })
    self.held.append(held)
    return held
  }

  /// Takes out the request that repeats the recorded one at `record`.
  mutating func take(record: Int) -> Held? {
    guard let index = held.firstIndex(where: { $0.entry.map { book.entries[$0].request.record } == record }) else {
      return nil
    }
    return held.remove(at: index)
  }

  /// Takes out all those that may be answered now.
  mutating func takeDue(at now: Int64) -> [Held] {
    guard !held.isEmpty else { return [] }
    let due = held.filter { $0.dueAt.map { $0 <= now } ?? true }
    held.removeAll { $0.dueAt.map { $0 <= now } ?? true }
    return due
  }

  var nextDue: Int64? { held.lazy.compactMap(\.dueAt).min() }
}
