internal import JSONRPC

/// How answers get lost, come twice, or go to somebody else.
enum AnswerFaults {
  static let all = [
    PlantedFault(
      "reply-lost", "Every other answer that overtakes that to two earlier requests is lost.",
      .adapter, suite: "protocol", property: "answered-once"
    ) { Plant(wire: LostReply()) },
    PlantedFault(
      "reply-twice", "Every other answer that is an error comes twice.",
      .adapter, suite: "protocol", property: "answered-once"
    ) { Plant(wire: DoubleReply()) },
    PlantedFault(
      "replies-swapped", "Of two open requests with the same method, each gets the other's answer.",
      .adapter, suite: "protocol", property: "snapshot-named", in: [.queryEngine]
    ) { Plant(wire: SwappedReplies()) },
    PlantedFault(
      "reply-id-as-string", "An answer that comes out of order has its id as a string.",
      .adapter, suite: "protocol", property: "answered-once"
    ) { Plant(wire: StringIDs()) },
    PlantedFault(
      "result-id-without-content", "The result id of diagnostics tells how many there are, not which.",
      .adapter, suite: "stateless-follow-up", property: "fresh-equals-incremental", in: [.lsp]
    ) { Plant(wire: CountedResultIDs()) },
    PlantedFault(
      "result-ids-begin-anew", "The result ids of diagnostics are numbers, which begin at 1 in each server.",
      .adapter, suite: "stateless-follow-up", property: "follow-ups-after-restart", in: [.lsp]
    ) { Plant(wire: NumberedResultIDs()) },
  ]
}

private struct LostReply: WireFault {
  private let occasions = Occasions(every: 2)
  private var open = OpenQueries()

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    return [.pass(message)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    let place = open.list.firstIndex { $0.id == message.id }
    guard open.note(server: message) != nil, let place, place >= 2, occasions.come() else { return [message] }
    return []
  }
}

private struct DoubleReply: WireFault {
  private let occasions = Occasions(every: 2)

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    message.errorCode != nil && occasions.come() ? [message, message] : [message]
  }
}

private struct SwappedReplies: WireFault {
  private var open = OpenQueries()
  /// An answer that waits for the one that it is swapped with.
  private var held: (answer: WireMessage, partner: JSONValue)?

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    return [.pass(message)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    guard let query = open.note(server: message), message.errorCode == nil else { return released(by: message) }
    if held == nil, let partner = open.list.first(where: { $0.kind == query.kind })?.id {
      held = (message, partner)
      return []
    }
    return released(by: message)
  }

  private mutating func released(by message: WireMessage) -> [WireMessage] {
    guard let (answer, partner) = held, message.id == partner, let first = answer.id else { return [message] }
    held = nil
    return [answer.setting("id", to: partner), message.setting("id", to: first)]
  }
}

extension WireMessage {
  /// The method, or the feature that is asked for.
  fileprivate var kind: String? { json["params"]?["feature"]?.string ?? method }
}

private struct StringIDs: WireFault {
  private var open = OpenQueries()

  mutating func client(_ message: WireMessage) -> [WireAction] {
    open.note(client: message)
    return [.pass(message)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    let isFirst = open.list.first?.id == message.id
    guard open.note(server: message) != nil, !isFirst, case .number(let number)? = message.id else { return [message] }
    return [message.setting("id", to: .string(number))]
  }
}

/// Result ids of its own for a pulled report: what the client names is kept from the engine, to which each report is news.
private struct ResultIDs {
  /// What the client has, by the id of its request.
  private var previous: [(id: JSONValue, result: String?)] = []

  mutating func client(_ message: WireMessage) -> [WireAction] {
    guard message.method == "textDocument/diagnostic", let id = message.id else { return [.pass(message)] }
    previous.append((id, message.json["params"]?["previousResultId"]?.string))
    return [.pass(message.setting("params", "previousResultId", to: nil))]
  }

  mutating func server(_ message: WireMessage, _ name: ([JSONValue]) -> String) -> [WireMessage] {
    guard let index = previous.firstIndex(where: { $0.id == message.id }) else { return [message] }
    let known = previous.remove(at: index).result
    guard let items = message.json["result"]?["items"]?.array else { return [message] }
    let resultID = name(items)
    guard known == resultID else { return [message.setting("result", "resultId", to: .string(resultID))] }
    return [message.setting("result", to: ["kind": "unchanged", "resultId": .string(resultID)])]
  }
}

private struct CountedResultIDs: WireFault {
  private var ids = ResultIDs()

  mutating func client(_ message: WireMessage) -> [WireAction] { ids.client(message) }
  mutating func server(_ message: WireMessage) -> [WireMessage] { ids.server(message) { "count-\($0.count)" } }
}

private struct NumberedResultIDs: WireFault {
  private var ids = ResultIDs()
  /// Each has its place as its number.
  private var reports: [[JSONValue]] = []

  mutating func client(_ message: WireMessage) -> [WireAction] { ids.client(message) }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    ids.server(message) { items in
      if !reports.contains(items) { reports.append(items) }
      return String((reports.firstIndex(of: items) ?? 0) + 1)
    }
  }
}
