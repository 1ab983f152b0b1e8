import JSONRPC
import Recording
import Replay
import Transcript

/// A session in the generated form, taken apart: the files, and the client's messages with what they do to documents.
struct SessionModel: Sendable {
  var name: String
  var header: Header
  var peers: Peers?
  var encoding: PositionEncoding
  /// The path of the workspace, which captured files are relative to.
  var root: String
  var files: [CapturedFile]
  var steps: [Step]

  init(_ session: RecordedSession) {
    name = session.name
    header = session.header
    peers = session.peers
    encoding = session.peers.flatMap { PositionEncoding(rawValue: $0.positionEncoding) } ?? .utf16
    root = RecordedRoots(session).paths.first ?? session.header.directory
    files = session.files
    var reader = StepReader(session, encoding: encoding, root: root)
    steps = []
    for record in session.records {
      if case .message(from: .client, let message) = record.event {
        steps.append(reader.read(message, at: record.time))
      }
    }
  }

  func uri(of file: CapturedFile) -> String { DocumentURI.key(FileURI.uri(ofPath: "\(root)/\(file.path)")) }
}

/// Reads messages in their order, and follows the documents.
struct StepReader {
  private let encoding: PositionEncoding
  private var open: [String: DocumentText] = [:]
  /// Files that are not open, by URI.
  private var disk: [String: DocumentText] = [:]
  private var changed: [Int: CapturedFile] = [:]
  private var changeCount = 0
  private var lastTime: Int64 = 0

  init(_ session: RecordedSession, encoding: PositionEncoding, root: String) {
    self.encoding = encoding
    for file in session.files {
      guard case .captured(let bytes, _) = file.content else { continue }
      disk[DocumentURI.key(FileURI.uri(ofPath: "\(root)/\(file.path)"))] = DocumentText(bytes)
    }
    for file in session.changedFiles {
      if let number = file.change { changed[number] = file }
    }
  }

  mutating func read(_ message: FramedMessage, at time: Int64) -> Step {
    var step = Step(pause: max(0, time - lastTime), message: message)
    lastTime = max(time, lastTime)
    guard let json = try? JSONValue(parsing: message.body), case .object = json else { return step }
    step.method = json["method"]?.string
    if step.method != nil { step.id = json["id"]?.requestID }
    step.after = (json["$after"]?.array ?? []).compactMap(\.requestID)
    step.quiet = json["$quiet"]?.integer
    let params = json["params"] ?? .null
    Self.takes(in: params, depth: 0, into: &step.takes)
    switch step.method {
    case "$/cancelRequest"?: step.cancels = params["id"]
    case "engine_cancel_request"?: step.cancels = params["requestId"]
    default: break
    }
    let encoding = Self.encoding(named: json, or: encoding)
    step.encoding = encoding
    if let method = step.method, let dialect = DocumentDialect.of(method) {
      read(json, dialect, encoding, into: &step)
    } else {
      readPlain(params, encoding, into: &step)
    }
    if step.method == Method.didChangeWatchedFiles { readChangedFiles(params, into: &step) }
    return step
  }

  // MARK: Documents

  private mutating func read(
    _ json: JSONValue, _ dialect: DocumentDialect, _ encoding: PositionEncoding, into step: inout Step
  ) {
    guard let uri = json[dialect.uri]?.string else { return }
    let key = DocumentURI.key(uri)
    switch dialect.kind {
    case .open:
      guard let text = json[dialect.content]?.string else { return }
      open[key] = DocumentText(text)
      step.act = .open(document: key, text: Array(text.utf8))
    case .change:
      let content = json[dialect.content] ?? .null
      let changes = content.string.map { [["text": .string($0)]] } ?? content.array ?? []
      guard open[key] != nil else {
        step.act = .change(document: key, [])
        return
      }
      step.act = .change(document: key, changes.map { apply($0, to: key, encoding) })
    case .save: step.act = .save(document: key, hasText: json[dialect.content]?.string != nil)
    case .close:
      open[key] = nil
      step.act = .close(document: key)
    }
  }

