package import JSONRPC

extension RolloutDrill {
  package static func isPassed(_ cases: [Case]) -> Bool { !cases.isEmpty && cases.allSatisfy(\.passed) }

  /// A row for what was planted, a column for each stage: what was decided, and where nothing was seen.
  package static func markdown(_ cases: [Case]) -> String {
    let missed = cases.count { !$0.passed }
    var names: [String] = []
    for one in cases where !names.contains(one.planted) { names.append(one.planted) }
    let stages = RolloutStage.allCases.filter { stage in cases.contains { $0.stage == stage } }
    var lines = [
      "## \(isPassed(cases) ? "PASS" : "FAIL"): \(cases.count - missed) of \(cases.count) planted cases were seen", "",
      "| Planted | Expected | \(stages.map(\.rawValue).joined(separator: " | ")) |",
      "| --- | --- |\(stages.map { _ in " --- |" }.joined())",
    ]
    lines += names.map { name in
      let row = cases.filter { $0.planted == name }
      let cells = stages.map { stage in row.first { $0.stage == stage }.map(cell) ?? "" }
      return "| " + ([GateMarkdown.escape(name), row[0].expected.rawValue] + cells).joined(separator: " | ") + " |"
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func cell(_ one: Case) -> String {
    if one.passed { return one.decision.rawValue }
    return one.kind == nil ? "**\(one.decision.rawValue), alarm**" : "**\(one.decision.rawValue), missed**"
  }

  package static func json(_ cases: [Case]) -> JSONValue {
    [
      "schemaVersion": .number(FileVersion.verdict), "kind": "rollout-drill",
      "outcome": .string(isPassed(cases) ? "PASS" : "FAIL"),
      "cases": .array(
        cases.map { one in
          .compact([
            ("stage", .string(one.stage.rawValue)), ("planted", .string(one.planted)),
            ("expected", .string(one.expected.rawValue)), ("decision", .string(one.decision.rawValue)),
            ("finding", one.kind.map { .string($0.rawValue) } ?? .null), ("seen", .bool(one.wasFound)),
            ("passed", .bool(one.passed)),
          ])
        }),
    ]
  }
}
