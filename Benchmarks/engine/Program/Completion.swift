import ArgumentParser
import PikeAnalysis
import QueryEngine

/// Change and completion, CPU time.
struct Completion: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "One keystroke and the completion behind it.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Keystrokes.") var count = 600

  func run() async throws {
    let sample = try library.file(lines: 1_000)
    let subject = try EngineUnderTest(library: library.library)
    let file = FileID("/workspace/edited.pike")
    _ = try subject.engine.openDocument(file, version: 1, text: sample.text)
    var typist = Typist(file, sample)
    _ = await subject.ask(.diagnostics(file))
    _ = await subject.ask(.completion(file, typist.position))
    var times: [Double] = []
    var items = 0
    for _ in 0..<count {
      let start = processMilliseconds()
      try typist.type(into: subject.engine)
      let response = await subject.ask(.completion(file, typist.position))
      times.append(processMilliseconds() - start)
      guard case .result(.completion(let list)) = response.outcome else {
        throw ValidationError("no completion came: \(response.outcome)")
      }
      items += list.items.count
    }
    let most = quantile(times, 0.95)
    row(
      "change + completion, \(sample.lineCount) lines, CPU p50 / p95", asked: "p95 1.5 ms",
      measured: "\(format(quantile(times, 0.5))) / \(format(most)) ms, \(items / count) items a time", holds: most < 1.5
    )
  }
}
