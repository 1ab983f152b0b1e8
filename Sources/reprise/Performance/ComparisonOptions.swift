import ArgumentParser
import Benchmarking
import PerformanceGates

/// What is compared, and how much is measured: the same for `compare` and `gate`.
struct ComparisonOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Recordings: language servers are measured on them. Without any, the paths that the programs know by themselves.",
      valueName: "recording"))
  var recordings: [String] = []

  @Option(help: ArgumentHelp("The git revision that is compared with.", valueName: "ref"))
  var base = "origin/main"

  @Option(help: ArgumentHelp("The git revision that is judged.", valueName: "ref"))
  var target = "HEAD"

  @Option(help: ArgumentHelp("A command in place of the base revision.", valueName: "command"))
  var baseCommand: String?

  @Option(help: ArgumentHelp("A command in place of the target revision.", valueName: "command"))
  var targetCommand: String?

  @Option(help: ArgumentHelp("Operations before the first pair of each restart, by two dozen.", valueName: "n"))
  var warmup = 1

  @Option(
    help: ArgumentHelp("How long each path's samples should take together in a restart.", valueName: "milliseconds"))
  var minTime = 300.0

  @Option(help: ArgumentHelp("Where built revisions are kept. (default: the user's cache folder)", valueName: "dir"))
  var cache: String?

  @Option(help: ArgumentHelp("The budgets. (default: budgets/budgets.json, where there is one)", valueName: "file"))
  var budgets: String?

  @Option(
    help: ArgumentHelp("The pinned corpus. (default: budgets/corpus.json, where there is one)", valueName: "file"))
  var corpus: String?

  @Option(name: [.short, .long], help: ArgumentHelp("Write all that was measured here, as JSON.", valueName: "file"))
  var output: String?

  @Flag(help: "No progress on standard error.")
  var quiet = false

  func validate() throws {
    if (baseCommand == nil) != (targetCommand == nil) {
      throw ValidationError("Give both --base-command and --target-command, or neither.")
    }
    guard (1...1000).contains(warmup) else {
      throw ValidationError("--warmup \(warmup): give a number from 1 to 1000.")
    }
    guard minTime > 0, minTime <= 60_000 else {
      throw ValidationError("--min-time \(minTime): give milliseconds, from above 0 to 60000.")
    }
  }

  /// Budgets that nobody named are of the paths that the programs know by themselves.
  func readBudgets() throws -> Budgets? {
    if budgets == nil, !recordings.isEmpty { return nil }
    return try budgets.map(PinnedFiles.readBudgets)
      ?? InputFile.readIfThere(PinnedFiles.budgets, Budgets.init(parsing:))
  }

  func readManifest() throws -> CorpusManifest? {
    try corpus.map(PinnedFiles.readCorpus) ?? PinnedFiles.readCorpusIfThere(PinnedFiles.corpus)
  }
}
