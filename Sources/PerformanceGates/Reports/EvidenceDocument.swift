import Measurement

/// All that a reviewer asks for, in one Markdown document for each run: what was compared, where, under which budgets, what came out, and
/// what is different since the last run.
package enum EvidenceDocument {
  /// - Parameters:
  ///   - report: the verdict.
  ///   - previous: of the history, the last entry before this run; nil when there is none.
  ///   - history: for change points and creep since the budgets were measured.
  /// - Returns: Markdown.
  package static func text(_ report: GateReport, previous: HistoryEntry?, history: [HistoryEntry] = []) -> String {
    let comparison = report.comparison
    var lines = ["# Performance evidence", ""]
    lines += ["| | |", "| --- | --- |"]
    lines += facts(report).map { "| \($0.0) | \(GateMarkdown.escape($0.1)) |" }
    lines += ["", "## Environment", "", "| | |", "| --- | --- |"]
    lines += environment(comparison.environment).map { "| \($0.0) | \(GateMarkdown.escape($0.1)) |" }
    lines += ["", GateMarkdown.text(report)]
    lines += since(previous, report)
    lines += longTerm(report, history)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func facts(_ report: GateReport) -> [(String, String)] {
    let comparison = report.comparison
    let evidence = report.budgets.evidence
    return [
      ("measured", comparison.created), ("by", comparison.tool), ("base", name(comparison.base)),
      ("target", name(comparison.target)), ("corpus", comparison.target.corpus), ("seed", String(comparison.seed)),
      ("rounds", String(comparison.rounds.count)),
      (
        "budgets",
        "until \(report.budgets.expires), measured \(evidence.measured) at \(evidence.commit) (\(evidence.artefact))"
      ),
      ("verdict", report.outcome.rawValue),
    ]
  }

  private static func environment(_ environment: MeasuredEnvironment) -> [(String, String)] {
    [
      ("machine", environment.machine), ("cores", String(environment.cores)), ("warm-up", String(environment.warmup)),
      ("least time", "\(Decimals.short(environment.minimumTimeMs)) ms"),
    ] + environment.variables.map { ($0.name, $0.value) }
  }

  private static func name(_ revision: Comparison.Revision) -> String {
    [revision.name, revision.commit.map { "(\($0))" }, revision.command.joined(separator: " ")].compactMap { $0 }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Milliseconds compare on one machine and corpus only; elsewhere just what is there or not does.
  private static func since(_ previous: HistoryEntry?, _ report: GateReport) -> [String] {
    guard let previous else { return ["## Since the last run", "", "There is no earlier run.", ""] }
    let comparison = report.comparison
    var lines = ["## Since the last run (\(GateMarkdown.escape(previous.commit)), \(previous.day))", ""]
    if previous.corpus != comparison.target.corpus { lines.append("- the corpus changed") }
    if previous.machine != comparison.environment.machine { lines.append("- the machine changed") }
    let isComparable =
      previous.corpus == comparison.target.corpus && previous.machine == comparison.environment.machine
    for path in report.paths {
      guard let earlier = previous.paths.first(where: { $0.name == path.name }) else {
        lines.append("- \(GateMarkdown.escape(path.name)) is new")
        continue
      }
      guard isComparable, let now = path.targetMs, earlier.targetMs > 0 else { continue }
      lines.append(
        "- \(GateMarkdown.escape(path.name)): \(GateMarkdown.milliseconds(earlier.targetMs)) → "
          + "\(GateMarkdown.milliseconds(now)) (\(Percent.text(now / earlier.targetMs - 1)))")
    }
    for earlier in previous.paths where !report.paths.contains(where: { $0.name == earlier.name }) {
      lines.append("- \(GateMarkdown.escape(earlier.name)) is not measured any more")
    }
    return lines + [""]
  }

  private static func longTerm(_ report: GateReport, _ history: [HistoryEntry]) -> [String] {
    guard !history.isEmpty else { return [] }
    let analysis = HistoryAnalysis(history)
    let names = report.paths.map(\.name)
    let creeps = names.compactMap { analysis.creep(of: $0, since: report.budgets.evidence.measured) }.map { creep in
      "- \(GateMarkdown.escape(creep.path)): \(Percent.change(creep.logRatio)) over \(creep.entries) changes"
        + (creep.gaps > 0 ? ", with \(creep.gaps) that were not measured" : "")
    }
    let steps = names.flatMap { analysis.changes(of: $0) }.map { change in
      "- \(GateMarkdown.escape(change.path)): \(GateMarkdown.milliseconds(change.beforeMs)) → "
        + "\(GateMarkdown.milliseconds(change.afterMs)) at \(GateMarkdown.escape(change.commit)) (\(change.day))"
    }
    return ["## Since the budgets were measured", ""] + (creeps.isEmpty ? ["Nothing was measured."] : creeps) + [""]
      + (steps.isEmpty ? [] : ["### Steps in the history", ""] + steps + [""])
  }
}
