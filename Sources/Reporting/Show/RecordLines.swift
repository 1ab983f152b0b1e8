import JSONRPC
package import Recording
import Transcript

/// Turns records into JSON Lines: what the recording holds, and what it means in the conversation.
package struct RecordLines {
  package static let schemaVersion = 1

  private var conversation = Conversation()

  package init() {}

  /// The first line.
  package static func header(_ header: Header) -> [UInt8] {
    extended(header.plainLine(), with: [JSONMember("schemaVersion", .number(String(schemaVersion)))])
  }

  package mutating func consume(_ record: Record) -> [UInt8] {
    var members: [JSONMember] = []
    for observation in conversation.consume(record) {
      switch observation.fact {
      case .message(let message): members += Self.members(of: message)
      case .answered(let exchange):
        members.append(JSONMember("answers", .number(String(exchange.request.record))))
        members.append(JSONMember("latency", .number(String(exchange.latency ?? 0))))
      case .anomaly(let anomaly): members.append(JSONMember("anomaly", .string(AnomalyBrief.text(anomaly))))
      case .cancel(let cancellation):
        if case .inFlight(let request) = cancellation.target {
          members.append(JSONMember("cancels", .number(String(request.record))))
        }
      case .document(let event):
        members.append(JSONMember("document", .string(event.uri)))
        if let version = event.version { members.append(JSONMember("version", .number(String(version)))) }
      case .event, .progress, .diagnostics: break
      }
    }
    return Self.extended(Self.onOneLine(record).plainLine(), with: members)
  }

  private static func members(of message: Message) -> [JSONMember] {
    let kind =
      switch message.role {
      case .request: "request"
      case .notification: "notification"
      case .answer: "answer"
      case .other, .malformed: "other"
      }
    let method = message.method.map { [JSONMember("method", .string($0))] } ?? []
    return [JSONMember("kind", .string(kind))] + method
  }

  /// A body that is JSON over several lines goes on one: line breaks in JSON are white space.
  private static func onOneLine(_ record: Record) -> Record {
    guard case .message(let party, var message) = record.event,
      message.body.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }),
      (try? Envelope(scanning: message.body)) != nil
    else { return record }
    message.body = Array(
      message.body.map { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") ? UInt8(ascii: " ") : $0 }.trimmed)
    return Record(number: record.number, time: record.time, event: .message(from: party, message))
  }

  private static func extended(_ line: [UInt8], with members: [JSONMember]) -> [UInt8] {
    guard !members.isEmpty else { return line + [UInt8(ascii: "\n")] }
    var text = JSONText()
    text.append(raw: line.dropLast())
    text.append(raw: ",")
    text.append(raw: JSONValue.object(members).serialized().dropFirst())
    text.append(raw: "\n")
    return text.bytes
  }
}

extension [UInt8] {
  fileprivate var trimmed: ArraySlice<UInt8> {
    let start = firstIndex { $0 != UInt8(ascii: " ") } ?? endIndex
    let end = lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? start
    return self[start..<end]
  }
}
