package import JSONRPC
import Recording
package import Replay

/// Where two recordings part, for a person and for a machine.
package struct DiffReport: Sendable {
  package static let schemaVersion = 1

  package var first: String
  package var second: String
  package var comparison: OutlineComparison
  /// Of the first parting.
  package var detail: PartingDetail?

  package init(first: String, second: String, comparison: OutlineComparison, detail: PartingDetail?) {
    self.first = first
    self.second = second
    self.comparison = comparison
    self.detail = detail
  }

  private var counts: [(name: String, key: String, counts: OutlineComparison.Counts)] {
    [
      ("client's messages", "clientMessages", comparison.clientMessages),
      ("server's requests", "serverRequests", comparison.serverRequests),
      ("answers", "answers", comparison.answers),
      ("final diagnostics", "finalDiagnostics", comparison.diagnostics),
    ]
  }

  // MARK: Text

  package func text(palette: Palette) -> String {
    let names = (Printable.escape(first), Printable.escape(second))
    var lines: [String] = []
    if let parting = comparison.partings.first {
      lines.append("\(names.0) (-) and \(names.1) (+) part at \(Self.place(parting))")
      lines.append("  " + Self.sentence(parting))
      for difference in detail?.differences ?? [] { lines += Self.lines(difference, palette) }
    } else {
      lines.append("\(names.0) and \(names.1) say the same")
    }
    var table = TextTable(
      ["", "same", "different", "only in -", "only in +", "excused"], [.left, .right, .right, .right, .right, .right])
    for row in counts {
      let numbers = [
        row.counts.same, row.counts.different, row.counts.onlyInFirst, row.counts.onlyInSecond, row.counts.excused,
      ]
      table.append([row.name] + numbers.map(String.init))
    }
    return (lines + [""] + table.lines(palette: palette)).joined(separator: "\n") + "\n"
  }

  private static func place(_ parting: OutlineComparison.Parting) -> String {
    let records = [parting.first.map { "#\($0)" }, parting.second.map { "#\($0)" }].compactMap { $0 }
    let sign = parting.side == .client ? "→" : "←"
    return "\(records.joined(separator: " / ")) \(sign) \(Printable.brief(parting.method, limit: 80))"
  }

  private static func sentence(_ parting: OutlineComparison.Parting) -> String {
    switch parting.kind {
    case .onlyInFirst: "only - has this message"
    case .onlyInSecond: "only + has this message"
    case .parameters: "its parameters differ:"
    case .answer:
      switch (parting.firstAnswer, parting.secondAnswer) {
      case (let old?, let new?): "the answers #\(old.record) / #\(new.record) differ:"
      case (_?, nil): "only - has an answer"
      case (nil, _): "only + has an answer"
      }
    case .diagnostics(let uri): "the last diagnostics of \(Printable.brief(uri, limit: 120)) differ:"
    }
  }

  private static func lines(_ difference: JSONDifference, _ palette: Palette) -> [String] {
    [
      "    \(Printable.brief(difference.path, limit: 200))",
      palette.paint("      - \(value(difference.recorded))", .red),
      palette.paint("      + \(value(difference.replayed))", .green),
    ]
  }

  private static func value(_ value: JSONValue?) -> String {
    guard let value else { return "(nothing)" }
    return Printable.brief(String(decoding: value.serialized().prefix(4000), as: UTF8.self), limit: 240)
  }

  // MARK: JSON

  package var json: JSONValue {
    .object([
      JSONMember("schemaVersion", Self.number(Self.schemaVersion)), JSONMember("verb", "diff"),
      JSONMember("first", .string(first)), JSONMember("second", .string(second)),
      JSONMember("same", .bool(comparison.isSame)),
      JSONMember("counts", .object(counts.map { JSONMember($0.key, Self.json($0.counts)) })),
      JSONMember("partsAt", comparison.partings.first.map(parting) ?? .null),
    ])
  }

  private func parting(_ parting: OutlineComparison.Parting) -> JSONValue {
    let kind =
      switch parting.kind {
      case .onlyInFirst: "only-in-first"
      case .onlyInSecond: "only-in-second"
      case .parameters: "parameters"
      case .answer: "answer"
      case .diagnostics: "diagnostics"
      }
    return .object([
      JSONMember("kind", .string(kind)), JSONMember("from", .string(parting.side.rawValue)),
      JSONMember("method", .string(parting.method)),
      JSONMember("firstRecord", parting.first.map(Self.number) ?? .null),
      JSONMember("secondRecord", parting.second.map(Self.number) ?? .null),
      JSONMember(
        "differences",
        .array(
          (detail?.differences ?? []).map { difference in
            var members = [JSONMember("path", .string(difference.path))]
            if let old = difference.recorded { members.append(JSONMember("first", old)) }
            if let new = difference.replayed { members.append(JSONMember("second", new)) }
            return .object(members)
          })),
    ])
  }

  private static func json(_ counts: OutlineComparison.Counts) -> JSONValue {
    [
      "same": number(counts.same), "different": number(counts.different), "onlyInFirst": number(counts.onlyInFirst),
      "onlyInSecond": number(counts.onlyInSecond), "excused": number(counts.excused),
    ]
  }

  private static func number(_ value: Int) -> JSONValue { .number(String(value)) }
}
