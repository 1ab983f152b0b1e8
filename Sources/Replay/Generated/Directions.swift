import JSONRPC
import Recording
import Transcript

/// What a message of a generated recording says of when it is to go, and what it takes from answers. Nobody had the session that a
/// generator wrote, so there are no recorded answers from which a replay could tell.
///
/// - `"$after": [id, …]`: the message waits until these requests of the client are answered.
/// - `"$quiet": ms`: it waits until no request is open and the server has said nothing for so long.
/// - `{"$from": id, "at": [key or index, …]}` anywhere in `params` is replaced by that value of the result of this request.
///
/// See docs/generated-recordings.md.
struct Directions: Sendable, Equatable {
  /// A place in a message's body that takes its value from an answer.
  struct Taking: Sendable, Equatable {
    var place: Range<Int>
    /// The record of the request.
    var request: Int
    var path: [Key]
  }

  enum Key: Sendable, Equatable {
    case member(String)
    case element(Int)
  }

  /// Records of requests.
  var after: [Int] = []
  /// Microseconds.
  var quiet: Int64?
  var takings: [Taking] = []
  /// It takes a value from a request that was never made: it cannot be sent.
  var isBroken = false

  var isEmpty: Bool { after.isEmpty && quiet == nil && takings.isEmpty && !isBroken }
}

/// Takes the directions out of a generated recording's messages.
struct DirectionReader {
  /// Of a message's members and of what stands within its params; deeper is left alone.
  private static let maximumDepth = 16
  /// Microseconds that a message may ask the server to be silent.
  private static let longestQuiet: Int64 = 60_000_000
  private static let marker = Array("$".utf8)

  /// The last request of the client with each id.
  private var requests: [RequestID: Int] = [:]

  /// The record without its directions, and these.
  mutating func read(_ record: Record) -> (record: Record, directions: Directions) {
    guard case .message(.client, let message) = record.event, let envelope = try? Envelope(scanning: message.body)
    else { return (record, Directions()) }
    defer { if case .request(let id, _) = envelope.kind { requests[id] = record.number } }
    guard message.body.contains(UInt8(ascii: "$")) else { return (record, Directions()) }
    var directions = Directions()
    let body = strip(message.body, into: &directions)
    if let params = (try? Envelope(scanning: body))?.params {
      find(JSONView(body, params), depth: 0, into: &directions)
    }
    var stripped = record
    if body != message.body {
      stripped.event = .message(from: .client, Script.FrameEdges(head: message.head, tail: message.tail).message(body))
    }
    return (stripped, directions)
  }

  /// The body without the members that are directions; byte for byte the same when it has none.
  private func strip(_ body: [UInt8], into directions: inout Directions) -> [UInt8] {
    let members = JSONView(body, 0..<body.count).trimmed.members
    guard members.contains(where: { $0.key == "$after" || $0.key == "$quiet" }) else { return body }
    var text = JSONText()
    text.append(raw: "{")
    var isFirst = true
    for (key, value) in members {
      switch key {
      case "$after": directions.after += value.elements.compactMap(\.requestID).compactMap { requests[$0] }
      case "$quiet":
        if let milliseconds = value.integer, milliseconds >= 0 {
          directions.quiet = min(Int64(milliseconds) * 1000, Self.longestQuiet)
        }
      default:
        if !isFirst { text.append(raw: ",") }
        isFirst = false
        text.append(.string(key))
        text.append(raw: ":")
        text.append(raw: value.raw)
      }
    }
    text.append(raw: "}")
    return text.bytes
  }

  private func find(_ value: JSONView, depth: Int, into directions: inout Directions) {
    guard depth < Self.maximumDepth else { return }
    if value.isArray {
      for element in value.elements where element.isArray || element.isObject {
        find(element, depth: depth + 1, into: &directions)
      }
    } else if value.isObject {
      let found = value.members("$from", "at")
      if let id = found[0]?.requestID, let path = found[1], path.isArray {
        take(value, from: id, path, into: &directions)
        return
      }
      for (_, member) in value.members where member.isArray || member.isObject {
        find(member, depth: depth + 1, into: &directions)
      }
    }
  }

  private func take(_ value: JSONView, from id: RequestID, _ path: JSONView, into directions: inout Directions) {
    let keys = path.elements.compactMap { key -> Directions.Key? in
      if let name = key.string { return .member(name) }
      return key.integer.map { .element($0) }
    }
    guard let request = requests[id] else {
      directions.isBroken = true
      return
    }
    directions.takings.append(Directions.Taking(place: value.range, request: request, path: keys))
    if !directions.after.contains(request) { directions.after.append(request) }
  }
}

extension JSONView {
  /// Without the white space around it.
  fileprivate var trimmed: JSONView {
    let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    guard let first = raw.firstIndex(where: { !space.contains($0) }),
      let last = raw.lastIndex(where: { !space.contains($0) })
    else { return self }
    return JSONView(bytes, first..<(last + 1))
  }

  /// The value at the end of a path; nil when there is none.
  subscript(path path: [Directions.Key]) -> JSONView? {
    path.reduce(Optional(self)) { value, key in
      switch key {
      case .member(let name): value?.members.last { $0.key == name }?.value
      case .element(let index): value.flatMap { $0.elements.indices.contains(index) ? $0.elements[index] : nil }
      }
    }
  }
}
