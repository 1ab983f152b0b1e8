import ArgumentParser
import Benchmarking
import Foundation
import JSONRPC
import PerformanceGates
import ProcessControl

/// `reprise gate`: whether a change may go in.
struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate",
    abstract: "Compare, hold against the budgets, run the stress suites, and decide, for CI.",
    discussion: """
      A change passes when two rounds in a row pass and agree, no counter grew, and all suites are green. Each round tests itself: base \
      against itself must pass, and base with 5 % more work must fail (docs/performance-gate.md).

        reprise gate --base origin/main --target HEAD
        reprise gate --format github --output comparison.json --evidence evidence.md
        reprise gate --history budgets/history.jsonl --append

      Exit status: 0 PASS; 1 FAIL; 3 INVALID: files or programs must change first, or a side could not be built; 4 UNRESOLVED, or INVALID for \
      noise: hold; 64 this command line is wrong; 65 a file is no good; 130 interrupted.
      """)

  @OptionGroup var options: ComparisonOptions

  @Option(help: ArgumentHelp("How many rounds in a row must pass and agree.", valueName: "n"))
  var rounds = 2

  @Option(
    help: ArgumentHelp("Stress suites that must be green. (default: suites/*.yaml of the target)", valueName: "file"))
  var suite: [String] = []

  @Option(help: ArgumentHelp("How long all suites together go on.", valueName: "time"))
  var suiteTime = "40s"

  @Flag(help: "Do not run the suites; somebody else does.")
  var noSuites = false

  @Option(help: ArgumentHelp("One line for each change on main.", valueName: "file"))
  var history: String?

  @Flag(help: "Add this run to the history.")
  var append = false

  @Option(help: ArgumentHelp("Write all that a reviewer asks for here, as Markdown.", valueName: "file"))
  var evidence: String?

  @Option(help: "How to print the result: text, json or github (annotations, and the step's summary).")
  var format = VerdictFormat.text

  func validate() throws {
    guard (1...10).contains(rounds) else { throw ValidationError("--rounds \(rounds): give a number from 1 to 10.") }
    if append, history == nil { throw ValidationError("--append: to which file? Name it with --history.") }
  }

  func run() throws {
    MachineDescription.fixEnvironment()
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    try ComparisonRun.reporting {
      let entries = try readHistory()
      var plan = GatePlan.gate
      plan.passes = rounds
      let run = try ComparisonRun(options, plan: plan, budgets: try options.readBudgets(), interrupt: interrupt)
      let session = try run.measure()
      let suites = noSuites ? [] : GateSuites(run.contest, given: suite, time: suiteTime).run()
      let report = session.report(suites: suites)
      format.write(text: GateMarkdown.text(report), json: GateJSON.value(report), annotations: report.annotations)
      try keep(report, entries)
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }

  private func readHistory() throws -> [HistoryEntry] {
    guard let history else { return [] }
    return try InputFile.readIfThere(history, HistoryEntry.history(parsing:)) ?? []
  }

  private func keep(_ report: GateReport, _ entries: [HistoryEntry]) throws {
    if let evidence {
      try TextFile.write(EvidenceDocument.text(report, previous: entries.last, history: entries), to: evidence)
    }
    // What could not be judged leaves no trace: a history of noise would be worse than one with gaps.
    if append, let history, report.outcome == .pass || report.outcome == .fail {
      let line = HistoryEntry(report, day: CalendarDay.today).json.serialized() + [UInt8(ascii: "\n")]
      try TextFile.append(String(decoding: line, as: UTF8.self), to: history)
    }
  }
}
