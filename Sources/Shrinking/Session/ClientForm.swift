import JSONRPC
import Recording
package import Replay
import Transcript

/// Turns a recorded session into the generated form: the client's messages alone, with directions in place of what the recording shows of
/// causes. What the server said is gone, and with it what a replay takes from it, so the failure may be gone too: that must be tried.
package enum ClientForm {
  package static func make(of session: RecordedSession) -> RecordedSession {
    let script = Script(session)
    var tokens = TokenSources(script)
    var events: [(event: Record.Event, time: Int64)] = []
    for file in session.files + session.changedFiles { events.append((.file(file), 0)) }
    if let peers = session.peers { events.append((.peers(peers), 0)) }
    for step in script.steps {
      // The server's requests are answered when it makes them.
      if case .reply = step.role { continue }
      let body = directed(step, script, &tokens) ?? step.message.body
      events.append((.message(from: .client, FramedMessage(body: body, tail: step.frame.tail)), step.message.time))
    }
    var header = session.header
    header.run = ["generated": true]
    let client = RecordedSession(
      name: session.name, header: header,
      records: events.enumerated().map { Record(number: $0, time: $1.time, event: $1.event) })
    // With pauses as they are written.
    return SessionModel(client).draft().session
  }

  /// Milliseconds of silence in place of a cause that cannot be named: diagnostics, a request of the server, work that it does by itself.
  private static let quiet = 50

  /// Nil when it needs no directions.
  private static func directed(_ step: Script.Step, _ script: Script, _ tokens: inout TokenSources) -> [UInt8]? {
    tokens.advance(to: step.record)
    var after: [RequestID] = []
    for edge in step.edges where edge.kind == .answer || edge.kind == .shutdown {
      if let id = tokens.request(answeredBy: edge.record), !after.contains(id) { after.append(id) }
    }
    let isSilent = step.isShutdown || step.edges.contains { $0.kind == .publish || $0.kind == .serverRequest }
    guard var json = step.message.envelope.method.flatMap({ _ in try? JSONValue(parsing: step.message.body) }) else {
      return nil
    }
    let before = json
    if let params = json["params"] {
      let sources = step.edges.filter { $0.kind == .token }.map(\.record)
      json.replace(at: [.member("params")], with: tokens.bound(params, sources: sources))
    }
    if !after.isEmpty { json.set("$after", .array(after.map(\.json))) }
    if isSilent { json.set("$quiet", .integer(quiet)) }
    return json == before ? nil : json.serialized()
  }
}

/// Where values that the server made up come from, by what the client hands back.
private struct TokenSources {
  private let script: Script
  /// Where each snapshot was named first.
  private var snapshots: [String: (id: RequestID, path: [JSONKey])] = [:]
  private var position = 0

  init(_ script: Script) { self.script = script }

  /// Takes note of all answers before a record.
  mutating func advance(to record: Int) {
    let messages = script.transcript.messages
    while position < messages.count, messages[position].record < record {
      defer { position += 1 }
      let message = messages[position]
      guard message.from == .server, case .answer(_, let request?) = message.role, let result = message.result else {
        continue
      }
      for key in ["snapshotId", "snapshotIdUsed"] {
        if let name = result.members.first(where: { $0.key == key })?.value.string, snapshots[name] == nil {
          snapshots[name] = (request.id, [.member(key)])
        }
      }
    }
  }

  func request(answeredBy record: Int) -> RequestID? {
    guard case .answer(_, let request?)? = script.transcript.message(record)?.role else { return nil }
    return request.id
  }

  /// The parameters with `$from` where they hand back what these answers, or any before, made up.
  func bound(_ params: JSONValue, sources: [Int]) -> JSONValue {
    let answers = sources.compactMap { record -> (id: RequestID, result: JSONValue)? in
      guard let id = request(answeredBy: record), let result = script.transcript.message(record)?.result?.value
      else { return nil }
      return (id, result)
    }
    for answer in answers where params["data"] != nil {
      // An item that is handed back as it is.
      if let path = find(params, in: answer.result, path: []) { return Self.from(answer.id, path) }
    }
    return bound(params, key: "", answers, depth: 0)
  }

  private func bound(
    _ value: JSONValue, key: String, _ answers: [(id: RequestID, result: JSONValue)], depth: Int
  ) -> JSONValue {
    guard depth < Self.maximumDepth else { return value }
    if key == "snapshotId", let source = value.string.flatMap({ snapshots[$0] }) {
      return Self.from(source.id, source.path)
    }
    if let names = Self.minted[key] {
      for answer in answers {
        if let path = find(value, in: answer.result, path: []),
          names.isEmpty || names.contains(path.last ?? .element(0))
        {
          return Self.from(answer.id, path)
        }
      }
    }
    switch value {
    case .object(let members):
      return .object(
        members.map { JSONMember($0.key, bound($0.value, key: $0.key, answers, depth: depth + 1)) })
    case .array(let elements): return .array(elements.map { bound($0, key: "", answers, depth: depth + 1) })
    default: return value
    }
  }

  private static func from(_ id: RequestID, _ path: [JSONKey]) -> JSONValue {
    ["$from": id.json, "at": .array(path.map(\.json))]
  }

  /// Members that hold what a server made up, with the names that it has in an answer; none for any.
  private static let minted: [String: Set<JSONKey>] = [
    "data": [.member("data")], "item": [], "command": [.member("command")], "arguments": [.member("arguments")],
    "previousResultId": [.member("resultId")], "value": [.member("resultId")],
  ]
  private static let maximumDepth = 12

  /// The path of the first value that is equal, in an answer.
  private func find(_ value: JSONValue, in result: JSONValue, path: [JSONKey]) -> [JSONKey]? {
    guard path.count < Self.maximumDepth else { return nil }
    if result == value { return path }
    switch result {
    case .object(let members):
      for member in members {
        if let found = find(value, in: member.value, path: path + [.member(member.key)]) { return found }
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        if let found = find(value, in: element, path: path + [.element(index)]) { return found }
      }
    default: break
    }
    return nil
  }
}
