import JSONRPC
import Measurement
import PerformanceGates
import Replay

/// What `reprise bench` prints.
enum BenchReport {
  static func text(_ rows: [BenchRow], _ format: BenchCommand.BenchFormat, warmup: Int) -> String {
    switch format {
    case .text: table(rows) + notes(rows)
    case .markdown: markdown(rows) + notes(rows)
    case .csv: csv(rows)
    case .json: PrettyJSON.text(json(rows, warmup))
    }
  }

  private static let heading = [
    "Path", "Samples", "p50 ms", "p95 ms", "p99 ms", "max ms", "CPU p50", "CPU p95", "Peak MB", "Queries",
  ]

  private static func cells(_ row: BenchRow) -> [String] {
    let cpu: [String] =
      row.cpu.isEmpty ? ["", ""] : [0.5, 0.95].map { milliseconds(OrderStatistics.quantile(row.cpu, $0)) }
    return [row.name, row.batch > 1 ? "\(row.wall.count) × \(row.batch)" : "\(row.wall.count)"]
      + [0.5, 0.95, 0.99, 1].map { milliseconds(OrderStatistics.quantile(row.wall, $0)) } + cpu
      + [
        row.peakMemory.map { String($0 >> 20) } ?? "",
        row.counters.first { $0.name == "queriesExecuted" }.map { String($0.value) } ?? "",
      ]
  }

  private static func table(_ rows: [BenchRow]) -> String {
    let lines = [heading] + rows.map(cells)
    let widths = heading.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { line in
      let padded = line.indices.map { column in
        let space = String(repeating: " ", count: widths[column] - line[column].count)
        return column == 0 ? line[column] + space : space + line[column]
      }
      return padded.joined(separator: "  ") + "\n"
    }.joined()
  }

  private static func markdown(_ rows: [BenchRow]) -> String {
    let rule = "| --- |" + String(repeating: " ---: |", count: heading.count - 1)
    return
      (["| " + heading.joined(separator: " | ") + " |", rule]
      + rows.map { "| " + cells($0).map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |" })
      .map { $0 + "\n" }.joined()
  }

  private static func notes(_ rows: [BenchRow]) -> String {
    let warnings = rows.flatMap { row in row.warnings.map { "\(row.name): \($0)\n" } }
    return warnings.isEmpty ? "" : "\n" + warnings.joined()
  }

  private static func csv(_ rows: [BenchRow]) -> String {
    "path,sample,wallMs,cpuMs\n"
      + rows.map { row in
        row.wall.indices.map { index in
          let cpu = row.cpu.indices.contains(index) ? String(row.cpu[index] / 1e6) : ""
          return "\"\(row.name.replacing("\"", with: "\"\""))\",\(index + 1),\(row.wall[index] / 1e6),\(cpu)\n"
        }.joined()
      }.joined()
  }

  private static func json(_ rows: [BenchRow], _ warmup: Int) -> JSONValue {
    [
      "schemaVersion": 1, "kind": "bench", "tool": .string("reprise \(Reprise.version)"), "warmup": .number(warmup),
      "paths": .array(rows.map(json)),
    ]
  }

  private static func json(_ row: BenchRow) -> JSONValue {
    .compact([
      ("name", .string(row.name)), ("batch", .number(row.batch)), ("wallNs", .array(row.wall.map { .number($0) })),
      ("cpuNs", row.cpu.isEmpty ? .null : .array(row.cpu.map { .number($0) })),
      ("quantilesNs", row.histogram.quantiles.map(json) ?? .null),
      ("counters", .object(row.counters.map { JSONMember($0.name, .number($0.value)) })),
      ("peakMemory", row.peakMemory.map { .number($0) } ?? .null),
      ("warnings", .array(row.warnings.map { .string($0) })),
    ])
  }

  private static func json(_ quantiles: LatencyQuantiles) -> JSONValue {
    [
      "count": .number(quantiles.count), "p50": .number(Int(quantiles.p50)), "p90": .number(Int(quantiles.p90)),
      "p95": .number(Int(quantiles.p95)), "p99": .number(Int(quantiles.p99)), "max": .number(Int(quantiles.max)),
    ]
  }

  private static func milliseconds(_ nanoseconds: Double) -> String {
    let value = nanoseconds / 1e6
    let digits = value < 10 ? 1000.0 : 10.0
    return "\((value * digits).rounded() / digits)"
  }
}
