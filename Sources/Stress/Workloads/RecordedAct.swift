import JSONRPC
import Recording
import Replay
import Transcript

/// What a client did at one moment of a recorded session, in either protocol. Paths are relative to the session's first root.
struct RecordedAct: Sendable {
  enum Kind: Sendable {
    case open(path: String, text: [UInt8])
    case change(path: String, [Change])
    case close(path: String)
    case save(path: String)
    case ask(Feature, path: String, Position, more: [JSONMember])
    /// A resolve: of an item of the last completion.
    case resolve
    /// Of the request with this id.
    case cancel(JSONValue)
    case configure(JSONValue)
    case filesChanged([DiskEvent])
  }

  struct Change: Sendable {
    /// Nil for the whole text.
    var range: PositionRange?
    var text: String
  }

  struct DiskEvent: Sendable {
    var path: String
    /// Nil for a file that is gone.
    var text: [UInt8]?
  }

  var kind: Kind
  /// The request's id.
  var id: JSONValue?
  /// Microseconds since the act before.
  var pause: Int
}

/// Reads the acts of a recorded client, and which documents were open at each.
struct RecordedActs: Sendable {
  private(set) var acts: [RecordedAct] = []
  private let prefix: String
  private var lastTime: Int64 = 0
  private let disk: [Int: [FileChange]]

  /// The texts of the open documents before an act, now and then.
  private(set) var openings: [(act: Int, documents: [String: DocumentText])] = []
  private static let actsBetweenOpenings = 64

  init(_ session: RecordedSession) {
    prefix = (RecordedRoots(session).paths.first ?? session.header.directory) + "/"
    disk = FileChange.all(in: session, Transcript(session.records))
    var open: [String: DocumentText] = [:]
    for record in session.records {
      guard case .message(from: .client, let message) = record.event,
        let value = try? JSONValue(parsing: message.body), let kind = kind(of: value, record.number)
      else { continue }
      if acts.count % Self.actsBetweenOpenings == 0 { openings.append((acts.count, open)) }
      Self.apply(kind, to: &open)
      acts.append(RecordedAct(kind: kind, id: value["id"], pause: Int(record.time - lastTime)))
      lastTime = record.time
    }
  }

  /// The open documents before an act, in the order of their paths.
  func documents(before act: Int) -> [(path: String, text: DocumentText)] {
    guard let opening = openings.last(where: { $0.act <= act }) else { return [] }
    var open = opening.documents
    for index in opening.act..<act { Self.apply(acts[index].kind, to: &open) }
    return open.sorted { $0.key < $1.key }.map { (path: $0.key, text: $0.value) }
  }

  private static func apply(_ kind: RecordedAct.Kind, to open: inout [String: DocumentText]) {
    switch kind {
    case .open(let path, let text): open[path] = DocumentText(text)
    case .close(let path): open.removeValue(forKey: path)
    case .change(let path, let changes):
      guard var text = open.removeValue(forKey: path) else { return }
      for change in changes { text.replace(text.bytes(of: change.range), with: Array(change.text.utf8)) }
      open[path] = text
    default: break
    }
  }

  // MARK: Reading messages

  private func kind(of message: JSONValue, _ record: Int) -> RecordedAct.Kind? {
    guard let method = message["method"]?.string else { return nil }
    let params = message["params"] ?? .null
    // In query-engine-v2, the document stands in the parameters themselves.
    let document = params["textDocument"] ?? params
    switch method {
    case Method.didOpen, "engine_open_document":
      guard let path = path(document), let text = document["text"]?.string else { return nil }
      return .open(path: path, text: Array(text.utf8))
    case Method.didChange, "engine_change_document":
      guard let path = path(document), let changes = changes(params) else { return nil }
      return .change(path: path, changes)
    case Method.didClose, "engine_close_document": return path(document).map { .close(path: $0) }
    case Method.didSave: return path(document).map { .save(path: $0) }
    case Method.cancelRequest: return params["id"].map { .cancel($0) }
    case "engine_cancel_request": return params["requestId"].map { .cancel($0) }
    case Method.didChangeConfiguration: return params["settings"].map { .configure($0["pike"] ?? $0) }
    case "engine_update_config": return .configure(params)
    case Method.didChangeWatchedFiles: return .filesChanged((disk[record] ?? []).compactMap(event))
    case "engine_query":
      let feature = Feature.allCases.first { $0.queryName == params["feature"]?.string }
      return feature.flatMap { question($0, params["queryParams"] ?? .null, nil) }
    default: return Feature(rawValue: method).flatMap { question($0, params, params["textDocument"]) }
    }
  }

  private func question(_ feature: Feature, _ params: JSONValue, _ document: JSONValue?) -> RecordedAct.Kind? {
    if feature == .completionResolve { return .resolve }
    let path = path(document ?? params) ?? ""
    guard !feature.takesDocument || !path.isEmpty, feature != .semanticTokensRange else { return nil }
    let kept = ["query", "context", "newName", "includeDeclaration", "previousResultIds"]
    return .ask(
      feature, path: path, Self.position(params["position"]) ?? Position(line: 0, character: 0),
      more: (params.object ?? []).filter { kept.contains($0.key) })
  }

  private func changes(_ params: JSONValue) -> [RecordedAct.Change]? {
    if let text = params["changes"]?.string { return [RecordedAct.Change(range: nil, text: text)] }
    return (params["contentChanges"] ?? params["changes"])?.array?.compactMap { change in
      guard let text = change["text"]?.string else { return nil }
      guard let range = change["range"] else { return RecordedAct.Change(range: nil, text: text) }
      guard let start = Self.position(range["start"]), let end = Self.position(range["end"]) else { return nil }
      return RecordedAct.Change(range: PositionRange(start: start, end: end), text: text)
    }
  }

  private static func position(_ value: JSONValue?) -> Position? {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
    return Position(line: line, character: character)
  }

  private func path(_ document: JSONValue) -> String? { document["uri"]?.string.flatMap(path(ofURI:)) }

  /// Documents elsewhere are left out.
  private func path(ofURI uri: String) -> String? {
    guard let path = FileURI.path(of: uri), path.hasPrefix(prefix), path.utf8.count > prefix.utf8.count else {
      return nil
    }
    return String(path.dropFirst(prefix.count))
  }

  private func event(_ change: FileChange) -> RecordedAct.DiskEvent? {
    guard let path = path(ofURI: change.uri) else { return nil }
    return switch change.outcome {
    case .written(let bytes, _): RecordedAct.DiskEvent(path: path, text: bytes)
    case .removed: RecordedAct.DiskEvent(path: path, text: nil)
    }
  }
}

extension DocumentText {
  /// Where a range of positions is in this text, as near as there is such a place; all of it for no range.
  func bytes(of range: PositionRange?) -> Range<Int> {
    guard let range else { return 0..<bytes.count }
    let start = boundary(atOrBefore: offset(of: range.start, in: .utf16).offset)
    let end = boundary(atOrBefore: offset(of: range.end, in: .utf16).offset)
    return min(start, end)..<max(start, end)
  }
}
