import Checkers
import JSONRPC
import Recording
import Replay
import Simulation
import Stress
import Synchronization
import Transcript

/// A session that a workload has written; the seed decides over which project, in which protocol and how the client speaks.
struct Sample {
  let script: ClientScript
  let session: RecordedSession
  let isLegal: Bool
  let seed: Int

  init(
    _ name: String, seed: Int, _ parameters: [String: WorkloadParameter.Value] = [:],
    language: SampleWorkspace.Language? = nil
  ) throws {
    let workload = try Workloads.make(name, parameters)
    let type = type(of: workload)
    isLegal = type.isLegal
    self.seed = seed
    var choices = Choices(seed: UInt64(seed))
    let languages = SampleWorkspace.Language.allCases
    let workspace = SampleWorkspace.make(language ?? languages[seed % languages.count], &choices)
    let encodings = PositionEncoding.allCases
    var script = ClientScript(
      framing: type.framings[seed / 4 % type.framings.count], workspace: workspace,
      dialect: ClientDialect.all[seed / 8 % 3], encoding: encodings[seed / 3 % encodings.count])
    workload.write(&script, &choices)
    session = script.finish()
    self.script = script
  }

  /// The same with other records.
  init(_ sample: Sample, _ session: RecordedSession) {
    script = sample.script
    self.session = session
    isLegal = sample.isLegal
    seed = sample.seed
  }

  /// Those that several tests look at are made once.
  static func all(_ name: String) throws -> [Sample] {
    try made.withLock { made in
      if let samples = made[name] { return samples }
      let samples = try (0..<count).map { try Sample(name, seed: $0) }
      made[name] = samples
      return samples
    }
  }

  static let count = 200
  private static let made = Mutex<[String: [Sample]]>([:])

  var messages: [(record: Record, body: [UInt8])] {
    session.records.compactMap { record in
      if case .message(from: .client, let message) = record.event { (record, message.body) } else { nil }
    }
  }

  var bodies: [[UInt8]] { messages.map(\.body) }

  /// The records of a session in LSP: those that there are, or what a client of LSP would have said about documents.
  var asLanguageServer: [Record] {
    guard session.header.framing == .lines else { return session.records }
    let peers = Peers(
      client: Peers.Peer(), server: Peers.Peer(), positionEncoding: script.encoding.rawValue, roots: [])
    return [Record(number: -1, time: 0, event: .peers(peers))] + session.records.map(Self.translated)
  }

  /// Findings of checkers about the client, and times that go backwards.
  var problems: [String] {
    var found = Checkers.findings(in: asLanguageServer, framing: .contentLength, isComplete: false)
      .filter { $0.weight == .must && $0.checker != "answered-once" }
      .filter { !(session.header.framing == .lines && $0.checker == "initialize-first") }
      // Nothing is answered here.
      .filter { !($0.checker == "initialize-first" && $0.expected.hasPrefix("nothing before")) }
      .map { "\($0.checker) at \($0.record): expected \($0.expected), came \($0.came)" }
    for (earlier, later) in zip(session.records, session.records.dropFirst())
    where later.time < earlier.time || later.number != earlier.number + 1 {
      found.append("out of order at \(later.number)")
    }
    return found + waitProblems
  }

  /// Versions that do not grow one by one, and texts that are not those that the script has.
  var textProblems: [String] {
    let transcript = Transcript(asLanguageServer)
    var versions: [String: Int] = [:]
    var found: [String] = []
    for message in transcript.messages where message.method == Method.didOpen || message.method == Method.didChange {
      let document = message.params?["textDocument"]?.members("uri", "version")
      guard let uri = document?[0]?.string, let version = document?[1]?.integer,
        isLegal || script.openPaths.contains(where: { script.uri($0) == uri })
      else { continue }
      if message.method == Method.didChange, version != (versions[uri] ?? 0) + 1 {
        found.append("version \(version) after \(versions[uri] ?? 0)")
      }
      versions[uri] = version
    }
    for path in script.openPaths {
      let uri = script.uri(path)
      if transcript.documents.text(of: uri, atRecord: .max) != script.text(path) {
        found.append("another text of \(path)")
      }
      if versions[uri] != script.version(path) { found.append("another version of \(path)") }
    }
    return found
  }

  /// What is waited for was asked for before.
  private var waitProblems: [String] {
    var asked: [JSONValue] = []
    var found: [String] = []
    for (record, body) in messages {
      guard let value = try? JSONValue(parsing: body) else {
        found.append("no JSON at \(record.number)")
        continue
      }
      let needed = (value["$after"]?.array ?? []) + Self.sources(value["params"] ?? .null)
      for id in needed where !asked.contains(id) { found.append("waits for \(id) at \(record.number)") }
      if let id = value["id"] { asked.append(id) }
    }
    return found
  }

  private static func sources(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .object(let members):
      if let source = value["$from"] { return [source] }
      return members.flatMap { sources($0.value) }
    case .array(let elements): return elements.flatMap(sources)
    default: return []
    }
  }

  /// The file of a session.
  static func file(_ session: RecordedSession) -> [UInt8] {
    var encoder = RecordingEncoder(header: session.header)
    for record in session.records { encoder.append(record.event, at: record.time) }
    return encoder.finish()
  }

  // MARK: query-engine-v2 as LSP

  private static func translated(_ record: Record) -> Record {
    guard case .message(from: .client, let message) = record.event, let value = try? JSONValue(parsing: message.body),
      let params = value["params"]
    else { return record }
    let document: [JSONMember] = [
      JSONMember("uri", params["uri"] ?? .null), JSONMember("version", params["version"] ?? .null),
      JSONMember("text", params["text"] ?? .null),
    ]
    let said: (String, [JSONMember])? =
      switch value["method"]?.string {
      case "engine_open_document": (Method.didOpen, [JSONMember("textDocument", .object(document))])
      case "engine_change_document":
        (
          Method.didChange,
          [
            JSONMember("textDocument", .object(document)), JSONMember("contentChanges", params["changes"] ?? .null),
          ]
        )
      case "engine_close_document": (Method.didClose, [JSONMember("textDocument", .object(document))])
      default: nil
      }
    guard let said else { return record }
    let body: JSONValue = ["jsonrpc": "2.0", "method": .string(said.0), "params": .object(said.1)]
    return Record(
      number: record.number, time: record.time,
      event: .message(from: .client, FramedMessage(body: body.serialized())))
  }
}
