import Measurement
import PerformanceGates
import Testing

@Suite struct EvidenceDocumentTests {
  private var report: GateReport {
    let rounds = (1...2).map { Sample.round([Sample.series(seed: UInt64($0))], seed: UInt64($0)) }
    return Sample.report(Sample.comparison(rounds: rounds), suites: [SuiteResult(name: "typing", outcome: .pass)])
  }

  @Test func itHasWhatAReviewerAsksFor() {
    let text = EvidenceDocument.text(report, previous: nil)
    for part in [
      "| base | origin/main (1234567) reprise engine |", "| corpus | c0ffee00 |", "| seed | 7 |", "| TZ | UTC |",
      "| cores | 2 |", "until 2027-03-01, measured 2026-12-01 at abc1234 (comparison.json)", "## PASS: ",
      "- typing: PASS",
      "There is no earlier run.", "| verdict | PASS |",
    ] {
      let isThere = text.contains(part)
      #expect(isThere, "\(part) is missing in:\n\(text)")
    }
  }

  @Test func itSaysWhatChangedSinceTheLastRun() throws {
    var previous = SampleHistory.entries([0], machine: "linux x86_64")[0]
    previous.paths[0].targetMs = 2
    previous.paths.append(previous.paths[0])
    previous.paths[1].name = "hover"
    let same = EvidenceDocument.text(report, previous: previous)
    #expect(same.contains("- startup: 2.00 ms → 1.") && same.contains("- hover is not measured any more"), "\(same)")
    // On another machine milliseconds do not compare.
    previous.machine = "another"
    let other = EvidenceDocument.text(report, previous: previous)
    #expect(other.contains("- the machine changed") && !other.contains("2.00 ms →"))
  }

  @Test func itShowsCreepAndSteps() {
    let shares = (0..<30).map { $0 == 15 ? 0.05 : 0 }
    let text = EvidenceDocument.text(report, previous: nil, history: SampleHistory.entries(shares))
    #expect(text.contains("- startup: +5.") || text.contains("- startup: +4."), "\(text)")
    #expect(text.contains("over 30 changes") && text.contains("### Steps in the history"), "\(text)")
  }
}
