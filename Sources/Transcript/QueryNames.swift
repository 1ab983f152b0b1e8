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
