import IncrementalQueries
import PikeAnalysis
import QueryEngine
import Synchronization

/// Keeps the background's slots full: the index, diagnostics of the whole workspace and of closed files, asked for again and again.
final class BackgroundLoad: Sendable {
  private let isOver = Atomic<Bool>(false)
  private let ended = Atomic<Int>(0)
  private let tasks: Mutex<[Task<Void, Never>]> = Mutex([])

  var endedCount: Int { ended.load(ordering: .relaxed) }

  func start(on subject: EngineUnderTest, closedFiles: [FileID]) {
    let requests: [[FeatureRequest]] =
      [[.libraryIndex], [.workspaceDiagnostics], [.workspaceDiagnostics]]
      + (0..<3).map { part in closedFiles.indices.filter { $0 % 3 == part }.map { .diagnostics(closedFiles[$0]) } }
    tasks.withLock { tasks in
      tasks = requests.map { requests in
        Task {
          var next = 0
          while !isOver.load(ordering: .relaxed) {
            _ = await subject.ask(requests[next % requests.count], as: .background)
            ended.add(1, ordering: .relaxed)
            next += 1
            await Task.yield()
          }
        }
      }
    }
  }

  /// The engine must be disposed of, so that everything is answered.
  func end() async {
    isOver.store(true, ordering: .relaxed)
    for task in tasks.withLock({ $0 }) { await task.value }
  }
}

/// How long steps of background computations take, and how many there are.
final class BackgroundMeter: Sendable {
  private struct State {
    var total = Duration.zero
    var longest = Duration.zero
    var steps = 0
  }

  private let state = Mutex(State())

  var total: Duration { state.withLock { $0.total } }
  var longest: Duration { state.withLock { $0.longest } }
  var steps: Int { state.withLock { $0.steps } }

  func stepper(for query: FeatureQuery, unless foreground: FileID) -> any FeatureStepper {
    if query.request.isAbout(foreground) { return FeatureRun(query) }
    return Metered(run: FeatureRun(query), meter: self)
  }

  func reset() { state.withLock { $0 = State() } }

  private struct Metered: FeatureStepper {
    var run: FeatureRun
    let meter: BackgroundMeter

    mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? {
      let start = ContinuousClock.now
      defer { meter.add(ContinuousClock.now - start) }
      return try run.step(in: context)
    }
  }

  private func add(_ time: Duration) {
    state.withLock { state in
      state.total += time
      state.longest = max(state.longest, time)
      state.steps += 1
    }
  }
}

extension FeatureRequest {
  /// Whether it is one of the questions that the person who types waits for.
  fileprivate func isAbout(_ file: FileID) -> Bool {
    switch self {
    case .diagnostics(file), .completion(file, _): true
    default: false
    }
  }
}
