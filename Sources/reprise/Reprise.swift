import ArgumentParser
import EngineTargets

/// The table of contents.
@main
struct Reprise: AsyncParsableCommand {
  static let version = Release.version

  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Records, replays and judges what an editor and a language server say to each other.",
    version: version,
    subcommands: [
      RecordCommand.self, ReplayCommand.self, ShowCommand.self, StatsCommand.self, DiffCommand.self, CheckCommand.self,
      StressCommand.self, ShrinkCommand.self, BenchCommand.self, CompareCommand.self, GateCommand.self,
      BudgetCommand.self, CorpusCommand.self, RolloutCommand.self,
      EngineCommand.self,
    ])
}
