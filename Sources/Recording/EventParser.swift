import JSONRPC

/// Makes a record's event of its line and its content.
enum EventParser {
  static func event(_ line: ParsedLine, content: [UInt8]?) throws(RecordingError) -> Record.Event {
    switch line.type {
    case "message":
      let message = FramedMessage(
        body: try required(content, line), head: framing(line, "head"), tail: framing(line, "tail"))
      return .message(from: try party(line), message)
    case "noise": return .noise(from: try party(line), try required(content, line))
    case "stderr": return .standardError(try required(content, line))
    case "close": return .close(from: try party(line))
    case "signal": return .signal(line["signal"]?.string ?? "?")
    case "peers": return .peers(peers(line))
    case "file": return .file(try file(line, content: content))
    case "gap":
      return .gap(
        Gap(messages: try counts(line), bytes: line["bytes"]?.integer ?? 0, reason: line["reason"]?.string ?? ""))
    case "end": return .end(try end(line))
    default: return .unknown(type: line.type)
    }
  }

  private static func required(_ content: [UInt8]?, _ line: ParsedLine) throws(RecordingError) -> [UInt8] {
    guard let content else { throw RecordingError(.invalid("a \(line.type) record without content")) }
    return content
  }

  private static func party(_ line: ParsedLine) throws(RecordingError) -> Party {
    guard let party = line["from"]?.string.flatMap(Party.init) else {
      throw RecordingError(.invalid("a \(line.type) record that is neither from the client nor from the server"))
    }
    return party
  }

  private static func framing(_ line: ParsedLine, _ key: String) -> [UInt8]? {
    if let text = line[key]?.string { return Array(text.utf8) }
    return line[key + "Latin1"]?.string.map { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } }
  }

  private static func peers(_ line: ParsedLine) -> Peers {
    func peer(_ key: String) -> Peers.Peer {
      Peers.Peer(name: line[key]?["name"]?.string, version: line[key]?["version"]?.string)
    }
    return Peers(
      client: peer("client"), server: peer("server"), positionEncoding: line["positionEncoding"]?.string ?? "utf-16",
      roots: line["roots"]?.array?.compactMap(\.string) ?? [])
  }

  private static func file(_ line: ParsedLine, content: [UInt8]?) throws(RecordingError) -> CapturedFile {
    let path = line["path"]?.string ?? ""
    if let problem = CapturedFile.problem(withPath: path) {
      throw RecordingError(.invalid("the captured file's path \(problem)"))
    }
    let isExecutable = line["executable"]?.bool ?? false
    let change = line["change"]?.integer
    if let change, change < 0 { throw RecordingError(.invalid("a negative number of a change")) }
    if let reason = line["omitted"]?.string {
      return CapturedFile(path: path, isExecutable: isExecutable, content: .omitted(reason), change: change)
    }
    let content = try required(content, line)
    let digest = ContentHash.sha256(content)
    guard line["sha256"]?.string == digest else {
      throw RecordingError(.damaged("the content of \(path.debugDescription) does not have the recorded SHA-256"))
    }
    return CapturedFile(
      path: path, isExecutable: isExecutable, content: .captured(content, sha256: digest), change: change)
  }

  private static func counts(_ line: ParsedLine) throws(RecordingError) -> PerParty {
    let counts = PerParty(
      client: line["messages"]?["client"]?.integer ?? 0, server: line["messages"]?["server"]?.integer ?? 0)
    guard counts.client >= 0, counts.server >= 0 else {
      throw RecordingError(.invalid("a negative count of messages"))
    }
    return counts
  }

  private static func end(_ line: ParsedLine) throws(RecordingError) -> End {
    if let number = line["signal"]?.integer { return End(status: .signal(number), messages: try counts(line)) }
    guard let status = line["exit"]?.integer else {
      throw RecordingError(.invalid("an end record with neither exit status nor signal"))
    }
    return End(status: .exit(status), messages: try counts(line))
  }
}

extension CapturedFile {
  /// What makes `path` unfit for a file of a workspace, if anything: it must stay below the root it is unpacked into.
  package static func problem(withPath path: String) -> String? {
    let shown = String(path.prefix(80)).debugDescription
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if path.isEmpty { return "is empty" }
    if path.utf8.count > Format.maximumPath || parts.count > Format.maximumPathParts { return "\(shown)… is too long" }
    if path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return "\(shown) has a control character" }
    if path.hasPrefix("/") { return "\(shown) is absolute" }
    if parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) { return "\(shown) leaves the workspace" }
    return nil
  }
}
