import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// Change and first diagnostics, CPU time.
struct Typing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "One keystroke and the diagnostics of that version.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Keystrokes.") var count = 600

  func run() async throws {
    for (lines, p50, p95) in [(1_000, 1.0, 2.0), (3_300, 2.0, 4.0)] {
      let sample = try library.file(lines: lines)
      var session = try await EditingSession(sample, library: library)
      var times: [Double] = []
      var found = 0
      for _ in 0..<count {
        let (time, response) = try await processMilliseconds {
          try session.type()
          return await session.subject.ask(.diagnostics(session.file))
        }
        times.append(time)
        guard case .result(.diagnostics(let list)) = response.outcome else {
          throw ValidationError("no diagnostics came: \(response.outcome)")
        }
        found += list.count
      }
      row(
        "change + diagnostics, \(sample.lineCount) lines, CPU p50 / p95", asked: "\(p50) / \(p95) ms",
        measured: "\(times.halfAnd(0.95)), \(found / count) diagnostics a time",
        holds: quantile(0.5, of: times) < p50 && quantile(0.95, of: times) < p95)
    }
  }
}
