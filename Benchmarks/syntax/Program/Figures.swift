import ArgumentParser

/// The figures of PikeSyntax, each by a subcommand.
@main
struct Figures: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax-figures",
    abstract: "Measure the Pike parser on Pike's own library.",
    discussion: "Each subcommand prints one row or more of the table in Benchmarks/syntax/README.md.",
    subcommands: [Check.self, Tree.self, Speed.self, Keystrokes.self, Growth.self, Edits.self, Judge.self])
}

struct LibraryOptions: ParsableArguments {
  @Option(help: "Where Pike's library is installed.")
  var library = "/usr/lib/pike8.0"

  @Option(help: "Only files whose path ends so.")
  var only = ""

  func load() throws -> Library {
    let library = Library(root: library, only: only)
    if library.sources.isEmpty {
      throw ValidationError(
        "no .pike or .pmod files under \(self.library); install pike8.0, or name its library with --library")
    }
    return library
  }
}
