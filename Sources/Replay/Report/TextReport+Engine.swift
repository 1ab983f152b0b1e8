import Checkers
import Measurement
import Simulation

/// What only replays of an engine in this process can tell.
extension TextReport {
  /// The lines about the simulation, and the engine's own latencies.
  static func engineLines(_ verdict: Verdict) -> [String] {
    var lines: [String] = []
    if let summary = verdict.simulation { lines += ["", "  " + text(summary)] }
    if let drift = verdict.simulation?.drift { lines.append("  " + text(drift)) }
    if let telemetry = verdict.telemetry {
      let kind = verdict.simulation == nil ? "measured" : "simulated (work has a fixed cost)"
      lines += latencies(telemetry, kind)
    }
    if let measured = verdict.measured { lines += text(measured) }
    return lines
  }

  private static func text(_ measured: MeasuredRun) -> [String] {
    let time =
      "measured on real threads in lockstep (\(ShortTime.text(measured.wallTime / 1000)), "
      + "\(ShortTime.text(measured.processorTime / 1000)) of processor time)"
    var lines = latencies(measured.telemetry, time)
    if let quantiles = LatencyQuantiles(measured.firstDiagnostics) {
      lines.append(
        "  first diagnostics after a change: p50 \(ShortTime.text(quantiles.p50)), p95 \(ShortTime.text(quantiles.p95)), "
          + "max \(ShortTime.text(quantiles.max)) (\(quantiles.count))")
    }
    return lines + measured.failures.map { "  on real threads: \(PrintableText.escaped($0))" }
  }

  private static func text(_ summary: SimulationSummary) -> String {
    let pace = summary.variesPace ? ", pauses drawn" : ""
    let speed = Int(summary.speed.rounded())
    return
      "run \(hex(summary.hash)): \(summary.steps) steps, \(summary.decisions) decisions by \(name(summary.scheduler)), "
      + "seed \(summary.seed)\(pace); \(ShortTime.text(summary.time)) in "
      + "\(ShortTime.text(summary.processorTime / 1000)) of processor time (\(speed) times as fast)"
  }

  private static func text(_ drift: ScheduleDrift) -> String {
    drift.isNone
      ? "the schedule of the file fits exactly: \(drift.exact) steps"
      : "the schedule of the file has drifted: of \(drift.total) steps \(drift.exact) came in their place, \(drift.late) later, "
        + "\(drift.missed) not at all; \(drift.added) are new"
  }

  /// A schedule's turns are for files.
  static func name(_ scheduler: SchedulerKind) -> String {
    if case .replay = scheduler { "the file's schedule" } else { scheduler.text }
  }

  static func hex(_ hash: UInt64) -> String {
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
  }

  private static func latencies(_ telemetry: ServerTelemetry, _ kind: String) -> [String] {
    var table = TextTable(
      header: ["class", "requests", "cancelled", "superseded", "shared", "time", "count", "p50", "p95", "p99", "max"],
      leftColumns: 1)
    for row in telemetry.classes where row.requests > 0 {
      let counts = [row.requests, row.cancelled, row.superseded, row.shared].map(String.init)
      table.add([row.name] + counts + ["queue wait"] + cells(row.queueWait))
      table.add(["", "", "", "", "", "duration"] + cells(row.duration))
      if !row.cancelToStop.isEmpty { table.add(["", "", "", "", "", "cancel to stop"] + cells(row.cancelToStop)) }
    }
    return ["", "  the engine's requests, \(kind):"] + table.lines(indent: "  ")
  }

  private static func cells(_ samples: [Int64]) -> [String] {
    guard let quantiles = LatencyQuantiles(samples) else { return ["0", "-", "-", "-", "-"] }
    return [String(quantiles.count)]
      + [quantiles.p50, quantiles.p95, quantiles.p99, quantiles.max].map(ShortTime.text)
  }

  /// From an edit to its first diagnostics, on both sides.
  static func firstDiagnostics(_ verdict: Verdict) -> [String] {
    let (recorded, replayed) = verdict.firstDiagnostics
    guard recorded != nil || replayed != nil else { return [] }
    func text(_ quantiles: LatencyQuantiles?) -> String {
      guard let quantiles else { return "none" }
      return
        "p50 \(ShortTime.text(quantiles.p50)), p95 \(ShortTime.text(quantiles.p95)), max \(ShortTime.text(quantiles.max)) "
        + "(\(quantiles.count))"
    }
    return ["", "  first diagnostics after a change: recorded \(text(recorded)); replayed \(text(replayed))"]
  }

  static func properties(_ verdict: Verdict) -> [String] {
    let faults = verdict.findings.filter { $0.weight == .must }
    guard !faults.isEmpty else { return [] }
    return ["", "  properties that do not hold, by records of the replayed session:"]
      + faults.prefix(10).map {
        "    \($0.checker) at #\($0.record): expected \(PrintableText.escaped($0.expected)), came \(PrintableText.escaped($0.came))"
      }
  }
}

/// A failure's recording is expected to fail in the same way.
package enum ExpectedViolation {
  package static func lines(_ verdict: Verdict, _ expected: String?) -> [String] {
    guard let expected else { return [] }
    let came = verdict.signature
    if came == expected {
      return ["the failure that the file tells of, reproduced: \(PrintableText.escaped(expected))"]
    }
    let what = came.isEmpty ? "nothing failed" : "this failed: \(PrintableText.escaped(came))"
    return ["the file tells of another failure, which did not come: \(PrintableText.escaped(expected)); \(what)"]
  }
}
