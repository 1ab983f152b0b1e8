import JSONRPC

/// Writes the lines of a recording (docs/recording-format.md), without their line breaks.
enum LineWriter {
  static func header(_ header: Header) -> [UInt8] {
    var members: [JSONMember] = [
      JSONMember("type", "header"),
      JSONMember("format", .string(Format.name)),
      JSONMember("version", .string(header.version.description)),
      JSONMember("started", .string(header.started)),
      JSONMember("recorder", .string(header.recorder)),
      JSONMember("command", .array(header.command.map(JSONValue.string))),
      JSONMember("directory", .string(header.directory)),
      JSONMember("platform", ["os": .string(header.platform.os), "arch": .string(header.platform.arch)]),
      JSONMember("framing", .string(header.framing.rawValue)),
      JSONMember("window", number(header.window)),
      JSONMember("capture", capture(header.capture)),
    ]
    if let run = header.run { members.append(JSONMember("run", run)) }
    return JSONValue.object(members).serialized()
  }

  static func keyframe(number: Int, time: Int64) -> [UInt8] {
    let version = Header.Version(major: Format.major, minor: Format.minor)
    return JSONValue.object([
      JSONMember("type", "keyframe"),
      JSONMember("format", .string(Format.name)),
      JSONMember("version", .string(version.description)),
      JSONMember("n", Self.number(number)),
      JSONMember("at", Self.number(time)),
    ]).serialized()
  }

  static func index(_ keyframes: [Keyframe]) -> [UInt8] {
    let entries = keyframes.map { keyframe -> JSONValue in
      ["offset": number(keyframe.offset), "n": number(keyframe.number), "at": number(keyframe.time)]
    }
    return JSONValue.object([JSONMember("type", "index"), JSONMember("keyframes", .array(entries))]).serialized()
  }

  /// The line of a record. `content` gives the form in which the record's content is stored.
  static func record(
    _ event: Record.Event, at place: LinePlace, content: (_ bytes: [UInt8], _ allowsBody: Bool) -> ContentForm
  ) -> [UInt8] {
    var line = JSONText()
    line.append(raw: "{\"type\":")
    line.appendString(event.typeName)
    if let party = event.party { line.append(member: "from", .string(party.rawValue)) }
    switch place {
    case .after(let delay): line.append(member: "after", Self.number(delay))
    case .whole(let number, let time):
      line.append(member: "n", Self.number(number))
      line.append(member: "at", Self.number(time))
    }
    append(event, to: &line, content: content)
    line.append(raw: "}")
    return line.bytes
  }

  private static func append(
    _ event: Record.Event, to line: inout JSONText, content: ([UInt8], Bool) -> ContentForm
  ) {
    switch event {
    case .message(_, let message):
      append(framing: message.head, key: "head", to: &line)
      append(framing: message.tail, key: "tail", to: &line)
      line.append(content(message.body, true))
    case .noise(_, let bytes), .standardError(let bytes): line.append(content(bytes, false))
    case .close, .unknown: break
    case .signal(let name): line.append(member: "signal", .string(name))
    case .peers(let peers): append(peers, to: &line)
    case .file(let file): append(file, to: &line, content: content)
    case .gap(let gap):
      line.append(member: "messages", counts(gap.messages))
      line.append(member: "bytes", self.number(gap.bytes))
      line.append(member: "reason", .string(gap.reason))
    case .end(let end):
      switch end.status {
      case .exit(let status): line.append(member: "exit", self.number(status))
      case .signal(let number): line.append(member: "signal", self.number(number))
      }
      line.append(member: "messages", counts(end.messages))
    }
  }

  /// Framing that is not UTF-8 cannot be a JSON string; such bytes stand for the Latin-1 characters with their values.
  private static func append(framing bytes: [UInt8]?, key: String, to line: inout JSONText) {
    guard let bytes else { return }
    if ContentForm.isUTF8(bytes) {
      line.append(member: key, .string(String(decoding: bytes, as: UTF8.self)))
    } else {
      line.append(member: key + "Latin1", .string(String(String.UnicodeScalarView(bytes.map { UnicodeScalar($0) }))))
    }
  }

  private static func append(_ peers: Peers, to line: inout JSONText) {
    line.append(member: "client", peer(peers.client))
    line.append(member: "server", peer(peers.server))
    line.append(member: "positionEncoding", .string(peers.positionEncoding))
    line.append(member: "roots", .array(peers.roots.map(JSONValue.string)))
  }

  private static func append(
    _ file: CapturedFile, to line: inout JSONText, content: ([UInt8], Bool) -> ContentForm
  ) {
    line.append(member: "path", .string(file.path))
    if file.isExecutable { line.append(member: "executable", true) }
    if let change = file.change { line.append(member: "change", number(change)) }
    switch file.content {
    case .captured(let bytes, let sha256):
      line.append(member: "sha256", .string(sha256))
      line.append(content(bytes, false))
    case .omitted(let reason): line.append(member: "omitted", .string(reason))
    }
  }

  private static func peer(_ peer: Peers.Peer) -> JSONValue {
    .object(
      [("name", peer.name), ("version", peer.version)].compactMap { key, value in
        value.map { JSONMember(key, .string($0)) }
      })
  }

  private static func capture(_ policy: CapturePolicy) -> JSONValue {
    [
      "mode": .string(policy.mode.rawValue), "maxFileBytes": number(policy.maximumFileBytes),
      "maxTotalBytes": number(policy.maximumTotalBytes), "maxFiles": number(policy.maximumFiles),
    ]
  }

  private static func counts(_ counts: PerParty) -> JSONValue {
    ["client": number(counts.client), "server": number(counts.server)]
  }

  private static func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}

/// Where a line says that its record stands.
enum LinePlace {
  /// Microseconds after the record before it, as in a recording.
  case after(Int64)
  /// By number and time, for a line that stands alone.
  case whole(number: Int, time: Int64)
}

extension Record.Event {
  /// The side that the event comes from, where it comes from one.
  package var party: Party? {
    switch self {
    case .message(let party, _), .noise(let party, _), .close(let party): party
    default: nil
    }
  }

  /// The record's `type` in its line.
  package var typeName: String {
    switch self {
    case .message: "message"
    case .noise: "noise"
    case .standardError: "stderr"
    case .close: "close"
    case .signal: "signal"
    case .peers: "peers"
    case .file: "file"
    case .gap: "gap"
    case .end: "end"
    case .unknown(let type): type
    }
  }
}

extension JSONText {
  fileprivate mutating func append(member key: StaticString, _ value: JSONValue) {
    append(raw: ",\"")
    append(raw: key)
    append(raw: "\":")
    append(value)
  }

  fileprivate mutating func append(member key: String, _ value: JSONValue) {
    append(raw: ",")
    append(JSONValue.string(key))
    append(raw: ":")
    append(value)
  }
}

/// Where a reader can start without what stands before.
struct Keyframe: Equatable {
  /// The file offset of the member that starts with it.
  var offset: Int
  /// The number and time of the next record.
  var number: Int
  var time: Int64
}
