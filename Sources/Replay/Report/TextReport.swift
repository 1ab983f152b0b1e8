import JSONRPC
import Measurement

/// A verdict for people.
package struct TextReport {
  private let verdict: Verdict
  private var lines: [String] = []

  package static func lines(_ verdict: Verdict) -> [String] {
    var report = TextReport(verdict: verdict)
    report.head()
    report.table()
    report.differences()
    report.diagnostics()
    report.lines += firstDiagnostics(verdict)
    report.traffic()
    report.lines += properties(verdict)
    report.problems()
    report.lines += engineLines(verdict)
    report.standardError()
    report.lines += ["", conclusion(verdict)]
    return report.lines
  }

  private init(verdict: Verdict) { self.verdict = verdict }

  // MARK: Parts

  private mutating func head() {
    lines.append("\(verdict.recording), replayed in \(verdict.clock)")
    let messages = verdict.messages
    lines.append(
      "  recorded  \(Self.name(verdict.recordedServer)) with \(Self.name(verdict.recordedClient)): "
        + "\(messages.recorded) client messages, \(ShortTime.text(verdict.recordedDuration))")
    lines.append(
      "  replayed  \(Self.name(verdict.replayedServer)): \(messages.sent) sent, "
        + ShortTime.text(verdict.replayedDuration))
    if let planted = verdict.planted { lines.append("  planted   \(PrintableText.escaped(planted))") }
    let place = verdict.workspace
    if place.path.isEmpty {
      lines.append("  files     \(place.unpacked), in memory")
    } else if place.isTemporary {
      let kept = place.isKept ? " (kept)" : ""
      lines.append(
        "  workspace \(place.path)\(kept): \(place.unpacked) files unpacked, \(place.created.count) created from "
          + "opened documents, \(place.saved) saves")
    } else {
      lines.append("  workspace \(place.path), in place")
    }
    if verdict.tokens.bound + verdict.tokens.unbound > 0 {
      lines.append("  tokens    \(verdict.tokens.bound) re-bound, \(verdict.tokens.unbound) sent as recorded")
    }
  }

  private static func name(_ server: Verdict.Server) -> String {
    let name = server.name ?? server.command.first.map { String($0.split(separator: "/").last ?? "") }
    guard let name else { return "an unnamed client" }
    return PrintableText.escaped(server.version.map { "\(name) \($0)" } ?? name)
  }

  private mutating func table() {
    guard !verdict.methods.isEmpty else { return lines.append("\n  no requests") }
    var table = TextTable(
      header: [
        "method", "requests", "same", "different", "missing", "extra", "latency", "p50", "p90", "p95", "p99", "max",
      ], leftColumns: 1)
    for row in verdict.methods {
      let counts = [row.requests, row.same, row.different, row.missing, row.extra].map(String.init)
      table.add([PrintableText.escaped(row.method)] + counts + ["recorded"] + Self.cells(row.recordedLatency))
      table.add(["", "", "", "", "", "", "replayed"] + Self.cells(row.replayedLatency))
    }
    lines.append("")
    lines += table.lines(indent: "  ")
    for excuse in AnswerComparison.Excuse.allCases {
      let count = verdict.total { $0.excused[excuse] ?? 0 }
      if count > 0 { lines.append("  \(count) counted as same: \(Self.explanation(of: excuse))") }
    }
    let open = verdict.total(\.open)
    if open > 0 { lines.append("  \(open) not judged: never answered in the recording, or open long polls") }
  }

  static func cells(_ quantiles: LatencyQuantiles?) -> [String] {
    guard let quantiles else { return Array(repeating: "-", count: 5) }
    return [quantiles.p50, quantiles.p90, quantiles.p95, quantiles.p99, quantiles.max].map(ShortTime.text)
  }

  private static func explanation(of excuse: AnswerComparison.Excuse) -> String {
    switch excuse {
    case .cancelled: "the request was cancelled, and a server may answer it either way"
    case .overtaken: "the text changed meanwhile, and a server may give up or answer"
    }
  }

  private mutating func differences() {
    for example in verdict.examples {
      let answer = example.answer.map { ", answer #\($0)" } ?? ""
      lines += [
        "",
        "  \(PrintableText.escaped(example.method)), request \(example.ordinal) of its kind "
          + "(#\(example.request)\(answer)) is the first that differs:",
      ]
      for difference in example.differences { show(difference) }
    }
  }

  private mutating func show(_ difference: JSONDifference) {
    lines.append("    \(PrintableText.escaped(difference.path))")
    lines.append("      - recorded  \(Self.snippet(difference.recorded))")
    lines.append("      + replayed  \(Self.snippet(difference.replayed))")
  }

  private static func snippet(_ value: JSONValue?) -> String {
    guard let value else { return "(nothing)" }
    let text = PrintableText.escaped(value.serialized()[...])
    return text.count > 160 ? text.prefix(157) + "..." : text
  }

  private mutating func diagnostics() {
    let documents = verdict.diagnostics
    guard !documents.isEmpty else { return }
    let same = documents.count { $0.isSame }
    lines += ["", "  final diagnostics: \(same) of \(documents.count) documents the same"]
    for document in documents where !document.isSame {
      let uri = PrintableText.escaped(document.uri)
      if document.isStale {
        lines.append("    \(uri): not judged, the recording ended before the server had looked at the last edit")
        continue
      }
      lines.append("    \(uri): \(document.recordedCount) recorded, \(document.replayedCount) replayed")
      if case .different(let differences) = document.finding { for difference in differences { show(difference) } }
    }
  }

  private mutating func traffic() {
    let changed = verdict.traffic.filter { $0.recorded != $0.replayed }
    guard !changed.isEmpty else { return }
    lines += ["", "  the server's own messages, where their number differs (not judged):"]
    for row in changed {
      lines.append("    \(PrintableText.escaped(row.method)): \(row.recorded) recorded, \(row.replayed) replayed")
    }
  }

  private mutating func problems() {
    guard !verdict.problems.isEmpty else { return }
    lines += ["", "  remarks:"]
    for problem in verdict.problems {
      let place = problem.record.map { " (#\($0))" } ?? ""
      lines.append("    \(problem.severity.rawValue): \(PrintableText.escaped(problem.message))\(place)")
    }
    for (kind, count) in verdict.omittedProblems {
      lines.append("    … and \(count) more of the kind '\(kind.rawValue)'")
    }
  }

  /// Worth reading only when something went wrong.
  private mutating func standardError() {
    guard verdict.conclusion != .passed, !verdict.standardError.isEmpty else { return }
    lines += ["", "  the end of the server's standard error:"]
    lines += verdict.standardError.map { "    | \($0)" }
  }

  // MARK: The last line

  package static func conclusion(_ verdict: Verdict) -> String {
    let again = "; reproduce: \(verdict.reproduce)"
    let why = PrintableText.escaped(verdict.failures.joined(separator: ", "))
    switch verdict.conclusion {
    case .passed:
      let excused = verdict.excusedCount > 0 ? " (\(verdict.excusedCount) either way)" : ""
      let documents = verdict.diagnostics.count { $0.isSame }
      return "PASS: \(verdict.total(\.same)) answers\(excused) and the diagnostics of \(documents) document(s) the same"
    case .failed: return "FAIL: \(why)\(again)"
    case .couldNotRun: return "FAIL: the server never answered initialize; \(why)\(again)"
    case .interrupted:
      return "INTERRUPTED: \(verdict.messages.sent) of \(verdict.messages.recorded) messages sent\(again)"
    }
  }
}
