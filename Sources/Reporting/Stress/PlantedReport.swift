package import JSONRPC
import Replay
package import Stress

/// Which planted faults were found, and how soon.
package enum PlantedReport {
  package static func lines(_ outcomes: [PlantedCampaign.Outcome]) -> [String] {
    var table = TextTable(
      ["fault", "suite", "found as", "expected", "sessions", "runs", "processor time"],
      [.left, .left, .left, .left, .right, .right, .right])
    for outcome in outcomes {
      table.append([
        outcome.candidate.id, outcome.candidate.suite,
        outcome.signature.map { PrintableText.escaped($0) } ?? "NOT FOUND",
        outcome.candidate.property, String(outcome.sessions), String(outcome.runs),
        ShortTime.text(outcome.processorTime / 1000),
      ])
    }
    var lines = table.lines(palette: Palette(isOn: false))
    for outcome in outcomes {
      if let artefact = outcome.artefact {
        lines.append("  reproduce \(outcome.candidate.id): reprise replay \(ShellWord.quoted(artefact))")
      }
      if let problem = outcome.problem { lines.append("  \(outcome.candidate.id): \(PrintableText.escaped(problem))") }
    }
    for outcome in outcomes where outcome.signature == nil {
      lines.append("  not found: \(outcome.candidate.id): \(outcome.candidate.summary)")
    }
    let times = outcomes.filter { $0.signature != nil }.map(\.processorTime).sorted()
    let soon = times.count { $0 < 10_000_000_000 }
    let median = times.isEmpty ? "-" : ShortTime.text(times[times.count / 2] / 1000)
    lines.append(
      "\(PlantedCampaign.isPassed(outcomes) ? "PASS" : "FAIL"): \(times.count) of \(outcomes.count) planted faults found, \(soon) of them within 10 s of "
        + "processor time; median \(median)")
    return lines
  }

  package static func document(_ outcomes: [PlantedCampaign.Outcome], seed: UInt64) -> JSONValue {
    [
      "schemaVersion": 1, "seed": .string(String(seed)), "planted": .array(outcomes.map(json)),
    ]
  }

  private static func json(_ outcome: PlantedCampaign.Outcome) -> JSONValue {
    [
      "fault": .string(outcome.candidate.id), "summary": .string(outcome.candidate.summary),
      "suite": .string(outcome.candidate.suite), "expected": .string(outcome.candidate.property),
      "found": outcome.signature.map { .string($0) } ?? .null, "reason": outcome.reason.map { .string($0) } ?? .null,
      "sessions": .number(String(outcome.sessions)), "runs": .number(String(outcome.runs)),
      "processorTime": .number(String(outcome.processorTime / 1000)),
      "artefact": outcome.artefact.map { .string($0) } ?? .null,
      "problem": outcome.problem.map { .string($0) } ?? .null,
    ]
  }
}
