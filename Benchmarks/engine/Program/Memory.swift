import ArgumentParser
import FigureSupport
import PikeAnalysis
import PikeSyntax
import QueryEngine

/// Growth of resident memory over many edits.
struct Memory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "2,000 one-character edits of a document of 107 KB.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Edits.") var count = 2_000

  func run() async throws {
    let samples = Sample.all(below: library.library)
    guard let sample = samples.min(by: { abs($0.bytes.count - 107_000) < abs($1.bytes.count - 107_000) }) else {
      throw ValidationError("no files under \(library.library); install pike8.0, or name its library with --library")
    }
    var session = try await EditingSession(sample, library: library)
    // The first ones fill what is meant to be kept.
    for _ in 0..<100 {
      try session.type()
      _ = await session.subject.ask(.diagnostics(session.file))
    }
    let before = Resident.megabytes
    for _ in 0..<count {
      try session.type()
      _ = await session.subject.ask(.diagnostics(session.file))
    }
    let growth = Resident.megabytes - before
    row(
      "\(count) edits of \(sample.bytes.count / 1000) KB, each with diagnostics: growth of resident memory",
      asked: "20 MB", measured: "\(growth.rounded(1)) MB (\(before.rounded(1)) MB before)", holds: growth < 20)
  }
}
