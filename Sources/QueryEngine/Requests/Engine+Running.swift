import IncrementalQueries
import PikeAnalysis
import Synchronization

/// How a computation runs: in slices, each a task that holds a slot.
extension Engine {
  func prepare(_ computation: Computation) async {
    let preparation = computation.preparation
    let arrival = computation.state.revision
    if preparation.project { await searching.wait() }
    if preparation.workspace { await crawling.wait() }
    if preparation.touchedFiles {
      refreshTouched()
      await refreshing.wait()
    }
    if let file = preparation.closedFile { await validate(file) }
    let file = computation.query.request.file
    let hasMovedOn = host.withLock { host in file.flatMap { host.lastChange[$0] }.map { $0 > arrival } ?? false }
    // What was found on disk counts, but an edit of the document that came later does not.
    if !hasMovedOn { computation.adopt(snapshots.latest) }
    let now = clock.now
    perform(desk.withLock { $0.prepared(computation, at: now) })
  }

  func run(_ computation: Computation) async {
    let now = clock.now
    desk.withLock { $0.begin(computation.number, at: now) }
    while await advance(computation) {}
  }

  /// - Returns: whether the computation still has a slot.
  private func advance(_ computation: Computation) async -> Bool {
    let outcome: EngineResponse.Outcome
    if let sabotage = options.sabotage?.snapshots, sabotage.movesOn(computation.query.request) {
      computation.moveOn(to: snapshots.latest)
    }
    do throws(QueryInterruption) {
      let result = try computation.step(in: database)
      await pay(for: computation)
      guard let result else { return await goOn(computation) }
      outcome = .result(result.without(computation.state.disabledDiagnostics))
    } catch {
      await pay(for: computation)
      switch error {
      case .missing(let missing):
        if computation.notesMissing(missing) { return await provide(missing, for: computation) }
        outcome = .failed("an input is missing although it was provided: \(missing.key)")
      case .cycle(let cycle):
        outcome = .failed("queries need each other's values: \(cycle.participants.joined(separator: ", "))")
      case .cancelled:
        // Nobody is left to be told, unless a step claims to be cancelled when it is not.
        outcome = .failed("the computation broke off")
      }
    }
    end(computation, outcome)
    return false
  }

  /// Under a simulated clock, work takes the time that it is said to take.
  private func pay(for computation: Computation) async {
    guard let stepCost = options.stepCost else { return }
    let cost = stepCost(computation.takeWork())
    if cost > .zero { _ = await clock.sleep(until: clock.now + cost) }
  }

  private func goOn(_ computation: Computation) async -> Bool {
    let now = clock.now
    switch desk.withLock({ $0.stepEnded(computation.number, at: now) }) {
    case .goOn:
      // The thread is the executor's; tasks that need no slot want to run, too.
      await Task.yield()
      return true
    case .giveBack(let effects):
      return perform(effects, own: computation)
    case .stop:
      end(computation, .failed("the computation broke off"))
      return false
    }
  }

  /// What is loaded is of use to others, too: it is loaded to the end even when the computation is cancelled meanwhile, which then
  /// has stopped already.
  private func provide(_ missing: MissingInput, for computation: Computation) async -> Bool {
    var now = clock.now
    perform(desk.withLock { $0.suspend(computation.number, at: now) })
    if computation.cancellation.isCancelled { return false }
    let isProvided = await load(missing)
    now = clock.now
    guard isProvided else {
      end(computation, .failed("nobody provides the input \(missing.input)"))
      return false
    }
    return perform(desk.withLock { $0.resume(computation.number, at: now) }, own: computation)
  }

  private func end(_ computation: Computation, _ outcome: EngineResponse.Outcome) {
    let (effort, now) = (computation.effort, clock.now)
    perform(desk.withLock { $0.end(computation.number, outcome, effort, at: now) })
  }
}

extension FeatureResult {
  /// Without the diagnostics whose codes are not wanted.
  func without(_ disabled: [String]) -> FeatureResult {
    guard !disabled.isEmpty else { return self }
    switch self {
    case .diagnostics(let list): return .diagnostics(list.filter { !disabled.contains($0.code) })
    case .workspaceDiagnostics(let files):
      return .workspaceDiagnostics(
        files.map { file in
          var file = file
          file.diagnostics.removeAll { disabled.contains($0.code) }
          return file
        })
    default: return self
    }
  }
}
