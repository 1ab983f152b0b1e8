import JSONRPC

/// The queries of query-engine-v2 by the `requestId` that the client gave them: those that are open, those answered last, and
/// what was cancelled last. A name that was cancelled stays so.
struct QueryNames: Sendable {
  private static let capacity = 16_384

  private var open: [RequestID: Request] = [:]
  private var answered = RecentValues<RequestID, Request>(capacity: Self.capacity / 4)
  private var cancelled = RecentValues<RequestID, Exchange.Cancel>(capacity: Self.capacity)

  mutating func begin(_ exchange: inout Exchange) {
    guard let name = exchange.query?.requestID else { return }
    exchange.cancel = cancelled[name]
    if open[name] == nil {
      open[name] = exchange.request
    } else {
      exchange.query?.isDuplicate = true
    }
  }

  mutating func end(_ exchange: Exchange) {
    guard let name = exchange.query?.requestID, open[name] == exchange.request else { return }
    open[name] = nil
    answered.insert(exchange.request, at: name)
  }

  mutating func cancel(_ name: RequestID, _ cancel: Exchange.Cancel) -> (open: Request?, answered: Request?) {
    if cancelled[name] == nil { cancelled.insert(cancel, at: name) }
    return (open[name], answered[name])
  }
}

/// Values by key, of which those that came first are forgotten.
struct RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let capacity: Int
  private var values: [Key: Value] = [:]
  private var order: [Key] = []
  private var oldest = 0

  init(capacity: Int) { self.capacity = capacity }

  subscript(key: Key) -> Value? { values[key] }

  mutating func insert(_ value: Value, at key: Key) {
    guard values.updateValue(value, forKey: key) == nil else { return }
    if order.count < capacity {
      order.append(key)
    } else {
      values[order[oldest]] = nil
      order[oldest] = key
      oldest = (oldest + 1) % capacity
    }
  }
}
