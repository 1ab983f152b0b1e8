import Recording

/// Records that are not messages.
enum EventBrief {
  static func describe(_ event: Record.Event, in line: inout ShowLine) {
    switch event {
    case .message: break
    case .noise(let party, let bytes):
      line.sign = .fault
      line.title = "noise from the \(party)"
      line.details = [Quantities.bytes(bytes.count), quoted(bytes)]
    case .standardError(let bytes):
      line.title = "stderr"
      line.details = [Quantities.bytes(bytes.count), quoted(bytes)]
    case .close(let party): line.title = "the \(party) closed its side"
    case .signal(let name): line.title = "signal \(name)"
    case .peers(let peers):
      line.title = "peers"
      line.details =
        [brief(peers.client, "client"), brief(peers.server, "server"), peers.positionEncoding] + peers.roots
    case .file(let file):
      line.title = "file"
      line.details = [file.path, content(of: file)]
    case .gap(let gap):
      line.sign = .fault
      line.title = "gap"
      line.details = [
        "\(Quantities.count(gap.messages.client, "message")) of the client and \(gap.messages.server) of the server missing",
        Quantities.bytes(gap.bytes), gap.reason,
      ]
    case .end(let end):
      line.title = "end"
      line.details = [
        status(end.status), "\(Quantities.count(end.messages.client, "message")) of the client",
        "\(end.messages.server) of the server",
      ]
    case .unknown(let type):
      line.title = "unknown record"
      line.details = [type]
    }
  }

  static func status(_ status: End.Status) -> String {
    switch status {
    case .exit(let status): "the server ended with exit status \(status)"
    case .signal(let number): "the server was ended by signal \(number)"
    }
  }

  static func brief(_ peer: Peers.Peer, _ role: String) -> String {
    "\(role) \([peer.name ?? "unnamed", peer.version].compactMap { $0 }.joined(separator: " "))"
  }

  private static func content(of file: CapturedFile) -> String {
    let what =
      switch file.content {
      case .captured(let bytes, _): Quantities.bytes(bytes.count)
      case .omitted(let reason): "left out: \(reason)"
      }
    return file.change.map { "\(what), after change \($0)" } ?? what
  }

  private static func quoted(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes.prefix(600), as: UTF8.self)
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }
}
