package import JSONRPC
import Transcript

// Requests, and giving them up.
extension ClientScript {
  // MARK: Any request

  /// A request by its name in LSP; with the parameters as they are.
  @discardableResult
  package mutating func request(_ method: String, _ params: JSONValue) -> RequestHandle {
    handshake()
    let id = makeID()
    write(method, id: id) { $0.value(params) }
    return RequestHandle(id: id, method: method, cancelledBy: framing == .contentLength ? id.json : nil)
  }

  /// A request with an id of the caller's, which may be one that was used and answered before.
  @discardableResult
  package mutating func request(_ method: String, id: RequestID, _ params: JSONValue) -> RequestHandle {
    handshake()
    write(method, id: id) { $0.value(params) }
    return RequestHandle(id: id, method: method, cancelledBy: framing == .contentLength ? id.json : nil)
  }

  /// A query of query-engine-v2. Its `requestId` is one that no other query has, unless one is given.
  @discardableResult
  package mutating func query(
    _ feature: String, _ params: JSONValue, snapshot: SnapshotChoice = .latest, requestID: JSONValue? = nil
  ) -> RequestHandle {
    handshake()
    let id = makeID()
    let name = requestID ?? .string("q\(id)")
    var members = params.object ?? []
    if encoding != .utf16 { members.append(JSONMember("encoding", .string(encoding.rawValue))) }
    write("engine_query", id: id) { json in
      json.object { json in
        json.member("feature", feature)
        json.member("requestId", name)
        json.member("snapshot", snapshot.json)
        json.member("queryParams", .object(members))
      }
    }
    return RequestHandle(id: id, method: "engine_query", cancelledBy: name, payload: ["result", "payload"])
  }

  // MARK: Features

  /// Asks for a feature at a place, whichever the protocol. Nil, and nothing is sent, when the server cannot.
  @discardableResult
  package mutating func ask(
    _ feature: Feature, _ path: String = "", at offset: Int = 0, snapshot: SnapshotChoice = .latest,
    more: [JSONMember] = []
  ) -> RequestHandle? {
    guard features.contains(feature) else { return nil }
    var members: [JSONMember] = []
    if feature.takesDocument {
      let uri = JSONValue.string(uri(path))
      members.append(framing == .lines ? JSONMember("uri", uri) : JSONMember("textDocument", ["uri": uri]))
    }
    if feature.takesPosition { members.append(JSONMember("position", position(path, offset))) }
    return ask(feature, members + more, snapshot: snapshot)
  }

  /// Asks with parameters that are put together already.
  mutating func ask(_ feature: Feature, _ members: [JSONMember], snapshot: SnapshotChoice) -> RequestHandle? {
    switch framing {
    case .contentLength: request(feature.method, .object(members))
    case .lines: query(feature.queryName, .object(members), snapshot: snapshot)
    }
  }

  /// A position in the text that the client sees.
  package func position(_ path: String, _ offset: Int) -> JSONValue {
    let text = documents[path]?.text ?? DocumentText(disk[path]?.text ?? [])
    return text.position(at: text.boundary(atOrBefore: offset), in: encoding).json
  }

  // MARK: Cancelling

  package enum CancelTime: Sendable, Equatable {
    /// Right behind the request.
    case atOnce
    /// After so many microseconds.
    case after(Int)
    case afterAnswer
  }

  package mutating func cancel(_ handle: RequestHandle?, when: CancelTime = .atOnce) {
    guard let handle, let name = handle.cancelledBy else { return }
    switch when {
    case .atOnce: break
    case .after(let microseconds): pause(microseconds)
    case .afterAnswer: awaitAnswers([handle])
    }
    cancel(name)
  }

  /// Cancels what nobody has asked for.
  package mutating func cancelUnknown(_ name: JSONValue) { cancel(name) }

  private mutating func cancel(_ name: JSONValue) {
    handshake()
    switch framing {
    case .contentLength: write("$/cancelRequest", id: nil) { $0.value(["id": name]) }
    case .lines:
      let id = makeID()
      write("engine_cancel_request", id: id) { $0.value(["requestId": name]) }
    }
  }
}

extension SnapshotChoice {
  fileprivate var json: JSONValue {
    switch self {
    case .latest: ["mode": "latest"]
    case .made(let handle): ["mode": "fixed", "snapshotId": handle.value(at: "snapshotId")]
    case .named(let name): ["mode": "fixed", "snapshotId": .string(name)]
    }
  }
}
