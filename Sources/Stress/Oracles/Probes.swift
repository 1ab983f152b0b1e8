import JSONRPC
import Recording
package import Replay
import Transcript

/// Questions that are asked at the end of a session, when all edits are made: what the server makes of the texts as they are then.
package enum Probes {
  /// Ids of probes begin with it, and go on with a number and the method.
  static let prefix = "probe/"
  /// Milliseconds: longer than diagnostics may be put off.
  static let quiet = 1500
  private static let mostDocuments = 3

  static func isProbe(_ id: RequestID) -> Bool {
    if case .string(let text) = id { text.hasPrefix(prefix) } else { false }
  }

  /// Adds probes before a session's end.
  ///
  /// - Parameters:
  ///   - session: a generated one.
  ///   - features: what the server may be asked.
  ///   - quiet: how long the server must have been silent before; milliseconds.
  /// - Returns: the session with them; without any when it has no orderly end, or no document is open then.
  package static func added(to session: RecordedSession, features: Set<Feature> = .all, quiet: Int = quiet)
    -> RecordedSession
  {
    let script = Script(session)
    guard session.isGenerated, let end = end(of: session, script) else { return session }
    let documents = FinalDocuments(script, before: end)
    var questions = documents.open.prefix(mostDocuments).flatMap { document in
      Self.questions(about: document, session.header.framing) + pulled(document, script)
    }
    if !questions.isEmpty { questions.append(workspace) }
    if session.header.framing == .contentLength {
      questions.removeAll { question in !features.contains { $0.method == question.method } }
    }
    guard !questions.isEmpty else { return session }
    let time = session.records.last { $0.number < end }?.time ?? 0
    var bodies: [[UInt8]] = []
    var before: String?
    for (number, question) in questions.enumerated() {
      let id = prefix + "\(number)/" + (session.header.framing == .contentLength ? question.method : question.feature)
      bodies.append(body(question, id: id, after: before, quiet: quiet, session.header.framing))
      before = id
    }
    let probes = bodies.map { Record.Event.message(from: .client, FramedMessage(body: $0)) }
    // The end is not to overtake the last of them.
    let waiting = before.map { session.waiting(for: $0, at: end) } ?? session
    return waiting.inserting(probes, before: end, at: time)
  }

  /// The record before which a session's probes go: its `shutdown`, if nothing but `exit` follows, or else where the client closes.
  private static func end(of session: RecordedSession, _ script: Script) -> Int? {
    let lastSteps = script.steps.suffix(2)
    if let shutdown = lastSteps.first(where: \.isShutdown) {
      return script.steps.contains { $0.isShutdown && $0.record < shutdown.record } ? nil : shutdown.record
    }
    if script.steps.contains(where: { $0.isShutdown || $0.message.method == Method.exit }) { return nil }
    return session.records.first { $0.event == .close(from: .client) }?.number ?? session.records.count
  }

  // MARK: Questions

  private struct Question {
    var method: String
    var feature: String
    /// Nil for what is about all documents.
    var uri: String?
    var position: Position?
    var more: [JSONMember] = []
  }

  /// All names of all files, those that are not open too.
  private static let workspace = Question(
    method: "workspace/symbol", feature: "workspace_symbols", uri: nil, more: [JSONMember("query", "")])

  /// Who asks for diagnostics asks once more, and says what it was told before.
  private static func pulled(_ document: FinalDocuments.Document, _ script: Script) -> [Question] {
    let last = script.steps.last { $0.message.method == Method.documentDiagnostic && $0.isAbout(document.uri) }
    guard let last, case .request(let request) = last.role else { return [] }
    let before: JSONValue = ["$from": request.id.json, "at": ["resultId"]]
    return [
      Question(
        method: Method.documentDiagnostic, feature: "diagnostics", uri: document.uri,
        more: [JSONMember(previousResult, before)])
    ]
  }

  static let previousResult = "previousResultId"

  private static func questions(about document: FinalDocuments.Document, _ framing: Framing) -> [Question] {
    let uri = document.uri
    var questions = [
      Question(method: "textDocument/documentSymbol", feature: "document_symbols", uri: uri),
      Question(method: "textDocument/semanticTokens/full", feature: "semantic_tokens", uri: uri),
      Question(method: "textDocument/foldingRange", feature: "folding_ranges", uri: uri),
    ]
    if framing == .lines { questions.append(Question(method: "", feature: "diagnostics", uri: uri)) }
    for (index, position) in positions(in: document.text).enumerated() {
      questions.append(Question(method: Method.hover, feature: "hover", uri: uri, position: position))
      questions.append(Question(method: "textDocument/definition", feature: "definition", uri: uri, position: position))
      guard index == 0 else { continue }
      questions.append(Question(method: "textDocument/completion", feature: "completion", uri: uri, position: position))
      questions.append(
        Question(
          method: "textDocument/references", feature: "references", uri: uri, position: position,
          more: [JSONMember("context", ["includeDeclaration": true])]))
    }
    return questions
  }

  /// Where names begin, spread over the text, in UTF-16 as clients count unless they say otherwise.
  private static func positions(in text: [UInt8]) -> [Position] {
    let document = DocumentText(text)
    var starts: [Position] = []
    for line in 0..<document.lineCount {
      let content = document.content(ofLine: line)
      var isInName = false
      var column = -1
      for byte in text[content] {
        // A character outside of the basic plane has two units; the bytes within a character have none.
        column += byte >= 0xF0 ? 2 : byte & 0xC0 == 0x80 ? 0 : 1
        let isName = byte == UInt8(ascii: "_") || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
        if isName, !isInName { starts.append(Position(line: line, character: column + 1)) }
        isInName = isName || (isInName && byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      }
    }
    guard !starts.isEmpty else { return [] }
    return [starts.count / 3, starts.count * 2 / 3].map { starts[$0] }
  }

  private static func body(_ question: Question, id: String, after before: String?, quiet: Int, _ framing: Framing)
    -> [UInt8]
  {
    let id = JSONValue.string(id)
    let position = question.position.map {
      JSONMember("position", ["line": .number(String($0.line)), "character": .number(String($0.character))])
    }
    var members: [JSONMember]
    switch framing {
    case .contentLength:
      let document = question.uri.map { [JSONMember("textDocument", ["uri": .string($0)])] } ?? []
      members = [
        JSONMember("jsonrpc", "2.0"), JSONMember("id", id), JSONMember("method", .string(question.method)),
        JSONMember("params", .object(document + (position.map { [$0] } ?? []) + question.more)),
      ]
    case .lines:
      let document = question.uri.map { [JSONMember("uri", .string($0))] } ?? []
      let query = document + (position.map { [$0] } ?? []) + (question.uri == nil ? question.more : [])
      members = [
        JSONMember("id", id), JSONMember("method", "engine_query"),
        JSONMember(
          "params",
          [
            "feature": .string(question.feature), "requestId": id, "snapshot": ["mode": "latest"],
            "queryParams": .object(query),
          ]),
      ]
    }
    // One after the other: a server may let a newer question take the place of an older one of its kind.
    switch before {
    case nil: members.append(JSONMember("$quiet", .number(String(quiet))))
    case let id?: members.append(JSONMember("$after", [.string(id)]))
    }
    return JSONValue.object(members).serialized()
  }
}

extension Script.Step {
  fileprivate func isAbout(_ uri: String) -> Bool { message.params?["textDocument"]?["uri"]?.string == uri }
}

extension RecordedSession {
  /// The session whose message at a record waits for the answer to a request.
  func waiting(for id: String, at number: Int) -> RecordedSession {
    guard let index = records.firstIndex(where: { $0.number == number }),
      case .message(.client, let message) = records[index].event,
      case .object(var members)? = try? JSONValue(parsing: message.body)
    else { return self }
    let after = members.first { $0.key == "$after" }?.value.array ?? []
    members.removeAll { $0.key == "$after" }
    members.append(JSONMember("$after", .array(after + [.string(id)])))
    var session = self
    session.records[index].event = .message(
      from: .client, FramedMessage(body: JSONValue.object(members).serialized()))
    return session
  }

  /// The session with more records, numbered anew.
  func inserting(_ events: [Record.Event], before number: Int, at time: Int64) -> RecordedSession {
    let index = records.firstIndex { $0.number >= number } ?? records.count
    var all = records.map { ($0.time, $0.event) }
    all.insert(contentsOf: events.map { (time, $0) }, at: index)
    var session = self
    session.records = all.enumerated().map { Record(number: $0.offset, time: $0.element.0, event: $0.element.1) }
    return session
  }
}
