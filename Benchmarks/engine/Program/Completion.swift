import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// Change and completion, CPU time.
struct Completion: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "One keystroke and the completion behind it.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Keystrokes.") var count = 600

  func run() async throws {
    let sample = try library.file(lines: 1_000)
    var session = try await EditingSession(sample, library: library)
    _ = await session.subject.ask(.completion(session.file, session.position))
    var times: [Double] = []
    var items = 0
    for _ in 0..<count {
      let (time, response) = try await processMilliseconds {
        try session.type()
        return await session.subject.ask(.completion(session.file, session.position))
      }
      times.append(time)
      guard case .result(.completion(let list)) = response.outcome else {
        throw ValidationError("no completion came: \(response.outcome)")
      }
      items += list.items.count
    }
    row(
      "change + completion, \(sample.lineCount) lines, CPU p50 / p95", asked: "p95 1.5 ms",
      measured: "\(times.halfAnd(0.95)), \(items / count) items a time",
      holds: quantile(0.95, of: times) < 1.5 && items > 0)
  }
}
