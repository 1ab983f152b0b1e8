import ArgumentParser
import PerformanceGates

/// `reprise rollout`: go, hold or roll back.
struct RolloutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rollout",
    abstract: "Says whether a release goes on, holds or goes back, from its telemetry.",
    subcommands: [RolloutCheckCommand.self, RolloutDrillCommand.self])

  func run() throws { throw ExitReason.refused("rollout: which one? say check or drill; see `reprise rollout --help`") }
}

struct RolloutPolicyOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file that changes limits. (default: those of docs/performance-gate.md)", valueName: "file"))
  var policy: String?

  func read() throws -> RolloutPolicy {
    guard let policy else { return RolloutPolicy() }
    return try InputFile.read(
      policy, hint: "leave --policy away for the documented limits", RolloutPolicy.init(parsing:))
  }
}
