package import JSONRPC
import Measurement
import Recording

/// A summary for a machine. Times are microseconds.
package enum SummaryJSON {
  package static let schemaVersion = 1

  package static func document(_ files: [JSONValue]) -> JSONValue {
    ["schemaVersion": number(schemaVersion), "files": .array(files)]
  }

  package static func file(
    _ summary: RecordingSummary, path: String, fileBytes: Int, state: RecordingState
  ) -> JSONValue {
    let header = summary.header
    var members: [JSONMember] = [
      JSONMember("path", .string(path)), JSONMember("state", .string(state.word)),
      JSONMember("format", .string(header.version.description)), JSONMember("started", .string(header.started)),
      JSONMember("recorder", .string(header.recorder)),
      JSONMember("command", .array(header.command.map { .string($0) })),
      JSONMember("platform", ["os": .string(header.platform.os), "arch": .string(header.platform.arch)]),
      JSONMember("framing", .string(header.framing.rawValue)),
      JSONMember("records", number(summary.records)), JSONMember("duration", number(Int(summary.duration))),
      JSONMember("client", side(summary.client)), JSONMember("server", side(summary.server)),
    ]
    if case .broken(let error) = state { members.append(JSONMember("error", .string(error.description))) }
    members += rest(summary, fileBytes: fileBytes)
    return .object(members)
  }

  /// What is said of a file whose header could not be read.
  package static func unreadable(path: String, error: String) -> JSONValue {
    ["path": .string(path), "state": "broken", "error": .string(error)]
  }

  private static func rest(_ summary: RecordingSummary, fileBytes: Int) -> [JSONMember] {
    [
      JSONMember("unanswered", number(summary.unanswered)),
      JSONMember("methods", .array(summary.methods.map(method))),
      JSONMember("documents", .array(summary.documents.map(document))),
      JSONMember(
        "files",
        [
          "captured": number(summary.files.captured), "bytes": number(summary.files.bytes),
          "omitted": number(summary.files.omitted),
        ]),
      JSONMember("stderrBytes", number(summary.standardErrorBytes)),
      JSONMember("noise", ["pieces": number(summary.noise.pieces), "bytes": number(summary.noise.bytes)]),
      JSONMember("gaps", .array(summary.gaps.map(gap))),
      JSONMember("signals", .array(summary.signals.map { .string($0) })),
      JSONMember("peers", summary.peers.map(peers) ?? .null),
      JSONMember("end", summary.end.map(end) ?? .null),
      JSONMember("fileBytes", number(fileBytes)),
      JSONMember("contentBytes", number(summary.contentBytes)),
    ]
  }

  private static func number(_ value: Int) -> JSONValue { .number(String(value)) }

  private static func optional(_ value: Int?) -> JSONValue { value.map(number) ?? .null }

  private static func side(_ side: RecordingSummary.Side) -> JSONValue {
    [
      "messages": number(side.messages), "bytes": number(side.bytes), "requests": number(side.requests),
      "notifications": number(side.notifications), "answers": number(side.answers),
    ]
  }

  private static func method(_ method: RecordingSummary.Method) -> JSONValue {
    var members = [
      JSONMember("from", .string(method.from.rawValue)), JSONMember("method", .string(method.name)),
      JSONMember("count", number(method.count)), JSONMember("bytes", number(method.bytes)),
    ]
    if method.isRequest {
      members += [
        JSONMember("answered", number(method.answered)), JSONMember("answerBytes", number(method.answerBytes)),
        JSONMember("errors", number(method.errors)), JSONMember("cancelled", number(method.cancelled)),
      ]
    }
    if let latency = method.latencies?.quantiles {
      let values = [latency.p50, latency.p90, latency.p95, latency.p99, latency.max].map { number(Int($0)) }
      let names = ["p50", "p90", "p95", "p99", "max"]
      members.append(JSONMember("latency", .object(zip(names, values).map { JSONMember($0, $1) })))
    }
    return .object(members)
  }

  private static func document(_ document: RecordingSummary.Document) -> JSONValue {
    [
      "uri": .string(document.uri), "openings": number(document.openings), "changes": number(document.changes),
      "saves": number(document.saves), "firstVersion": optional(document.firstVersion),
      "lastVersion": optional(document.lastVersion), "publishes": number(document.publishes),
      "diagnostics": number(document.diagnostics),
    ]
  }

  private static func gap(_ gap: Gap) -> JSONValue {
    [
      "messages": ["client": number(gap.messages.client), "server": number(gap.messages.server)],
      "bytes": number(gap.bytes), "reason": .string(gap.reason),
    ]
  }

  private static func peers(_ peers: Peers) -> JSONValue {
    func peer(_ peer: Peers.Peer) -> JSONValue {
      ["name": peer.name.map { .string($0) } ?? .null, "version": peer.version.map { .string($0) } ?? .null]
    }
    return [
      "client": peer(peers.client), "server": peer(peers.server), "positionEncoding": .string(peers.positionEncoding),
      "roots": .array(peers.roots.map { .string($0) }),
    ]
  }

  private static func end(_ end: End) -> JSONValue {
    switch end.status {
    case .exit(let status): ["exit": number(status)]
    case .signal(let number): ["signal": Self.number(number)]
    }
  }
}
