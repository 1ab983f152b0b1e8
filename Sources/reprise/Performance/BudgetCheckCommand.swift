import ArgumentParser
import PerformanceGates

/// `reprise budget check`: a comparison's verdict.
struct BudgetCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Holds a comparison against the budgets, as it is, with nothing measured again.",
    discussion: """
      All rounds of the comparison must pass and agree. With --rounds it is judged as `reprise gate` judges: that many rounds in a row, each \
      with its self-test, failures confirmed.

      Examples:
        reprise compare --base origin/main --target HEAD --output comparison.json
        reprise budget check comparison.json
        reprise budget check gate.json --rounds 2 --today 2026-12-31 --format json

      Exit status: 0 PASS; 1 FAIL; 4 UNRESOLVED, or a machine too noisy; 3 INVALID: expired budgets, another corpus, a missing path, nothing \
      measured; 64 this command line is wrong; 65 a file cannot be read.
      """)

  @Argument(help: ArgumentHelp("What `reprise compare` or `reprise gate` wrote.", valueName: "comparison"))
  var file: String

  @Option(help: ArgumentHelp("The budgets.", valueName: "file"))
  var budgets = PinnedFiles.budgets

  @Option(
    help: ArgumentHelp(
      "Where the corpus is pinned. (default: \(PinnedFiles.corpus), where there is one)", valueName: "manifest"))
  var corpus: String?

  @Option(help: ArgumentHelp("Judge as the gate does: so many rounds in a row must pass.", valueName: "n"))
  var rounds: Int?

  @OptionGroup var day: DayOptions

  @Option(help: "text, json or github.")
  var format = VerdictFormat.text

  func validate() throws {
    if let rounds, !(1...100).contains(rounds) {
      throw ValidationError("--rounds \(rounds): give a number from 1 to 100, such as 2.")
    }
  }

  func run() throws {
    let budgets = try PinnedFiles.readBudgets(budgets)
    let manifest = try corpus.map(PinnedFiles.readCorpus) ?? PinnedFiles.readCorpusIfThere(PinnedFiles.corpus)
    let comparison = try PinnedFiles.readComparison(file)
    var plan = GatePlan.check(comparison)
    if let rounds {
      plan = .gate
      plan.passes = rounds
    }
    // Where nothing is pinned, the budgets alone name the corpus.
    let pinned = manifest?.hash ?? budgets.corpus
    let report = GateSession(comparison, budgets: budgets, plan: plan, today: day.day, pinnedCorpus: pinned).report()
    format.write(
      text: GateMarkdown.text(report), json: GateJSON.value(report), annotations: report.annotations)
    guard report.exitCode != 0 else { return }
    Reproduction.say(
      ["budget", "check", file, "--budgets", self.budgets, "--today", "\(day.day)"]
        + (corpus.map { ["--corpus", $0] } ?? []) + (rounds.map { ["--rounds", String($0)] } ?? []))
    throw ExitCode(report.exitCode)
  }
}
