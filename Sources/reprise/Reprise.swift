import ArgumentParser

/// The table of contents.
@main
struct Reprise: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprise",
    abstract: "Records, replays and judges what an editor and a language server say to each other.",
    subcommands: [])
}
