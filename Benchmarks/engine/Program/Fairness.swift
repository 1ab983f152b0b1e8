import ArgumentParser
import FigureSupport
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
    var session = try await EditingSession(sample, library: library, root: library.library)
    let (subject, file) = (session.subject, session.file)
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
    var waits: [Double] = []
    for index in 0..<count {
      try session.type()
      if index % 40 == 0 {
        var settings = EngineSettings()
        settings.libraryPath = library.library
        settings.defines = ["ROUND=\(index)"]
        _ = try subject.engine.updateSettings(settings)
      }
      let response = await subject.ask(index % 2 == 0 ? .diagnostics(file) : .completion(file, session.position))
      waits.append(milliseconds(response.metrics.queueWait))
      try await Task.sleep(for: .milliseconds(5))
    }
    isOver.set()
    subject.engine.dispose()
    for task in load { await task.value }
    row(
      "typing's queue wait beside background load, wall p50 / p95", asked: "p95 2 ms",
      measured: "\(waits.halfAnd(0.95)); \(finished.value) background requests ended",
      holds: quantile(0.95, of: waits) < 2)
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
