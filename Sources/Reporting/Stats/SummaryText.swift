import JSONRPC
import Measurement
import Recording

/// A summary for a person.
package enum SummaryText {
  /// The lines of one file's summary; `fileBytes` is the size of the file.
  package static func render(
    _ summary: RecordingSummary, path: String, fileBytes: Int, state: RecordingState, palette: Palette
  ) -> String {
    let title =
      "\(state.word), \(Quantities.duration(summary.duration)), \(Quantities.count(summary.records, "record"))"
    var lines = ["\(palette.paint(Printable.escape(path), .bold)): \(title)"]
    lines += facts(summary, fileBytes: fileBytes).map {
      "  \(palette.paint(TextTable.pad($0.name, to: 9, .left), .dim)) \(Printable.brief($0.value, limit: 200))"
    }
    for table in [methods(summary), documents(summary)] where !table.isEmpty {
      lines += [""] + table.lines(palette: palette)
    }
    if summary.documentsLeftOut > 0 { lines.append("  and events of more documents than are counted here") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(_ summary: RecordingSummary, fileBytes: Int) -> [(name: String, value: String)] {
    let header = summary.header
    var facts = [
      ("command", header.command.isEmpty ? "(none)" : header.command.joined(separator: " ")),
      (
        "recorded",
        "\(header.started) on \(header.platform.os) \(header.platform.arch) by \(header.recorder), format \(header.version)"
      ),
    ]
    if let peers = summary.peers {
      facts.append(
        ("peers", "\(EventBrief.brief(peers.client, "client")), \(EventBrief.brief(peers.server, "server"))"))
      facts.append(("positions", peers.positionEncoding))
    }
    facts.append(("client →", side(summary.client)))
    facts.append(("server ←", side(summary.server)))
    facts += extras(summary)
    let ratio = fileBytes > 0 ? Double(summary.contentBytes) / Double(fileBytes) : 0
    facts.append(
      (
        "size",
        "\(Quantities.bytes(fileBytes)) for \(Quantities.bytes(summary.contentBytes)) (\(Quantities.threeDigits(ratio)) : 1)"
      ))
    facts.append(("end", summary.end.map { EventBrief.status($0.status) } ?? "not recorded"))
    return facts.map { (name: $0.0, value: $0.1) }
  }

  private static func side(_ side: RecordingSummary.Side) -> String {
    "\(Quantities.count(side.messages, "message")), \(Quantities.bytes(side.bytes)): "
      + "\(Quantities.count(side.requests, "request")), \(Quantities.count(side.notifications, "notification")), "
      + Quantities.count(side.answers, "answer")
  }

  /// What is only worth a line when there is some.
  private static func extras(_ summary: RecordingSummary) -> [(String, String)] {
    var facts: [(String, String)] = []
    let missing = summary.gaps.reduce(0) { $0 + $1.messages.client + $1.messages.server }
    if summary.unanswered > 0 {
      facts.append(("open", "\(Quantities.count(summary.unanswered, "request")) never answered"))
    }
    if summary.anomalies > 0 {
      facts.append(
        ("odd", "\(Quantities.count(summary.anomalies, "message")) that 'reprise check' has something to say about"))
    }
    if summary.files.captured + summary.files.omitted > 0 {
      facts.append(
        (
          "files",
          "\(summary.files.captured) captured, \(Quantities.bytes(summary.files.bytes)); \(summary.files.omitted) left out"
        ))
    }
    if summary.standardErrorBytes > 0 { facts.append(("stderr", Quantities.bytes(summary.standardErrorBytes))) }
    if summary.noise.pieces > 0 {
      facts.append(
        ("noise", "\(Quantities.count(summary.noise.pieces, "piece")), \(Quantities.bytes(summary.noise.bytes))"))
    }
    if !summary.gaps.isEmpty {
      facts.append(
        (
          "gaps",
          "\(summary.gaps.count), with \(Quantities.count(missing, "message")) missing: \(summary.gaps[0].reason)"
        ))
    }
    if !summary.signals.isEmpty { facts.append(("signals", summary.signals.joined(separator: " "))) }
    return facts
  }

  private static func methods(_ summary: RecordingSummary) -> TextTable {
    var table = TextTable(
      ["", "method", "count", "errors", "cancelled", "p50", "p95", "max", "bytes"],
      [.left, .left, .right, .right, .right, .right, .right, .right, .right])
    for method in summary.methods.sorted(by: { ($0.from.rawValue, $1.count) < ($1.from.rawValue, $0.count) }) {
      let latency = method.latencies?.quantiles
      let cells = [
        method.from == .client ? "→" : "←", Printable.brief(method.name, limit: 48), String(method.count),
        method.isRequest ? String(method.errors) : "", method.isRequest ? String(method.cancelled) : "",
      ]
      let times = [latency?.p50, latency?.p95, latency?.max].map { $0.map(Quantities.duration) ?? "" }
      table.append(cells + times + [Quantities.bytes(method.bytes + method.answerBytes)])
    }
    return table
  }

  private static let documentsShown = 50

  private static func documents(_ summary: RecordingSummary) -> TextTable {
    var table = TextTable(
      ["document", "versions", "changes", "saves", "publishes", "diagnostics"],
      [.left, .right, .right, .right, .right, .right])
    for document in summary.documents.prefix(documentsShown) {
      let versions = [document.firstVersion, document.lastVersion].compactMap { $0.map(String.init) }
      table.append([
        Printable.brief(document.uri, limit: 80), versions.joined(separator: "–"), String(document.changes),
        String(document.saves), String(document.publishes), String(document.diagnostics),
      ])
    }
    if summary.documents.count > documentsShown {
      table.append(["… and \(summary.documents.count - documentsShown) more", "", "", "", "", ""])
    }
    return table
  }
}
