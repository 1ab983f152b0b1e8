import Glibc
import JSONRPC
import Recording
import Replay
import Transcript

/// Writes generated sessions.
struct TestClient {
  private(set) var bodies: [(body: JSONValue, pause: Int64)] = []
  var files: [CapturedFile] = []
  var pause: Int64 = 1000
  private var nextID = 2
  private var versions: [String: Int] = [:]

  init() {
    send(["jsonrpc": "2.0", "id": 1, "method": "initialize", "params": ["rootUri": "file:///w", "capabilities": [:]]])
    send(["jsonrpc": "2.0", "method": "initialized", "params": [:], "$after": [1]])
  }

  mutating func send(_ body: JSONValue) { bodies.append((body, pause)) }

  mutating func notify(_ method: String, _ params: JSONValue) {
    send(["jsonrpc": "2.0", "method": .string(method), "params": params])
  }

  @discardableResult
  mutating func request(_ method: String, _ params: JSONValue) -> Int {
    defer { nextID += 1 }
    send(["jsonrpc": "2.0", "id": number(nextID), "method": .string(method), "params": params])
    return nextID
  }

  @discardableResult
  mutating func request(_ method: String, _ uri: String, _ line: Int, _ character: Int) -> Int {
    request(
      "textDocument/" + method,
      ["textDocument": ["uri": .string(uri)], "position": ["line": number(line), "character": number(character)]])
  }

  mutating func cancel(_ id: Int) { notify("$/cancelRequest", ["id": number(id)]) }

  mutating func open(_ uri: String, _ text: String) {
    versions[uri, default: 0] += 1
    notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string(uri), "languageId": "pike", "version": number(versions[uri] ?? 1), "text": .string(text),
        ]
      ])
  }

  mutating func change(_ uri: String, _ changes: JSONValue...) {
    versions[uri, default: 0] += 1
    notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": number(versions[uri] ?? 1)],
        "contentChanges": .array(changes),
      ])
  }

  mutating func close(_ uri: String) { notify("textDocument/didClose", ["textDocument": ["uri": .string(uri)]]) }

  mutating func goodbye() {
    send(["jsonrpc": "2.0", "id": number(nextID), "method": "shutdown"])
    send(["jsonrpc": "2.0", "method": "exit", "$after": [number(nextID)]])
    nextID += 1
  }

  var session: RecordedSession {
    var time: Int64 = 0
    var events: [(event: Record.Event, time: Int64)] = files.map { (.file($0), 0) }
    for (body, pause) in bodies {
      time += pause
      events.append((.message(from: .client, FramedMessage(body: body.serialized())), time))
    }
    let header = Header(
      started: "2026-01-01T00:00:00.000Z", recorder: "tests", command: ["x"], directory: "/w",
      run: ["generated": true])
    return RecordedSession(
      name: "test", header: header,
      records: events.enumerated().map { Record(number: $0, time: $1.time, event: $1.event) })
  }

  static func file(_ path: String, _ text: String) -> CapturedFile {
    CapturedFile(path: path, content: .captured(Array(text.utf8), sha256: ContentHash.sha256(Array(text.utf8))))
  }
}

func number(_ value: Int) -> JSONValue { .number(String(value)) }

/// A message of a candidate, as an oracle looks at it.
struct Said {
  var json: JSONValue
  var time: Int64

  var method: String { json["method"]?.string ?? "" }
  var id: Int? { json["id"]?.integer }
  var params: JSONValue { json["params"] ?? nil }
  var uri: String? { params["textDocument"]?["uri"]?.string }
  /// What a change inserts.
  var inserted: [String] { (params["contentChanges"]?.array ?? []).compactMap { $0["text"]?.string } }
}

extension RecordedSession {
  var said: [Said] {
    records.compactMap { record in
      guard case .message(.client, let message) = record.event, let json = try? JSONValue(parsing: message.body) else {
        return nil
      }
      return Said(json: json, time: record.time)
    }
  }

  /// Those in whose text one of these stands; in a long session, the others need not be parsed.
  func said(whose words: [String]) -> [Said] {
    let words = words.map { Array($0.utf8) }
    return records.compactMap { record in
      guard case .message(.client, let message) = record.event, words.contains(where: { message.body.has($0) }),
        let json = try? JSONValue(parsing: message.body)
      else { return nil }
      return Said(json: json, time: record.time)
    }
  }

  var methods: [String] { said.map(\.method) }
}

extension [UInt8] {
  fileprivate func has(_ word: [UInt8]) -> Bool {
    withUnsafeBytes { hay in
      guard let base = hay.baseAddress, let first = word.first else { return false }
      var offset = 0
      while offset + word.count <= hay.count, let found = memchr(base + offset, Int32(first), hay.count - offset) {
        offset = UnsafeRawPointer(found) - base
        if offset + word.count <= hay.count, memcmp(found, word, word.count) == 0 { return true }
        offset += 1
      }
      return false
    }
  }
}
