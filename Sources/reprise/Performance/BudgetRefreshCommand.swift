import ArgumentParser
import JSONRPC
import PerformanceGates
import Reporting

/// `reprise budget refresh`: new budgets, proposed.
struct BudgetRefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Proposes budgets for the next quarter, each number with its evidence.",
    discussion: """
      What was measured on main since the present budgets decides (docs/performance-gate.md). Nothing is written without --write, and what \
      is written is for a person to review: the proposal says what would become normal.

      Examples:
        reprise budget refresh
        reprise budget refresh budgets/evidence.json --write

      Exit status: 0 proposed; 3 the clock is behind the history; 4 too little was measured to propose from; 64 this command line is wrong; \
      65 a file cannot be read.
      """)

  @Argument(
    help: ArgumentHelp(
      "The comparison of the newest entry of the history, to be named as the evidence. (default: the history is)",
      valueName: "evidence"))
  var evidence: String?

  @Option(help: ArgumentHelp("The present budgets.", valueName: "file"))
  var budgets = PinnedFiles.budgets

  @Option(help: ArgumentHelp("What was measured on main.", valueName: "file"))
  var history = PinnedFiles.history

  @Flag(help: "Write the proposal in the place of the present budgets.")
  var write = false

  @OptionGroup var day: DayOptions

  @Option(help: "text or json.")
  var format = ReportFormat.text

  func run() throws {
    let current = try PinnedFiles.readBudgets(budgets)
    let entries = try InputFile.read(
      history, hint: "run the gate on main after merges to fill it", HistoryEntry.history(parsing:))
    try checkEvidence(entries.last)
    let proposal = try propose(current, entries)
    let output = StandardOutput()
    switch format {
    case .text: output.write(Printable.escapeLines(proposal.markdown))
    case .json: output.write(proposal.json.serialized() + [UInt8(ascii: "\n")])
    }
    output.flush()
    guard write else { return Output.message("nothing was written; --write puts this in the place of \(budgets)") }
    try PinnedFiles.write(PrettyJSON.text(proposal.budgets.json), to: budgets)
    Output.message("wrote \(budgets)")
  }

  /// Evidence of something else is none.
  private func checkEvidence(_ newest: HistoryEntry?) throws {
    guard let evidence else { return }
    let comparison = try PinnedFiles.readComparison(evidence)
    let commit = comparison.target.commit ?? comparison.target.name
    guard let newest, newest.commit != commit else { return }
    Output.message(
      Printable.escape(
        "\(evidence): it measured \(commit), and the newest entry of \(history) is of \(newest.commit); give the file of that run"
      ))
    throw ExitReason.badInput.thrown
  }

  private func propose(_ current: Budgets, _ entries: [HistoryEntry]) throws -> BudgetProposal {
    do throws(BudgetProposalError) {
      return try BudgetProposal(current, history: entries, artefact: evidence ?? history, today: day.day)
    } catch {
      Output.message(Printable.escape("\(history): \(error)"))
      if case .fromTheFuture = error { throw ExitReason.cannotRun.thrown }
      throw ExitReason.inconclusive.thrown
    }
  }
}
