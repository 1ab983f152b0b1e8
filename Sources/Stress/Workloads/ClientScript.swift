package import JSONRPC
import Recording
package import Replay
package import Transcript

/// Writes a client's side of a session, message by message, as a generated recording.
///
/// It keeps the documents' texts, so that every edit is legal, and knows which places in them are of interest. Time passes only where
/// somebody pauses. The handshake is written before the first message that needs it, the end by ``finish()``.
package struct ClientScript: Sendable {
  package let framing: Framing
  package let workspace: SampleWorkspace
  package let dialect: ClientDialect
  /// What the server is asked for; what is not in here is left out.
  package let features: Set<Feature>
  /// How it is told of changes and saves.
  package let offer: ServerOffer
  package let encoding: PositionEncoding

  /// Microseconds since the session began.
  package private(set) var now: Int64 = 0
  /// How many messages there are so far.
  package private(set) var messageCount = 0
  /// How the session ends, unless it has ended before.
  package var ending = SessionEnding.shutdownAndExit
  /// Whether the server may finish what it is doing before the session ends.
  package var settlesBeforeEnd = true
  /// Mutations of query-engine-v2, whose answers name snapshots.
  package internal(set) var mutations: [RequestHandle] = []

  var records: [Record] = []
  var documents: [String: OpenDocument] = [:]
  /// Paths of the open documents, in the order in which they were opened.
  package internal(set) var openPaths: [String] = []
  /// The files as they are on disk.
  var disk: [String: SampleFile] = [:]
  /// Paths of files that are on disk, in a fixed order.
  package internal(set) var diskPaths: [String] = []
  var versions: [String: Int] = [:]
  var diskChangeCount = 0
  var phase = Phase.fresh
  var hasShutDown = false
  private var nextID: Int
  private var awaited: [RequestID] = []
  private var quiet: Int?

  enum Phase { case fresh, running, ended }

  package init(
    framing: Framing, workspace: SampleWorkspace, dialect: ClientDialect = .neovim,
    features: Set<Feature> = .all, encoding: PositionEncoding = .utf16
  ) {
    self.init(
      framing: framing, workspace: workspace, dialect: dialect, offer: ServerOffer(features: features),
      encoding: encoding)
  }

  package init(
    framing: Framing, workspace: SampleWorkspace, dialect: ClientDialect, offer: ServerOffer,
    encoding: PositionEncoding = .utf16
  ) {
    self.offer = offer
    self.framing = framing
    self.workspace = workspace
    self.dialect = dialect
    self.encoding = encoding
    // Who gets diagnostics pushed does not ask for them, in LSP.
    let pulls = framing == .lines || dialect.pullsDiagnostics
    features = pulls ? offer.features : offer.features.subtracting([.diagnostic, .workspaceDiagnostic])
    nextID = dialect.firstID ?? 1
    for file in workspace.files {
      disk[file.path] = file
      diskPaths.append(file.path)
      append(
        .file(CapturedFile(path: file.path, content: .captured(file.text, sha256: ContentHash.sha256(file.text)))))
    }
    if framing == .contentLength { append(.peers(peers)) }
  }

  private var peers: Peers {
    Peers(
      client: Peers.Peer(name: dialect.name), server: Peers.Peer(), positionEncoding: encoding.rawValue,
      roots: [FileURI.uri(ofPath: workspace.root)])
  }

  // MARK: Time

  /// Lets time pass, in microseconds.
  package mutating func pause(_ microseconds: Int) { now += Int64(microseconds) }

  /// The next message waits until these requests were answered.
  package mutating func awaitAnswers(_ handles: [RequestHandle?]) {
    for case let handle? in handles where !awaited.contains(handle.id) { awaited.append(handle.id) }
  }

  /// The next message waits until no request is open and the server has said nothing for so many milliseconds.
  package mutating func awaitQuiet(_ milliseconds: Int) { quiet = max(milliseconds, quiet ?? 0) }

  // MARK: Messages

  /// Makes the id that the next request has.
  mutating func makeID() -> RequestID {
    defer { nextID += 1 }
    if framing == .contentLength, dialect.firstID == nil { return .string("r\(nextID)") }
    return .integer(Int64(nextID))
  }

  /// Writes a request or, without an id, a notification, and what it waits for.
  ///
  /// JSON-RPC 2.0, section 4.2: parameters are an array or an object, or there are none.
  mutating func write(_ method: String, id: RequestID?, _ params: ((inout JSONWriter) -> Void)?) {
    let body = JSONWriter.text { json in
      json.object { json in
        if framing == .contentLength { json.member("jsonrpc", "2.0") }
        if let id { json.member("id", id.json) }
        json.member("method", method)
        if let params { json.member("params", params) }
        writeWaits(to: &json)
      }
    }
    write(body: body)
  }

  private mutating func writeWaits(to json: inout JSONWriter) {
    if !awaited.isEmpty { json.member("$after", .array(awaited.map(\.json))) }
    if let quiet { json.member("$quiet", quiet) }
    awaited.removeAll()
    quiet = nil
  }

  /// Writes a message as it is.
  mutating func write(body: [UInt8], head: [UInt8]? = nil, tail: [UInt8]? = nil) {
    append(.message(from: .client, FramedMessage(body: body, head: head, tail: tail)))
    messageCount += 1
  }

  /// Pauses have three significant digits, as in a file: a session that was written and read is the same to the microsecond.
  mutating func append(_ event: Record.Event) {
    let last = records.last?.time ?? 0
    var unit: Int64 = 1
    while (now - last) / unit >= 1000 { unit *= 10 }
    now = last + (now - last + unit / 2) / unit * unit
    records.append(Record(number: records.count, time: now, event: event))
  }

  // MARK: The end

  /// Ends the session as ``ending`` says and hands it over.
  package mutating func finish(name: String = "generated") -> RecordedSession {
    end()
    var header = Header(
      started: "2000-01-01T00:00:00.000Z", recorder: "reprise stress", command: [], directory: workspace.root,
      platform: Header.Platform(os: "any", arch: "any"), framing: framing,
      capture: CapturePolicy(mode: .workspace), run: ["generated": true])
    header.window = Format.window
    return RecordedSession(name: name, header: header, records: records)
  }
}
