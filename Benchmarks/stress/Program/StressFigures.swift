import ArgumentParser

/// What `Benchmarks/stress/figures` needs beside `reprise stress` and `reprise shrink`.
@main
struct StressFigures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stress-figures",
    abstract: "A plain stress loop, and long failing sessions, for the figures of stress.",
    subcommands: [Plain.self, LongSession.self, Drift.self])
}
