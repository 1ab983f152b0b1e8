import Measurement

/// A verdict as Markdown: for the step summary of a pull request, and for the evidence of a run.
package enum GateMarkdown {
  package static func text(_ report: GateReport) -> String {
    var lines = [
      "## \(report.outcome.rawValue): \(name(report.comparison.base)) → \(name(report.comparison.target))", "",
    ]
    if !report.reasons.isEmpty {
      lines +=
        ["Nothing can be said of this change:", ""] + report.reasons.map { "- \(escape($0.description))" } + [""]
    }
    if !report.paths.isEmpty { lines += table(report.paths) + [""] }
    lines += reasons(report)
    lines += counters(report.paths)
    lines += warnings(report.paths)
    lines += rounds(report)
    lines += suites(report.suites)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Path, base, target, ratio with its interval, verdict.
  package static func table(_ paths: [PathVerdict]) -> [String] {
    [
      "| Path | Base | Target | Ratio (95 %) | Limit | p95 CPU | p95 wall | Restarts | Verdict |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
    ] + paths.map(row)
  }

  private static func row(_ path: PathVerdict) -> String {
    let restarts = path.rounds.map { String($0.restarts.count) }.joined(separator: " + ")
    let cells = [
      escape(path.name) + (path.isCritical ? " (critical)" : ""), milliseconds(path.baseMs),
      milliseconds(path.targetMs),
      ratio(path), Percent.change(path.limitLogRatio), p95CPU(path), p95Wall(path),
      restarts.isEmpty ? "none" : restarts,
      path.outcome == .pass ? path.outcome.rawValue : "**\(path.outcome.rawValue)**",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private static func ratio(_ path: PathVerdict) -> String {
    guard let estimate = path.estimate else { return "unknown" }
    let interval = estimate.interval()
    return "\(Percent.change(estimate.logRatio)) (\(Percent.change(interval.low)) to \(Percent.change(interval.high)))"
  }

  private static func p95CPU(_ path: PathVerdict) -> String {
    guard let verdict = path.p95CPU else { return "" }
    return verdict.comparison.map { Percent.change($0.logRatio) } ?? "unknown"
  }

  private static func p95Wall(_ path: PathVerdict) -> String {
    guard let verdict = path.p95Wall else { return "" }
    return milliseconds(verdict.targetMs) + (verdict.limitMs.map { " of \(milliseconds($0))" } ?? "")
  }

  private static func reasons(_ report: GateReport) -> [String] {
    let reasons = report.paths.flatMap { path in path.reasons.map { "- \(escape(path.name)): \(escape($0))" } }
    return reasons.isEmpty ? [] : ["### Why", ""] + reasons + [""]
  }

  private static func counters(_ paths: [PathVerdict]) -> [String] {
    let changed = paths.flatMap { path in
      path.counters.filter { $0.kind != .same }.map { counter in
        "| \(escape(path.name)) | \(escape(counter.counter)) | \(number(counter.base)) | \(number(counter.target)) "
          + "| \(counter.outcome.rawValue) |"
      }
    }
    let count = paths.reduce(0) { $0 + $1.counters.count }
    guard !changed.isEmpty else { return count == 0 ? [] : ["All \(count) counters are the same.", ""] }
    return [
      "### Counters that changed", "", "| Path | Counter | Base | Target | Verdict |",
      "| --- | --- | ---: | ---: | --- |",
    ]
      + changed + [""]
  }

  private static func warnings(_ paths: [PathVerdict]) -> [String] {
    let warnings = paths.flatMap { path in path.warnings.map { "- \(escape(path.name)): \(escape($0))" } }
    return warnings.isEmpty ? [] : ["### Warnings", ""] + warnings + [""]
  }

  private static func rounds(_ report: GateReport) -> [String] {
    guard !report.rounds.isEmpty else { return [] }
    let lines = report.rounds.enumerated().map { index, round in
      let tests = round.selfTests.map { test in
        "\(test.kind.rawValue) \(test.comparison.estimate.map { Percent.change($0.logRatio) } ?? "unknown")"
      }
      let told = tests.isEmpty ? "no self-test" : tests.joined(separator: ", ")
      let why = round.reasons.map { escape($0.description) }.joined(separator: "; ")
      return "- round \(index + 1): \(told)\(why.isEmpty ? "" : "; does not count: \(why)")"
    }
    return ["### Rounds", ""] + lines + [""]
  }

  private static func suites(_ suites: [SuiteResult]) -> [String] {
    guard !suites.isEmpty else { return [] }
    let lines = suites.map {
      "- \(escape($0.name)): \($0.outcome.rawValue)\($0.detail.isEmpty ? "" : ", \(escape($0.detail))")"
    }
    return ["### Suites", ""] + lines + [""]
  }

  private static func name(_ revision: Comparison.Revision) -> String {
    escape(revision.name) + (revision.commit.map { " (\($0.prefix(10)))" } ?? "")
  }

  static func milliseconds(_ value: Double?) -> String { value.map { "\(Decimals.short($0)) ms" } ?? "unknown" }
  private static func number(_ value: Int?) -> String { value.map(String.init) ?? "none" }

  /// Names come from files: they must not become markup.
  static func escape(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "|", "*", "_", "`", "<", ">", "[", "]", "#", "\\": result += "\\\(character)"
      case "\n", "\r", "\r\n": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