  private mutating func apply(_ change: JSONValue, to key: String, _ encoding: PositionEncoding) -> Step.Splice {
    let inserted = Array((change["text"]?.string ?? "").utf8)
    // Taken out while it is edited, so that its storage is not copied.
    guard var text = open.removeValue(forKey: key) else {
      return Step.Splice(replaced: 0..<0, inserted: inserted, isWhole: true, isOdd: true)
    }
    defer { open[key] = text }
    guard let range = change["range"], let start = Position(range["start"]), let end = Position(range["end"]) else {
      let all = 0..<text.bytes.count
      text = DocumentText(inserted)
      return Step.Splice(replaced: all, inserted: inserted, isWhole: true, isOdd: false)
    }
    let (low, high) = (text.offset(of: start, in: encoding), text.offset(of: end, in: encoding))
    let replaced = min(low.offset, high.offset)..<max(low.offset, high.offset)
    text.replace(replaced, with: inserted)
    let isOdd = low.issue != nil || high.issue != nil || high.offset < low.offset
    return Step.Splice(
      replaced: replaced, inserted: inserted, isWhole: false, isOdd: isOdd,
      range: PositionRange(start: start, end: end))
  }

  // MARK: Other messages

  private func readPlain(_ params: JSONValue, _ encoding: PositionEncoding, into step: inout Step) {
    let subject = params["textDocument"]?["uri"]?.string ?? params["queryParams"]?["uri"]?.string
    step.subject = subject.map { DocumentURI.key($0) }
    findSites(params, [.member("params")], document: step.subject, encoding, into: &step.sites)
  }

  /// Positions belong to the document that is named nearest around them.
  private func findSites(
    _ value: JSONValue, _ path: [JSONKey], document: String?, _ encoding: PositionEncoding,
    into sites: inout [Step.Site]
  ) {
    guard path.count <= Self.maximumDepth else { return }
    switch value {
    case .object(let members):
      let own = value["uri"]?.string ?? value["textDocument"]?["uri"]?.string
      let document = own.map { DocumentURI.key($0) } ?? document
      if let position = Position(value) {
        guard let document, let text = open[document] ?? disk[document] else { return }
        let (offset, issue) = text.offset(of: position, in: encoding)
        if issue == nil { sites.append(Step.Site(path: path, document: document, offset: offset, position: position)) }
        return
      }
      for member in members {
        findSites(member.value, path + [.member(member.key)], document: document, encoding, into: &sites)
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        findSites(element, path + [.element(index)], document: document, encoding, into: &sites)
      }
    default: return
    }
  }

  private mutating func readChangedFiles(_ params: JSONValue, into step: inout Step) {
    for place in (params["changes"]?.array ?? []).indices {
      if let file = changed[changeCount] { step.changedFiles.append((place, file)) }
      changeCount += 1
    }
  }

  private static let maximumDepth = 16

  private static func takes(in value: JSONValue, depth: Int, into ids: inout [RequestID]) {
    guard depth < maximumDepth else { return }
    switch value {
    case .object(let members):
      if let id = value["$from"]?.requestID, value["at"]?.array != nil { return ids.append(id) }
      for member in members { takes(in: member.value, depth: depth + 1, into: &ids) }
    case .array(let elements):
      for element in elements { takes(in: element, depth: depth + 1, into: &ids) }
    default: return
    }
  }

  private static func encoding(named json: JSONValue, or standard: PositionEncoding) -> PositionEncoding {
    let params = json["params"]
    let name = params?["encoding"]?.string ?? params?["queryParams"]?["encoding"]?.string
    return name.flatMap(PositionEncoding.init(rawValue:)) ?? standard
  }
}

extension Position {
  /// Nil when the value is no position.
  init?(_ json: JSONValue?) {
    guard let line = json?["line"]?.integer, let character = json?["character"]?.integer else { return nil }
    self.init(line: line, character: character)
  }

  var json: JSONValue { ["line": .integer(line), "character": .integer(character)] }
}

extension DocumentText {
  /// The position of an offset, and the offset that it stands for: within a line end, there is no position.
  func position(at offset: Int, in encoding: PositionEncoding) -> (position: Position, offset: Int) {
    var (low, high) = (0, lineCount)
    while high - low > 1 {
      let middle = (low + high) / 2
      if content(ofLine: middle).lowerBound <= offset { low = middle } else { high = middle }
    }
    let line = content(ofLine: low)
    let end = min(offset, line.upperBound)
    let units = bytes[line.lowerBound..<end].reduce(0) { count, byte in
      switch encoding {
      case .utf8: count + 1
      case .utf16: count + (byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1)
      case .utf32: count + (byte & 0xC0 == 0x80 ? 0 : 1)
      }
    }
    return (Position(line: low, character: units), end)
  }
}
