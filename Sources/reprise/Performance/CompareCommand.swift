import ArgumentParser
import Benchmarking
import Foundation
import JSONRPC
import PerformanceGates
import ProcessControl

/// `reprise compare`: two programs, side by side.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Measure two revisions, or two commands, in interleaved pairs.",
    discussion: """
      Both sides are started afresh many times, and are measured in turn, close together, in random order \
      (docs/performance-gate.md). Revisions are checked out and built in work trees of their own, as reprise.yaml says, and are kept \
      by commit. Recordings make language servers comparable: each method of each recording is a path.

        reprise compare --base origin/main --target HEAD --output comparison.json
        reprise compare session.trace.gz --base-command 'clangd-18' --target-command 'clangd-19'
        reprise compare --base v1.0 --target v1.1 --iterations 3

      Exit status: 0 it was measured, whatever came out (`reprise budget check` judges); 3 a side could not be built or run, or the two \
      do not do the same; 4 the machine is too noisy; 64 this command line is wrong; 65 a file is no good; 130 interrupted.
      """)

  @OptionGroup var options: ComparisonOptions

  @Option(help: ArgumentHelp("How many rounds, each with fresh processes.", valueName: "n"))
  var iterations = 1

  @Option(help: "How to print the result: text or json.")
  var format = ReportFormat.text

  func validate() throws {
    guard (1...100).contains(iterations) else {
      throw ValidationError("--iterations \(iterations): give a number from 1 to 100.")
    }
  }

  func run() throws {
    MachineDescription.fixEnvironment()
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    try ComparisonRun.reporting {
      var plan = GatePlan.check
      plan.passes = iterations
      let run = try ComparisonRun(options, plan: plan, budgets: try options.readBudgets(), interrupt: interrupt)
      let report = try run.measure(rounds: iterations).report()
      let output = StandardOutput()
      switch format {
      case .text: output.write(GateMarkdown.text(report))
      case .json: output.write(GateJSON.value(report).serialized() + [UInt8(ascii: "\n")])
      }
      output.flush()
      if report.outcome == .invalid { throw ExitCode(report.exitCode) }
    }
  }
}
