// SyntheticConversations: the one way in which tests make conversations. Says what a peer would say; knows no checker.

package import JSONRPC
package import Recording

/// Builds the records of a conversation, one millisecond apart.
package struct ConversationBuilder {
  /// A request that was sent, to be answered or cancelled.
  package struct Sent {
    package var record: Int
    package var id: RequestID
    package var from: Party
    var method: String
  }

  package private(set) var records: [Record] = []
  /// Microseconds between two records.
  package var step: Int64 = 1000
  private var time: Int64 = 0
  private var nextID = 1

  package init() {}

  /// A conversation that has shaken hands.
  package static func begun(encoding: String? = nil) -> ConversationBuilder {
    var builder = ConversationBuilder()
    builder.handshake(encoding: encoding)
    return builder
  }

  /// The number of the record that was appended last.
  package var last: Int { records.count - 1 }

  // MARK: Any record

  @discardableResult
  package mutating func append(_ event: Record.Event) -> Int {
    time += step
    records.append(Record(number: records.count, time: time, event: event))
    return last
  }

  @discardableResult
  package mutating func raw(_ body: String, from party: Party) -> Int {
    append(.message(from: party, FramedMessage(body: Array(body.utf8))))
  }

  @discardableResult
  package mutating func say(_ members: [JSONMember], from party: Party) -> Int {
    let body = JSONValue.object([JSONMember("jsonrpc", "2.0")] + members)
    return append(.message(from: party, FramedMessage(body: body.serialized())))
  }

  // MARK: Messages

  @discardableResult
  package mutating func request(
    _ method: String, _ params: JSONValue = [:], from party: Party = .client, id: RequestID? = nil
  ) -> Sent {
    let id = id ?? .integer(Int64(nextID))
    nextID += 1
    let record = say(
      [JSONMember("id", id.json), JSONMember("method", .string(method)), JSONMember("params", params)], from: party)
    return Sent(record: record, id: id, from: party, method: method)
  }

  @discardableResult
  package mutating func notify(_ method: String, _ params: JSONValue = [:], from party: Party = .client) -> Int {
    say([JSONMember("method", .string(method)), JSONMember("params", params)], from: party)
  }

  @discardableResult
  package mutating func answer(_ sent: Sent, _ result: JSONValue = nil) -> Int {
    say([JSONMember("id", sent.id.json), JSONMember("result", result)], from: sent.from.other)
  }

  @discardableResult
  package mutating func fail(_ sent: Sent, code: Int, _ message: String = "") -> Int {
    let error: JSONValue = ["code": .number(String(code)), "message": .string(message)]
    return say([JSONMember("id", sent.id.json), JSONMember("error", error)], from: sent.from.other)
  }

  @discardableResult
  package mutating func cancel(_ sent: Sent) -> Int {
    notify("$/cancelRequest", ["id": sent.id.json], from: sent.from)
  }

  /// A request with its answer.
  package mutating func exchange(_ method: String, _ params: JSONValue = [:], result: JSONValue = nil) {
    let sent = request(method, params)
    answer(sent, result)
  }
}

extension RequestID {
  package var json: JSONValue {
    switch self {
    case .integer(let value): .number(String(value))
    case .string(let value): .string(value)
    case .other(let raw): .number(raw)
    }
  }
}
