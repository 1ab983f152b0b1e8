import ArgumentParser
import FigureSupport
import PikeAnalysis
import QueryEngine

/// What typing waits for beside a full background load.
struct Fairness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Queue wait of typing requests beside background work that never ends.")

  @OptionGroup var library: LibraryOptions
  @Option(help: "Keystrokes.") var count = 1_000

  func run() async throws {
    let sample = try library.file(lines: 1_000)
    let meter = BackgroundMeter()
    let edited = EditingSession.file
    // The library as a workspace, too.
    var session = try await EditingSession(sample, library: library, root: library.library) {
      $0.stepper = { meter.stepper(for: $0, unless: edited) }
    }
    let subject = session.subject
    let load = BackgroundLoad()
    load.start(on: subject, closedFiles: Sample.all(below: library.library).map { FileID($0.path) })
    var waits: [Double] = []
    meter.reset()
    let start = ContinuousClock.now
    for index in 0..<count {
      try session.type()
      // Each setting changes what the files mean, so that nothing is remembered for long.
      if index % 20 == 0 { try change(subject, round: index) }
      let question: FeatureRequest =
        index % 2 == 0 ? .diagnostics(edited) : .completion(edited, session.position)
      let response = await subject.ask(question)
      guard case .result = response.outcome else { throw ValidationError("no answer came: \(response.outcome)") }
      waits.append(milliseconds(response.metrics.queueWait))
      try await Task.sleep(for: .milliseconds(5))
    }
    let busy = milliseconds(meter.total) / milliseconds(ContinuousClock.now - start)
    let (steps, longest) = (meter.steps, meter.longest)
    subject.engine.dispose()
    await load.end()
    row(
      "typing's queue wait beside full background load, wall p50 / p95 / p99 / max of \(count)", asked: "p95 2 ms",
      measured:
        "\(waits.quantiles); a background step ran in \((busy * 100).rounded(1)) % of the time (\(steps) steps, "
        + "the longest \(milliseconds(longest).rounded(1)) ms; \(load.endedCount) requests ended)",
      holds: quantile(0.95, of: waits) < 2 && busy > 0.8)
  }

  private func change(_ subject: EngineUnderTest, round: Int) throws {
    var settings = EngineSettings()
    settings.libraryPath = library.library
    settings.defines = ["ROUND=\(round)"]
    _ = try subject.engine.updateSettings(settings)
  }
}
