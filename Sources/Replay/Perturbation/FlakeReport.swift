package import JSONRPC
import Measurement

/// What perturbed replays of a process came to.
package enum FlakeReport {
  package static func lines(_ result: PerturbedCampaign.Result) -> [String] {
    var lines = [
      "\(result.recording), replayed \(result.runs) times with other timings, seeds from \(result.firstSeed) on"
    ]
    let rate = result.failureRate
    lines.append(
      "  \(result.passed.count) passed, \(result.failed) failed: \(percent(rate.rate)) fail, between \(percent(rate.low)) and "
        + "\(percent(rate.high)) with 95 % confidence")
    if !result.passed.isEmpty { lines.append("  passed with seeds \(list(result.passed))") }
    for failure in result.failures {
      lines.append("  failed with seeds \(list(failure.seeds)): \(PrintableText.escaped(failure.signature))")
      lines.append("    \(PrintableText.escaped(failure.example))")
      if let path = failure.artefact { lines.append("    the session: \(path)") }
    }
    return lines + [conclusion(result)]
  }

  private static func conclusion(_ result: PerturbedCampaign.Result) -> String {
    if let problem = result.problem { return "FAIL: after \(result.runs) runs: \(PrintableText.escaped(problem))" }
    if result.wasInterrupted { return "INTERRUPTED after \(result.runs) runs" }
    guard let seed = result.failures.first?.seeds.first else { return "PASS: \(result.runs) runs" }
    let word = result.isFlaky ? "FLAKY" : "FAIL"
    return "\(word): \(result.failed) of \(result.runs) runs failed; reproduce: \(reproduce(result, seed))"
  }

  private static func reproduce(_ result: PerturbedCampaign.Result, _ seed: UInt64) -> String {
    result.reproduce.split(separator: " ", omittingEmptySubsequences: false)
      .map { $0 == "SEED" ? String(seed) : String($0) }.joined(separator: " ")
  }

  private static func list(_ seeds: [UInt64]) -> String {
    let shown = seeds.prefix(8).map(String.init).joined(separator: ", ")
    return seeds.count > 8 ? "\(shown) and \(seeds.count - 8) more" : shown
  }

  /// With as many digits as tell something.
  private static func percent(_ rate: Double) -> String {
    let hundredths = Int((rate * 10_000).rounded())
    let fraction = String(hundredths % 100)
    return "\(hundredths / 100).\(fraction.count == 1 ? "0" : "")\(fraction) %"
  }

  package static func json(_ result: PerturbedCampaign.Result) -> JSONValue {
    let rate = result.failureRate
    return [
      "recording": .string(result.recording), "command": .array(result.command.map { .string($0) }),
      "runs": number(result.runs), "passed": seeds(result.passed), "failed": number(result.failed),
      "failureRate": .number("\(rate.rate)"), "confidence": .number("0.95"),
      "interval": [.number("\(rate.low)"), .number("\(rate.high)")], "flaky": .bool(result.isFlaky),
      "interrupted": .bool(result.wasInterrupted), "problem": result.problem.map { .string($0) } ?? .null,
      "failures": .array(
        result.failures.map {
          [
            "signature": .string($0.signature), "seeds": seeds($0.seeds), "example": .string($0.example),
            "artefact": $0.artefact.map { .string($0) } ?? .null,
          ]
        }),
    ]
  }

  private static func seeds(_ seeds: [UInt64]) -> JSONValue { .array(seeds.map { .string(String($0)) }) }
  private static func number(_ value: Int) -> JSONValue { .number(String(value)) }
}
