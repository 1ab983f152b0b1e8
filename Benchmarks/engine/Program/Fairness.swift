import ArgumentParser
import PikeAnalysis
import QueryEngine
import Synchronization

/// What typing waits for beside a full background load.
struct Fairness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Queue wait of typing requests beside background work that never ends.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Keystrokes.") var count = 400

  func run() async throws {
    let sample = try library.file(lines: 1_000)
    // The library as a workspace: its diagnostics are computed over and over, since each setting changes what files mean.
    let subject = try EngineUnderTest(root: library.library, library: library.library)
    let file = FileID("/workspace/edited.pike")
    _ = try subject.engine.openDocument(file, version: 1, text: sample.text)
    _ = await subject.ask(.diagnostics(file))
    let isOver = Flag()
    let finished = Counter()
    let load = (0..<4).map { number in
      Task {
        while !isOver.value {
          _ = await subject.ask(number == 0 ? .libraryIndex : .workspaceDiagnostics, as: .background)
          finished.add()
          await Task.yield()
        }
      }
    }
    var typist = Typist(file, sample)
    var waits: [Double] = []
    for index in 0..<count {
      try typist.type(into: subject.engine)
      if index % 40 == 0 {
        var settings = EngineSettings()
        settings.libraryPath = library.library
        settings.defines = ["ROUND=\(index)"]
        _ = try subject.engine.updateSettings(settings)
      }
      let response = await subject.ask(index % 2 == 0 ? .diagnostics(file) : .completion(file, typist.position))
      waits.append(milliseconds(response.metrics.queueWait))
      try await Task.sleep(for: .milliseconds(5))
    }
    isOver.set()
    subject.engine.dispose()
    for task in load { await task.value }
    let most = quantile(waits, 0.95)
    row(
      "typing's queue wait beside background load, wall p50 / p95", asked: "p95 2 ms",
      measured: "\(format(quantile(waits, 0.5))) / \(format(most)) ms; \(finished.value) background requests ended",
      holds: most < 2)
  }
}

final class Flag: Sendable {
  private let state = Atomic<Bool>(false)
  var value: Bool { state.load(ordering: .relaxed) }
  func set() { state.store(true, ordering: .relaxed) }
}

final class Counter: Sendable {
  private let state = Atomic<Int>(0)
  var value: Int { state.load(ordering: .relaxed) }
  func add() { state.add(1, ordering: .relaxed) }
}
