package import JSONRPC

/// What many simulated runs of one recording came to.
package enum CampaignReport {
  package static func lines(_ result: Campaign.Result) -> [String] {
    var lines = ["\(result.recording), \(result.runs) runs in virtual time from seed \(result.firstSeed)"]
    let cpu = Double(result.processorTime) / 1e9
    lines.append(
      "  \(result.passed) passed, \(result.runs - result.passed) failed; \(result.distinct) different ones; hash of all "
        + TextReport.hex(result.hash))
    lines.append(
      "  \(result.doubleRuns) of them run twice: \(result.mismatches.count) mismatch(es)")
    lines.append(
      "  \(ShortTime.text(result.time)) in \(ShortTime.text(result.processorTime / 1000)) of processor time: "
        + "\(rate(Double(result.time) / 1e6, cpu)) virtual seconds, \(rate(Double(result.runs), cpu)) runs, "
        + "\(rate(Double(result.distinct), cpu)) different ones and \(rate(Double(result.decisions), cpu)) decisions a second"
    )
    for failure in result.failures {
      lines.append(
        "  \(failure.count) x \(PrintableText.escaped(failure.signature)); first with seed \(failure.options.seed)")
      lines.append(
        "    reproduce: reprise replay \(failure.artefact ?? result.recording + " --seed \(failure.options.seed)")")
    }
    for mismatch in result.mismatches.prefix(10) {
      lines.append(
        "  seed \(mismatch.options.seed) was not the same twice: \(PrintableText.escaped(mismatch.difference))")
    }
    lines.append(conclusion(result))
    return lines
  }

  private static func rate(_ count: Double, _ seconds: Double) -> String {
    seconds > 0 ? String(Int((count / seconds).rounded())) : "-"
  }

  private static func conclusion(_ result: Campaign.Result) -> String {
    if result.wasInterrupted { return "INTERRUPTED after \(result.runs) runs" }
    if !result.mismatches.isEmpty { return "FAIL: \(result.mismatches.count) run(s) were not the same twice" }
    if let first = result.failures.first {
      let line = first.artefact.map { "reprise replay \($0)" } ?? "--seed \(first.options.seed)"
      return "FAIL: \(result.runs - result.passed) of \(result.runs) runs failed; reproduce: \(line)"
    }
    return "PASS: \(result.runs) runs"
  }

  // MARK: JSON

  package static func json(_ result: Campaign.Result) -> JSONValue {
    [
      "recording": .string(result.recording), "clock": "virtual", "firstSeed": .string(String(result.firstSeed)),
      "runs": number(result.runs), "passed": number(result.passed), "distinct": number(result.distinct),
      "doubleRuns": number(result.doubleRuns), "interrupted": .bool(result.wasInterrupted),
      "hash": .string(TextReport.hex(result.hash)), "steps": number(result.steps),
      "decisions": number(result.decisions), "virtualTime": number(result.time),
      "processorTime": number(result.processorTime / 1000),
      "failures": .array(result.failures.map(failure)),
      "mismatches": .array(
        result.mismatches.map {
          ["seed": .string(String($0.options.seed)), "difference": .string($0.difference)]
        }),
    ]
  }

  private static func failure(_ failure: Campaign.Failure) -> JSONValue {
    [
      "signature": .string(failure.signature), "count": number(failure.count),
      "seed": .string(String(failure.options.seed)), "artefact": failure.artefact.map { .string($0) } ?? .null,
      "failures": .array(failure.verdict.failures.map { .string($0) }),
    ]
  }

  private static func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}
