import ArgumentParser
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
      let subject = try EngineUnderTest(library: library.library)
      let file = FileID("/workspace/edited.pike")
      _ = try subject.engine.openDocument(file, version: 1, text: sample.text)
      var typist = Typist(file, sample)
      for _ in 0..<3 { _ = await subject.ask(.diagnostics(file)) }
      var times: [Double] = []
      var found = 0
      for _ in 0..<count {
        let start = processMilliseconds()
        try typist.type(into: subject.engine)
        let response = await subject.ask(.diagnostics(file))
        times.append(processMilliseconds() - start)
        guard case .result(.diagnostics(let list)) = response.outcome else {
          throw ValidationError("no diagnostics came: \(response.outcome)")
        }
        found += list.count
      }
      let (half, most) = (quantile(times, 0.5), quantile(times, 0.95))
      row(
        "change + diagnostics, \(sample.lineCount) lines, CPU p50 / p95", asked: "\(p50) / \(p95) ms",
        measured: "\(format(half)) / \(format(most)) ms, \(found / count) diagnostics a time",
        holds: half < p50 && most < p95)
    }
  }
}
