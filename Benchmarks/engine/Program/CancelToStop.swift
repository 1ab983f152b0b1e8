import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// From a cancel to the moment at which nothing works for the request any more, while indexing.
struct CancelToStop: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Cancel to stop, while the library is being indexed.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Cancels.") var count = 300

  func run() async throws {
    for (name, clock) in [("wall", ContinuousClock() as any Clock<Duration>), ("CPU", ProcessorClock())] {
      let times = try await times(by: clock)
      row(
        "cancel to stop while indexing, \(name) p50 / p95 / p99 / max of \(times.count)", asked: "p99 2 ms",
        measured: times.quantiles, holds: quantile(0.99, of: times) < 2)
    }
  }

  private func times(by clock: any Clock<Duration>) async throws -> [Double] {
    var times: [Double] = []
    var subject = try EngineUnderTest(library: library.library, clock: clock)
    var step = 0
    while times.count < count {
      step += 1
      let current = subject
      let response = await withCheckedContinuation { continuation in
        let id = current.submit(.libraryIndex) { continuation.resume(returning: $0) }
        let wait = Duration.microseconds(500 + step * 7919 % 9_000)
        Task {
          try? await Task.sleep(for: wait)
          current.engine.cancel(id)
        }
      }
      guard case .cancelled = response.outcome else {
        // All is indexed: begin again.
        subject = try EngineUnderTest(library: library.library, clock: clock)
        continue
      }
      if let stop = await current.stopTime(of: response.id) { times.append(milliseconds(stop)) }
    }
    return times
  }
}
