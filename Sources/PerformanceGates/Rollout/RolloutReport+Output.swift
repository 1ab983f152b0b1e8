package import JSONRPC

extension RolloutReport {
  /// For people.
  package var markdown: String {
    let target = decision == .go ? stage.next.map { ": on to \($0.rawValue)" } ?? ": the rollout is complete" : ""
    var lines = ["## \(decision.rawValue)\(target)", ""]
    lines.append("Stage \(stage.rawValue), build \(GateMarkdown.escape(build)).")
    lines.append("")
    lines.append("| | Seen | Needed |")
    lines.append("| --- | ---: | ---: |")
    lines.append("| observed | \(Decimals.fixed(observedHours, 1)) h | \(Decimals.fixed(neededHours, 1)) h |")
    lines.append("| queries | \(queries) | |")
    lines.append(
      "| errors | \(errors) (\(percent(errorRateLow)) to \(percent(errorRateHigh))) | |")
    lines.append("| p95 | \(GateMarkdown.milliseconds(p95Ms)) | |")
    if !findings.isEmpty {
      lines += [""] + findings.map { "- \($0.kind.decision.rawValue): \(GateMarkdown.escape($0.message))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func percent(_ share: Double) -> String { "\(Decimals.short(share * 100)) %" }

  /// For machines.
  package var json: JSONValue {
    .compact([
      ("schemaVersion", .number(FileVersion.verdict)), ("kind", "rollout"), ("stage", .string(stage.rawValue)),
      ("build", .string(build)), ("decision", .string(decision.rawValue)), ("exitCode", .number(Int(exitCode))),
      ("next", decision == .go ? stage.next.map { .string($0.rawValue) } ?? .null : .null),
      ("queries", .number(queries)),
      ("errors", .number(errors)), ("p95Ms", p95Ms.map { .number($0) } ?? .null),
      ("observedHours", .number(observedHours)),
      ("neededHours", .number(neededHours)),
      (
        "findings",
        .array(
          findings.map { finding in
            [
              "kind": .string(finding.kind.rawValue), "decision": .string(finding.kind.decision.rawValue),
              "message": .string(finding.message),
            ]
          })
      ),
    ])
  }
}
