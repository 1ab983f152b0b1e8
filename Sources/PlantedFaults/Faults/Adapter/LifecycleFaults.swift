internal import JSONRPC

/// Beginnings and ends.
enum LifecycleFaults {
  static let all = [
    PlantedFault(
      "progress-never-ended", "Progress during which a document changed is never said to have ended.",
      .adapter, suite: "lifecycle", property: "progress-balance", in: [.lsp]
    ) { Plant(wire: EndlessProgress()) },
    PlantedFault(
      "progress-ended-twice", "Progress during which a document changed is said to have ended twice.",
      .adapter, suite: "lifecycle", property: "progress-balance", in: [.lsp]
    ) { Plant(wire: EndlessProgress(ends: 2)) },
    PlantedFault(
      "publish-after-shutdown", "Diagnostics that were on their way at the shutdown are published behind its answer.",
      .adapter, suite: "lifecycle", property: "nothing-after-shutdown", in: [.lsp]
    ) { Plant(wire: LatePublish()) },
    PlantedFault(
      "shutdown-not-carried-out", "The shutdown is answered, and all goes on as before.",
      .adapter, suite: "lifecycle", property: "nothing-after-shutdown", in: [.lsp]
    ) { Plant(wire: IgnoredShutdown()) },
    PlantedFault(
      "crash-on-long-deletion", "The engine is gone when eight lines or more are deleted at once.",
      suite: "parse-under-edit", property: "stays-alive"
    ) { Plant(wire: Crash()) },
  ]
}

/// Progress that does not end once when something has come between.
private struct EndlessProgress: WireFault {
  private let ends: Int
  /// The tokens that run, and whether a document was changed meanwhile.
  private var running: [(token: JSONValue, isDisturbed: Bool)] = []

  init(ends: Int = 0) { self.ends = ends }

  mutating func client(_ message: WireMessage) -> [WireAction] {
    if message.act == .change || message.act == .open {
      for index in running.indices { running[index].isDisturbed = true }
    }
    return [.pass(message)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    guard message.method == "$/progress", let token = message.json["params"]?["token"] else { return [message] }
    switch message.json["params"]?["value"]?["kind"]?.string {
    case "begin": running.append((token, false))
    case "end":
      guard let index = running.firstIndex(where: { $0.token == token }) else { break }
      if running.remove(at: index).isDisturbed { return Array(repeating: message, count: ends) }
    default: break
    }
    return [message]
  }
}

private struct LatePublish: WireFault {
  private var edited: String?
  private var last: [String: WireMessage] = [:]
  private var shutdown: JSONValue?

  mutating func client(_ message: WireMessage) -> [WireAction] {
    if message.act == .change { edited = message.uri }
    if message.method == "shutdown" { shutdown = message.id }
    return [.pass(message)]
  }

  mutating func server(_ message: WireMessage) -> [WireMessage] {
    if message.method == "textDocument/publishDiagnostics", let uri = message.uri {
      last[uri] = message
      if edited == uri { edited = nil }
    }
    guard message.isAnswer, message.id == shutdown, let edited, let late = last[edited] else { return [message] }
    shutdown = nil
    return [message, late]
  }
}

private struct IgnoredShutdown: WireFault {
  mutating func client(_ message: WireMessage) -> [WireAction] {
    message.method == "shutdown" ? [.tell(message.answer(.null))] : [.pass(message)]
  }
}

private struct Crash: WireFault {
  private static let abort: Int32 = 134

  mutating func client(_ message: WireMessage) -> [WireAction] {
    let isFatal = message.act == .change && message.changes?.contains(where: Self.isLongDeletion) ?? false
    return isFatal ? [.exit(Self.abort)] : [.pass(message)]
  }

  private static func isLongDeletion(_ change: JSONValue) -> Bool {
    guard let start = change["range"]?["start"]?["line"]?.integer, let end = change["range"]?["end"]?["line"]?.integer
    else { return false }
    return end - start >= 8 && change["text"]?.string?.isEmpty == true
  }
}
