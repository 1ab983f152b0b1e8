import Checkers
package import JSONRPC
import Measurement

/// A verdict for machines. Latencies and durations are in microseconds; `record` numbers are those of the recording.
package enum JSONReport {
  package static let schemaVersion = 1

  package static func value(_ verdicts: [Verdict]) -> JSONValue { document(verdicts.map(value)) }

  /// All replays of a command.
  package static func document(_ replays: [JSONValue]) -> JSONValue {
    [
      "schemaVersion": .number(String(schemaVersion)), "kind": "replay",
      "replays": .array(replays),
    ]
  }

  package static func value(_ verdict: Verdict) -> JSONValue {
    [
      "recording": .string(verdict.recording), "clock": .string(verdict.clock),
      "conclusion": .string(verdict.conclusion.rawValue),
      "signature": .string(verdict.signature), "failures": .array(verdict.failures.map { .string($0) }),
      "reproduce": .string(verdict.reproduce),
      "recorded": [
        "client": server(verdict.recordedClient), "server": server(verdict.recordedServer),
        "messages": number(verdict.messages.recorded), "duration": number(verdict.recordedDuration),
      ],
      "replayed": [
        "server": server(verdict.replayedServer), "messages": number(verdict.messages.sent),
        "duration": number(verdict.replayedDuration),
      ],
      "workspace": workspace(verdict.workspace), "totals": totals(verdict),
      "methods": .array(verdict.methods.map(method)), "differences": .array(verdict.examples.map(example)),
      "diagnostics": .array(verdict.diagnostics.map(document)), "serverMessages": .array(verdict.traffic.map(traffic)),
      "tokens": ["bound": number(verdict.tokens.bound), "unbound": number(verdict.tokens.unbound)],
      "problems": .array(verdict.problems.map(problem)),
      "omittedProblems": .object(verdict.omittedProblems.map { JSONMember($0.kind.rawValue, number($0.count)) }),
      "firstDiagnostics": [
        "recorded": latency(verdict.firstDiagnostics.recorded), "replayed": latency(verdict.firstDiagnostics.replayed),
      ],
      "findings": .array(verdict.findings.map(finding)), "engine": verdict.telemetry.map(telemetry) ?? .null,
      "simulation": verdict.simulation.map(simulation) ?? .null, "measured": verdict.measured.map(measured) ?? .null,
      "planted": verdict.planted.map { .string($0) } ?? .null, "leftovers": number(verdict.leftovers),
      "standardError": .array(verdict.standardError.map { .string($0) }),
    ]
  }

  private static func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
  private static func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  private static func server(_ server: Verdict.Server) -> JSONValue {
    [
      "name": text(server.name), "version": text(server.version),
      "command": .array(server.command.map { .string($0) }),
    ]
  }

  private static func workspace(_ workspace: Verdict.WorkspaceSummary) -> JSONValue {
    [
      "path": .string(workspace.path), "temporary": .bool(workspace.isTemporary), "kept": .bool(workspace.isKept),
      "unpacked": number(workspace.unpacked), "created": .array(workspace.created.map { .string($0) }),
      "saved": number(workspace.saved),
    ]
  }

  private static func totals(_ verdict: Verdict) -> JSONValue {
    [
      "requests": number(verdict.total(\.requests)), "same": number(verdict.total(\.same)),
      "excused": number(verdict.excusedCount), "different": number(verdict.total(\.different)),
      "missing": number(verdict.total(\.missing)), "extra": number(verdict.total(\.extra)),
      "open": number(verdict.total(\.open)),
    ]
  }

  private static func method(_ row: Verdict.MethodRow) -> JSONValue {
    let excused = AnswerComparison.Excuse.allCases.map { JSONMember($0.rawValue, number(row.excused[$0] ?? 0)) }
    return [
      "method": .string(row.method), "requests": number(row.requests), "same": number(row.same),
      "excused": .object(excused), "different": number(row.different), "missing": number(row.missing),
      "extra": number(row.extra), "open": number(row.open),
      "latency": ["recorded": latency(row.recordedLatency), "replayed": latency(row.replayedLatency)],
    ]
  }

  private static func latency(_ quantiles: LatencyQuantiles?) -> JSONValue {
    guard let quantiles else { return nil }
    return [
      "count": number(quantiles.count), "p50": number(quantiles.p50), "p90": number(quantiles.p90),
      "p95": number(quantiles.p95), "p99": number(quantiles.p99), "max": number(quantiles.max),
    ]
  }

  private static func example(_ example: Verdict.Example) -> JSONValue {
    [
      "method": .string(example.method), "ordinal": number(example.ordinal), "request": number(example.request),
      "answer": example.answer.map { number($0) } ?? nil, "places": .array(example.differences.map(difference)),
    ]
  }

  /// A member that is absent says that nothing stands there.
  private static func difference(_ difference: JSONDifference) -> JSONValue {
    var members = [JSONMember("path", .string(difference.path))]
    if let recorded = difference.recorded { members.append(JSONMember("recorded", recorded)) }
    if let replayed = difference.replayed { members.append(JSONMember("replayed", replayed)) }
    return .object(members)
  }

  private static func document(_ document: DiagnosticsComparison.Document) -> JSONValue {
    var places: [JSONDifference] = []
    if case .different(let differences) = document.finding { places = differences }
    return [
      "uri": .string(document.uri), "same": .bool(document.isSame),
      "judged": .bool(document.isSame || !document.isStale),
      "recorded": number(document.recordedCount), "replayed": number(document.replayedCount),
      "places": .array(places.map(difference)),
    ]
  }

  private static func traffic(_ row: Verdict.TrafficRow) -> JSONValue {
    [
      "method": .string(row.method), "kind": row.isRequest ? "request" : "notification",
      "recorded": number(row.recorded), "replayed": number(row.replayed),
    ]
  }

  private static func finding(_ finding: Finding) -> JSONValue {
    [
      "checker": .string(finding.checker), "weight": .string(finding.weight.rawValue),
      "record": number(finding.record), "expected": .string(finding.expected), "came": .string(finding.came),
    ]
  }

  private static func telemetry(_ telemetry: ServerTelemetry) -> JSONValue {
    [
      "classes": .array(
        telemetry.classes.map { row in
          [
            "name": .string(row.name), "requests": number(row.requests), "cancelled": number(row.cancelled),
            "superseded": number(row.superseded), "shared": number(row.shared),
            "queueWait": latency(LatencyQuantiles(row.queueWait)), "duration": latency(LatencyQuantiles(row.duration)),
            "cancelToStop": latency(LatencyQuantiles(row.cancelToStop)),
          ]
        }),
      "work": .object(telemetry.work.map { JSONMember($0.kind, number($0.amount)) }),
    ]
  }

  private static func measured(_ run: MeasuredRun) -> JSONValue {
    [
      "clock": "lockstep", "engine": telemetry(run.telemetry),
      "firstDiagnostics": latency(LatencyQuantiles(run.firstDiagnostics)),
      "wallTime": number(run.wallTime / 1000), "processorTime": number(run.processorTime / 1000),
      "failures": .array(run.failures.map { .string($0) }),
    ]
  }

  private static func simulation(_ summary: SimulationSummary) -> JSONValue {
    [
      "scheduler": .string(TextReport.name(summary.scheduler)), "seed": .string(String(summary.seed)),
      "variesPace": .bool(summary.variesPace), "hash": .string(TextReport.hex(summary.hash)),
      "steps": number(summary.steps), "decisions": number(summary.decisions), "virtualTime": number(summary.time),
      "processorTime": number(summary.processorTime / 1000), "judgingTime": number(summary.judgingTime / 1000),
    ]
  }

  private static func problem(_ problem: Problem) -> JSONValue {
    [
      "kind": .string(problem.kind.rawValue), "severity": .string(problem.severity.rawValue),
      "message": .string(problem.message), "record": problem.record.map { number($0) } ?? nil,
    ]
  }
}
