import ArgumentParser

/// The figures of the query engine, each by a subcommand.
@main
struct EngineFigures: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine-figures",
    abstract: "Measure the embedded engine on Pike's own library and on synthetic workspaces.",
    discussion: "Each subcommand prints one row or more of the table in Benchmarks/engine/README.md.",
    subcommands: [
      Handshake.self, Typing.self, Completion.self, References.self, Index.self, Symbols.self, CancelToStop.self,
      Fairness.self, Memory.self, Soak.self, Firewall.self,
    ])
}

struct LibraryOptions: ParsableArguments {
  @Option(help: "Where Pike's library is installed.")
  var library = "/usr/lib/pike8.0"

  /// The file of the library whose length is nearest to a number of lines.
  func file(lines: Int) throws -> Sample {
    let samples = Sample.all(below: library)
    guard let nearest = samples.min(by: { abs($0.lineCount - lines) < abs($1.lineCount - lines) }) else {
      throw ValidationError(
        "no .pike or .pmod files under \(library); install pike8.0, or name its library with --library")
    }
    return nearest
  }
}
