package import JSONRPC
package import Simulation

/// How things were where a replay was told to stop.
package enum StopReport {
  package static func lines(_ stop: StopState, _ schedule: Schedule, _ verdict: Verdict) -> [String] {
    var lines = ["\(verdict.recording), stopped after record #\(stop.record) at \(ShortTime.text(stop.time))"]
    if stop.record < stop.asked { lines.append("  the client's messages end before #\(stop.asked)") }
    lines += ["", "  documents:"]
    for document in stop.documents {
      let version = document.version.map { " at version \($0)" } ?? ""
      lines.append("    \(PrintableText.escaped(document.uri))\(version), \(document.text.count) bytes:")
      lines += text(document.text)
    }
    lines += ["", "  requests in flight:"]
    lines += stop.requests.map {
      "    #\($0.record) \(PrintableText.escaped($0.method)), for \(ShortTime.text($0.waiting))"
    }
    lines += ["", "  in the engine:"]
    lines += stop.server.map { "    \(PrintableText.escaped($0))" }
    lines += ["", "  the schedule so far:", "    \(schedule.text)"]
    return lines
  }

  private static func text(_ bytes: [UInt8]) -> [String] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let shown = lines.prefix(longestDocument).enumerated().map {
      "      \($0.offset + 1)  \(PrintableText.escaped($0.element))"
    }
    return lines.count > longestDocument ? shown + ["      … and \(lines.count - longestDocument) more lines"] : shown
  }

  /// In lines.
  private static let longestDocument = 400

  package static func json(_ stop: StopState, _ schedule: Schedule, _ verdict: Verdict) -> JSONValue {
    [
      "recording": .string(verdict.recording), "clock": "virtual", "stoppedAfter": number(stop.record),
      "time": number(stop.time),
      "documents": .array(
        stop.documents.map {
          [
            "uri": .string($0.uri), "version": $0.version.map { number($0) } ?? .null,
            "text": .string(String(decoding: $0.text, as: UTF8.self)),
          ]
        }),
      "requests": .array(
        stop.requests.map {
          ["record": number($0.record), "method": .string($0.method), "waiting": number($0.waiting)]
        }),
      "engine": .array(stop.server.map { .string($0) }), "schedule": .string(schedule.text),
    ]
  }

  private static func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}
