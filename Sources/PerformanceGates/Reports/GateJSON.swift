import Glibc
package import JSONRPC
import Measurement

/// A verdict for machines. Times are in milliseconds, ratios target / base.
package enum GateJSON {
  package static func value(_ report: GateReport) -> JSONValue {
    .compact([
      ("schemaVersion", .number(FileVersion.verdict)), ("kind", "gate"), ("outcome", .string(report.outcome.rawValue)),
      ("exitCode", .number(Int(report.exitCode))), ("base", revision(report.comparison.base)),
      ("target", revision(report.comparison.target)), ("corpus", .string(report.comparison.target.corpus)),
      ("environment", report.comparison.environment.json), ("seed", .string(String(report.comparison.seed))),
      ("budgetsExpire", .string(report.budgets.expires.description)),
      ("reasons", .array(report.reasons.map { .string($0.description) })), ("paths", .array(report.paths.map(path))),
      ("rounds", .array(report.rounds.map(round))), ("suites", .array(report.suites.map(suite))),
    ])
  }

  private static func revision(_ revision: Comparison.Revision) -> JSONValue {
    .compact([("name", .string(revision.name)), ("commit", revision.commit.map { .string($0) } ?? .null)])
  }

  private static func path(_ path: PathVerdict) -> JSONValue {
    .compact([
      ("name", .string(path.name)), ("critical", .bool(path.isCritical)), ("outcome", .string(path.outcome.rawValue)),
      ("median", .string(path.median.rawValue)), ("baseMs", number(path.baseMs)), ("targetMs", number(path.targetMs)),
      ("ratio", number(path.estimate?.ratio)), ("interval", interval(path.estimate)),
      ("limitRatio", .number(exp(path.limitLogRatio))), ("detectableShare", number(path.detectableShare)),
      ("rounds", .array(path.rounds.map(comparison))), ("p95CPU", path.p95CPU.map(quantile) ?? .null),
      ("p95Wall", path.p95Wall.map(wall) ?? .null), ("counters", .array(path.counters.map(counter))),
      ("peakMemory", path.peakMemory.map { ["base": .number($0.base), "target": .number($0.target)] } ?? .null),
      ("reasons", .array(path.reasons.map { .string($0) })), ("warnings", .array(path.warnings.map { .string($0) })),
    ])
  }

  private static func comparison(_ comparison: PairedComparison) -> JSONValue {
    .compact([
      ("decision", .string((comparison.decision ?? .unresolved).rawValue)),
      ("restarts", .number(comparison.restarts.count)), ("ratio", number(comparison.estimate?.ratio)),
      ("standardError", number(comparison.estimate?.standardError)),
    ])
  }

  private static func quantile(_ verdict: QuantileVerdict) -> JSONValue {
    .compact([
      ("outcome", .string(verdict.outcome.rawValue)), ("samples", .number(verdict.comparison?.samples ?? 0)),
      ("baseMs", number(verdict.baseMs)),
      ("targetMs", number(verdict.targetMs)),
      ("ratio", number(verdict.comparison.map { exp($0.logRatio) })),
      ("limitRatio", .number(exp(verdict.limitLogRatio))),
    ])
  }

  private static func wall(_ verdict: WallVerdict) -> JSONValue {
    .compact([
      ("outcome", .string(verdict.outcome.rawValue)), ("baseMs", .number(verdict.baseMs)),
      ("targetMs", .number(verdict.targetMs)), ("limitMs", number(verdict.limitMs)),
    ])
  }

  private static func counter(_ counter: CounterVerdict) -> JSONValue {
    .compact([
      ("name", .string(counter.counter)), ("base", counter.base.map { .number($0) } ?? .null),
      ("target", counter.target.map { .number($0) } ?? .null), ("outcome", .string(counter.outcome.rawValue)),
      ("reason", counter.reason.map { .string($0) } ?? .null),
    ])
  }

  private static func round(_ round: RoundVerdict) -> JSONValue {
    [
      "selfTests": .array(
        round.selfTests.map { test in
          .compact([
            ("kind", .string(test.kind.rawValue)), ("name", .string(test.name)),
            ("decision", .string((test.comparison.decision ?? .unresolved).rawValue)),
            ("ratio", number(test.comparison.estimate?.ratio)),
          ])
        }), "reasons": .array(round.reasons.map { .string($0.description) }),
    ]
  }

  private static func suite(_ suite: SuiteResult) -> JSONValue {
    ["name": .string(suite.name), "outcome": .string(suite.outcome.rawValue), "detail": .string(suite.detail)]
  }

  private static func interval(_ estimate: RestartEstimate?) -> JSONValue {
    guard let interval = estimate?.interval() else { return .null }
    return [
      "low": .number(exp(interval.low)), "high": .number(exp(interval.high)),
      "confidence": .number(interval.confidence),
    ]
  }

  private static func number(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}
