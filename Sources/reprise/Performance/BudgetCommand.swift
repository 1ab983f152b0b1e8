import ArgumentParser

/// `reprise budget`: how much slower each path may become.
struct BudgetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "budget",
    abstract: "Holds a comparison against the budgets; proposes new ones with the evidence.",
    subcommands: [BudgetCheckCommand.self, BudgetRefreshCommand.self])

  func run() throws { throw ExitReason.refused("budget: which one? say check or refresh; see `reprise budget --help`") }
}
