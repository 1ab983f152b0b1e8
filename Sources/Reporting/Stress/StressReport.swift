package import JSONRPC
import Replay
import Simulation
package import Stress

/// What suites came to, for people and for programs.
package enum StressReport {
  package static func lines(_ result: StressResult) -> [String] {
    var lines = ["\(result.suite): \(result.purpose)"]
    if result.notApplicable != nil { return lines + [conclusion(result)] }
    let workloads = result.workloads.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    lines.append("  \(result.sessions) sessions (\(workloads))")
    if !result.leftOut.isEmpty {
      lines.append("  left out, as the target does not speak their protocol: \(result.leftOut.joined(separator: ", "))")
    }
    // Runs of processes are never known to be the same.
    let different = result.command.isEmpty ? ", \(result.distinct) of them different" : ""
    lines.append(
      "  \(result.runs) runs\(different): \(result.passed) passed, \(result.runs - result.passed) failed")
    if !result.command.isEmpty { lines.append("  faults and limits of the suite are not for processes") }
    if !result.observations.isEmpty { lines.append("  legal, and worth knowing: \(observations(result))") }
    if result.doubleRuns > 0 {
      lines.append("  \(result.doubleRuns) runs were made twice: \(result.mismatches.count) mismatch(es)")
    }
    lines.append("  " + rates(result))
    for mismatch in result.mismatches.prefix(10) {
      lines.append("  not the same twice: \(PrintableText.escaped(mismatch))")
    }
    for failure in result.failures { lines += self.lines(failure, result) }
    lines += earlier(result)
    if let problem = result.problem { lines.append("  could not go on: \(PrintableText.escaped(problem))") }
    lines.append(conclusion(result))
    return lines
  }

  /// The line that shows again what a recording holds.
  static func reproduce(_ artefact: String?, _ result: StressResult) -> String? {
    guard let artefact else { return nil }
    var words = ["reprise", "replay", artefact]
    if !result.command.isEmpty {
      words += ["--"] + result.command
    }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  private static func lines(_ failure: StressResult.Failure, _ result: StressResult) -> [String] {
    var lines = [
      "  \(failure.count) x \(PrintableText.escaped(failure.signature)); first in session \(failure.index) (\(failure.workload))"
    ]
    for reason in failure.reasons.prefix(3) { lines.append("    " + PrintableText.escaped(String(reason.prefix(400)))) }
    if let confirmed = failure.confirmed {
      lines.append("    the same session failed like this in \(confirmed.failed) of \(confirmed.of) more runs")
    }
    if let line = reproduce(failure.artefact, result) { lines.append("    reproduce: \(line)") }
    return lines
  }

  private static func earlier(_ result: StressResult) -> [String] {
    guard result.earlier.sessions > 0 else { return [] }
    return ["  before this: \(result.earlier.sessions) sessions, \(result.earlier.runs) runs"]
      + result.earlier.failures.map { failure in
        let file = failure.artefact.map { ": \(PrintableText.escaped($0))" } ?? ""
        return "    \(failure.count) x \(PrintableText.escaped(failure.signature))\(file)"
      }
  }

  private static func observations(_ result: StressResult) -> String {
    result.observations.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  private static func rates(_ result: StressResult) -> String {
    let cpu = Double(result.processorTime) / 1e9
    let wall = Double(result.wallTime) / 1e9
    func rate(_ count: Int, _ seconds: Double) -> String { seconds > 0 ? String(Int(Double(count) / seconds)) : "-" }
    return "\(rate(result.runs, wall)) runs a second (\(rate(result.runs, cpu)) a second of processor time), "
      + "\(ShortTime.text(result.virtualTime)) of sessions in \(ShortTime.text(result.wallTime / 1000))"
  }

  package static func conclusion(_ result: StressResult) -> String {
    if let reason = result.notApplicable { return "SKIP \(result.suite): \(reason)" }
    if let problem = result.problem { return "CANNOT RUN \(result.suite): \(PrintableText.escaped(problem))" }
    if !result.mismatches.isEmpty {
      return "FAIL \(result.suite): \(result.mismatches.count) run(s) were not the same twice"
    }
    if let first = result.failures.first {
      let line = reproduce(first.artefact, result).map { "; reproduce: \($0)" } ?? ""
      guard result.passed < result.runs else {
        return "FAIL \(result.suite): \(PrintableText.escaped(first.signature))"
      }
      return "FAIL \(result.suite): \(result.runs - result.passed) of \(result.runs) runs failed\(line)"
    }
    if let first = result.earlier.failures.first {
      return "FAIL \(result.suite): nothing now, but before this \(PrintableText.escaped(first.signature))"
    }
    if result.wasInterrupted { return "INTERRUPTED \(result.suite) after \(result.runs) runs" }
    return "PASS \(result.suite): \(result.runs) runs of \(result.sessions) sessions"
  }

  // MARK: For programs

  private static let schemaVersion = 1

  package static func document(_ results: [StressResult], seed: UInt64) -> JSONValue {
    [
      "schemaVersion": number(schemaVersion), "seed": .string(String(seed)), "suites": .array(results.map(json)),
    ]
  }

  private static func json(_ result: StressResult) -> JSONValue {
    [
      "suite": .string(result.suite),
      "conclusion": .string(result.notApplicable == nil ? result.conclusion.rawValue : "skipped"),
      "notApplicable": result.notApplicable.map { .string($0) } ?? .null,
      "leftOut": .array(result.leftOut.map { .string($0) }),
      "observations": .object(
        result.observations.sorted { $0.key < $1.key }.map { JSONMember($0.key, number($0.value)) }),
      "sessions": number(result.sessions), "runs": number(result.runs), "passed": number(result.passed),
      "distinct": number(result.distinct), "doubleRuns": number(result.doubleRuns),
      "mismatches": .array(result.mismatches.map { .string($0) }), "steps": number(result.steps),
      "processorTime": number(result.processorTime / 1000), "wallTime": number(result.wallTime / 1000),
      "virtualTime": number(result.virtualTime), "next": number(result.next),
      "workloads": .object(
        result.workloads.sorted { $0.key < $1.key }.map { JSONMember($0.key, number($0.value)) }),
      "earlier": [
        "sessions": number(result.earlier.sessions), "runs": number(result.earlier.runs),
        "failures": .array(result.earlier.failures.map { .string($0.signature) }),
      ], "failures": .array(result.failures.map(json)), "problem": result.problem.map { .string($0) } ?? .null,
    ]
  }

  private static func json(_ failure: StressResult.Failure) -> JSONValue {
    [
      "signature": .string(failure.signature), "count": number(failure.count), "session": number(failure.index),
      "workload": .string(failure.workload), "artefact": failure.artefact.map { .string($0) } ?? .null,
      "scheduler": .string(failure.options.scheduler.text), "seed": .string(String(failure.options.seed)),
      "reasons": .array(failure.reasons.map { .string($0) }),
    ]
  }

  private static func number(_ value: some BinaryInteger) -> JSONValue { .number(String(value)) }
}
