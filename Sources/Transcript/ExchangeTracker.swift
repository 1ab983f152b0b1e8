import JSONRPC
import Recording

/// Pairs requests with their answers and cancels, for both sides. Ids live in one space per side and may be used again
/// after the answer.
struct ExchangeTracker: Sendable {
  /// A request id within the space of the side that made it.
  struct Key: Hashable, Sendable {
    var from: Party
    var id: RequestID
  }

  private var inFlight: [Key: Exchange] = [:]
  /// Requests whose id was in flight already; an answer is taken to be for the oldest.
  private var overlapping: [Key: [Exchange]] = [:]
  private var answered = RecentlyAnswered()
  private var queries = QueryNames()

  /// Requests without an answer so far, in order.
  var unanswered: [Exchange] {
    (Array(inFlight.values) + overlapping.values.joined()).sorted { $0.request.record < $1.request.record }
  }

  /// The request in flight with this id.
  func request(_ id: RequestID, from: Party) -> Request? { inFlight[Key(from: from, id: id)]?.request }

  mutating func begin(_ request: Request, params: JSONView? = nil, query: EngineQuery? = nil) -> Anomaly? {
    let key = Key(from: request.from, id: request.id)
    var exchange = Exchange(request: request, params: params)
    if let query {
      exchange.query = query
      queries.begin(&exchange)
    }
    if let earlier = inFlight[key] {
      overlapping[key, default: []].append(exchange)
      return .reusedID(request, inFlight: earlier.request)
    }
    inFlight[key] = exchange
    return nil
  }

  enum Answering {
    case first(Exchange)
    case anomaly(Anomaly)
  }

  /// Takes an answer sent by `party`.
  mutating func answer(
    from party: Party, id: RequestID?, _ answer: (Exchange) -> Exchange.Answer
  ) -> Answering {
    guard let id else { return .anomaly(.unknownAnswer(from: party, id: nil)) }
    let key = Key(from: party.other, id: id)
    guard var exchange = inFlight.removeValue(forKey: key) else {
      if let request = answered[key] { return .anomaly(.duplicateAnswer(from: party, to: request)) }
      return .anomaly(.unknownAnswer(from: party, id: id))
    }
    if let next = overlapping[key]?.first {
      inFlight[key] = next
      overlapping[key]?.removeFirst()
      if overlapping[key]?.isEmpty == true { overlapping[key] = nil }
    }
    exchange.answer = answer(exchange)
    if exchange.query != nil { queries.end(exchange) }
    answered.insert(exchange.request, at: key)
    return .first(exchange)
  }

  /// Takes a `$/cancelRequest`: it names a request of its own sender.
  mutating func cancel(_ id: RequestID, from: Party, _ cancel: Exchange.Cancel) -> Cancellation {
    let key = Key(from: from, id: id)
    if let exchange = inFlight[key] {
      if exchange.cancel == nil { inFlight[key]?.cancel = cancel }
      return Cancellation(from: from, id: id, target: .inFlight(exchange.request))
    }
    return Cancellation(from: from, id: id, target: answered[key].map { .answered($0) } ?? .unknown)
  }

  /// Takes an `engine_cancel_request`: it names a query by its `requestId`.
  mutating func cancelQuery(_ name: RequestID, _ cancel: Exchange.Cancel) -> Cancellation {
    let known = queries.cancel(name, cancel)
    if let request = known.open {
      let key = Key(from: request.from, id: request.id)
      if inFlight[key]?.request == request, inFlight[key]?.cancel == nil { inFlight[key]?.cancel = cancel }
      return Cancellation(from: .client, id: name, target: .inFlight(request))
    }
    return Cancellation(from: .client, id: name, target: known.answered.map { .answered($0) } ?? .unknown)
  }

  mutating func addPartialResult(record: Int, to request: Request) {
    inFlight[Key(from: request.from, id: request.id)]?.partialResults.append(record)
  }
}

/// The latest requests that were answered, so that a second answer is told from one to nothing. Its size is bounded.
private struct RecentlyAnswered: Sendable {
  private static let capacity = 8192

  private var requests: [ExchangeTracker.Key: Request] = [:]
  private var order: [(key: ExchangeTracker.Key, record: Int)] = []
  private var oldest = 0

  subscript(key: ExchangeTracker.Key) -> Request? { requests[key] }

  mutating func insert(_ request: Request, at key: ExchangeTracker.Key) {
    if order.count < Self.capacity {
      order.append((key, request.record))
    } else {
      let (old, record) = order[oldest]
      if requests[old]?.record == record { requests[old] = nil }
      order[oldest] = (key, request.record)
      oldest = (oldest + 1) % Self.capacity
    }
    requests[key] = request
  }
}
