internal import JSONRPC

/// What cancels come to.
enum CancellationFaults {
  static let all = [
    PlantedFault(
      "cancel-forgotten", "Every other cancel is acknowledged and forgotten.",
      .adapter, suite: "cancellation", property: "cancellation-terminal"
    ) { Plant(wire: ForgottenCancel()) },
    PlantedFault(
      "cancel-remembered-too-long", "A cancel that comes too late cancels the next request.",
      .adapter, suite: "cancellation", property: "cancelled-unasked", in: [.queryEngine]
    ) { Plant(wire: LateCancel()) },
    PlantedFault(
      "result-after-cancel", "A cancelled request is answered at once, and then again with its result.",
      .adapter, suite: "cancellation", property: "answered-once"
    ) { Plant(wire: ResultAfterCancel()) },
  ]
}

/// The queries that are open, by what they are cancelled by.
struct OpenQueries: Sendable {
  /// The oldest first.
  private(set) var list: [WireMessage] = []

  mutating func note(client message: WireMessage) {
    if message.isRequest, message.act == .query { list.append(message) }
  }

  /// - Returns: what was asked.
  mutating func note(server message: WireMessage) -> WireMessage? {
    guard message.isAnswer, let index = list.firstIndex(where: { $0.id == message.id }) else { return nil }
    return list.remove(at: index)
  }

  func query(named name: JSONValue?) -> WireMessage? { name.flatMap { name in list.first { $0.queryName == name } } }
}

extension WireMessage {
  /// What a client hears of its cancel: of a notification, nothing.
  fileprivate var acknowledgement: [WireAction] { isRequest ? [.tell(answer(["accepted": true]))] : [] }
}

private struct ForgottenCancel: WireFault {
  private let occasions = Occasions(every: 2)
  private var open = OpenQueries()

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    guard message.act == .cancel, open.query(named: message.cancelledName) != nil, occasions.come() else {
      return [.pass(message)]
    }
    return message.acknowledgement
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    _ = open.note(server: message)
    return [message]
  }
}

private struct LateCancel: WireFault {
  private var open = OpenQueries()
  private var seen: [JSONValue] = []
  private var isPending = false

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    if message.act == .cancel, let name = message.cancelledName, open.query(named: name) == nil, seen.contains(name) {
      isPending = true
    }
    guard message.isRequest, message.act == .query else { return [.pass(message)] }
    if let name = message.queryName { seen.append(name) }
    guard isPending, let cancel = message.cancelling() else { return [.pass(message)] }
    isPending = false
    return [.pass(message), .pass(cancel)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    _ = open.note(server: message)
    return [message]
  }
}

private struct ResultAfterCancel: WireFault {
  private let occasions = Occasions(every: 2)
  private var open = OpenQueries()

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    guard message.act == .cancel, let query = open.query(named: message.cancelledName), occasions.come() else {
      return [.pass(message)]
    }
    return message.acknowledgement + [.tell(query.error(ErrorCodes.cancelled, "the request was cancelled"))]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    _ = open.note(server: message)
    return [message]
  }
}

enum ErrorCodes {
  static let cancelled = -32800
}
