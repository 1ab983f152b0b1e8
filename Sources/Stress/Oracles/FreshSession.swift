import JSONRPC
import Recording
import Replay
import Transcript

/// A session with a fresh server that is given the final texts of another session, and asked the same probes.
struct FreshSession {
  let session: RecordedSession
  /// What is said until the server has the texts that the other session has before its first probe.
  let beginning: Writer

  /// Nil when the session has no probes.
  init?(_ original: RecordedSession) {
    let script = Script(original)
    guard let first = script.steps.first(where: Self.isProbe)?.record else { return nil }
    beginning = Self.beginning(original, script, before: first)
    var writer = beginning
    for record in original.records where record.number >= first {
      switch record.event {
      case .message(.client, let message): writer.append(.message(from: .client, Self.withoutMemory(message)))
      case .close: writer.append(record.event)
      default: break
      }
    }
    session = writer.session(named: "the final texts of \(original.name)")
  }

  private static func beginning(_ session: RecordedSession, _ script: Script, before first: Int) -> Writer {
    let documents = FinalDocuments(script, before: first)
    var writer = Writer(session)
    for file in FinalDocuments.files(session, script, before: first) { writer.append(.file(file)) }
    let requests = handshake(session, script)
    for number in requests { writer.copy(number) }
    for number in settings(script, before: first) { writer.copy(number) }
    for document in documents.open { writer.open(document) }
    return writer
  }

  /// A fresh client was told nothing before.
  private static func withoutMemory(_ message: FramedMessage) -> FramedMessage {
    guard case .object(var members)? = try? JSONValue(parsing: message.body),
      let index = members.firstIndex(where: { $0.key == "params" }), case .object(var params) = members[index].value,
      params.contains(where: { $0.key == Probes.previousResult })
    else { return message }
    params.removeAll { $0.key == Probes.previousResult }
    members[index].value = .object(params)
    return FramedMessage(body: JSONValue.object(members).serialized())
  }

  private static func isProbe(_ step: Script.Step) -> Bool {
    if case .request(let request) = step.role { Probes.isProbe(request.id) } else { false }
  }

  /// The records of what comes before everything else.
  private static func handshake(_ session: RecordedSession, _ script: Script) -> [Int] {
    let methods: Set =
      session.header.framing == .contentLength ? [Method.initialize, "initialized"] : ["get_protocol_info"]
    return script.steps.filter { $0.message.method.map(methods.contains) ?? false }.prefix(methods.count).map(\.record)
  }

  /// The last settings, and all that was said of the workspace's folders.
  private static func settings(_ script: Script, before record: Int) -> [Int] {
    let steps = script.steps.filter { $0.record < record }
    let settings = steps.last { [Method.didChangeConfiguration, "engine_update_config"].contains($0.message.method) }
    let folders = steps.filter { step in
      guard let method = step.message.method else { return false }
      if method == "workspace/didChangeWorkspaceFolders" { return true }
      let params = step.message.params
      return method == "engine_update_workspace"
        && (params?["roots"] ?? params?["addedRoots"] ?? params?["removedRoots"]) != nil
    }
    return (folders + [settings].compactMap { $0 }).map(\.record).sorted()
  }

  /// Writes a session with the same client.
  struct Writer {
    private let original: RecordedSession
    private var events: [Record.Event] = []
    /// Messages of this session have ids of their own where the original has none.
    private var opened = 0

    init(_ original: RecordedSession) { self.original = original }

    mutating func append(_ event: Record.Event) { events.append(event) }

    mutating func copy(_ number: Int) {
      if let record = original.records.first(where: { $0.number == number }) { events.append(record.event) }
    }

    mutating func open(_ document: FinalDocuments.Document) {
      let version = document.version.map { JSONValue.number(String($0)) } ?? .null
      let item: [JSONMember] = [
        JSONMember("uri", .string(document.uri)), JSONMember("languageId", .string(document.languageID)),
        JSONMember("version", version), JSONMember("text", .string(String(decoding: document.text, as: UTF8.self))),
      ]
      opened += 1
      let message: JSONValue =
        original.header.framing == .contentLength
        ? ["jsonrpc": "2.0", "method": .string(Method.didOpen), "params": ["textDocument": .object(item)]]
        : ["id": .string("open/\(opened)"), "method": "engine_open_document", "params": .object(item)]
      append(.message(from: .client, FramedMessage(body: message.serialized())))
    }

    func session(named name: String) -> RecordedSession {
      var session = original
      session.name = name
      session.records = events.enumerated().map {
        Record(number: $0.offset, time: Int64($0.offset) * 1000, event: $0.element)
      }
      return session
    }
  }
}
