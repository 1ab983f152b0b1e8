import Checkers
import ProcessControl
import Replay
import Synchronization

/// Plays many sessions of a suite, on several threads, until there were enough or the time is over.
package struct StressCampaign: Sendable {
  /// How much is played.
  package enum Amount: Sendable {
    case sessions(Int)
    /// Until this time, in nanoseconds of the system's clock.
    case until(Int64)
    /// So many nanoseconds of processor time.
    case processorTime(Int64)
  }

  package var suite: Suite
  package var target: any StressTarget
  package var seed: UInt64
  package var amount: Amount
  /// Of the cases, those whose index has this remainder.
  package var shard: (index: Int, count: Int) = (0, 1)
  /// The first case, for one that goes on.
  package var firstCase = 0
  package var threads = 1
  /// Of so many sessions the first run is made twice and compared.
  package var doubleEvery = 20
  /// Where failing runs are written, before anything else is done about them.
  package var folder: String?
  package var isInterrupted: @Sendable () -> Bool = { false }
  package var progress: (@Sendable (StressResult) -> Void)?
  /// How often a failure that depends on time is tried again.
  package var repetitions = 3
  /// Ends the campaign at the first failure.
  package var stopsAtFailure = false

  package init(_ suite: Suite, _ target: any StressTarget, seed: UInt64, amount: Amount) {
    self.suite = suite
    self.target = target
    self.seed = seed
    self.amount = amount
  }

  private struct State: Sendable {
    var result: StressResult
    var next: Int
    var hashes: Set<UInt64> = []
    var isOver = false
    /// How many runs in a row a server's process did not come to talk in.
    var deadStarts = 0
  }

  /// The main thread's stack, so that a session that is replayed alone goes as deep as one in a campaign.
  private static let stackSize = 8 << 20

  package func perform() -> StressResult {
    let start = Uptime.now()
    PeakMemory.reset()
    let empty = emptyResult()
    if empty.notApplicable != nil { return empty }
    let shared = Shared(State(result: empty, next: firstCase))
    let workers = (0..<max(1, threads)).map { number in
      WorkerThread(name: "stress \(number)", stackSize: Self.stackSize) { work(shared) }
    }
    for worker in workers { worker.join() }
    return shared.state.withLock { state in
      state.result.distinct = state.hashes.count
      state.result.wallTime = Uptime.now() - start
      if target.isSimulated { state.result.settle(suite.budgets, peakMemory: PeakMemory.bytes) }
      return state.result
    }
  }

  /// Says what of the suite is not for the target.
  private func emptyResult() -> StressResult {
    var result = StressResult(suite)
    result.next = firstCase
    let applicable = StressCase.applicable(suite, for: target).map(\.0.name)
    result.leftOut = suite.ingredients.map(\.name).filter { !applicable.contains($0) }
    if applicable.isEmpty {
      let spoken = target.framings.map(SuiteReader.name(of:)).joined(separator: ", ")
      let needed = suite.framings.map(SuiteReader.name(of:)).joined(separator: ", ")
      result.notApplicable = "it is for \(needed), and the target speaks \(spoken)"
    }
    return result
  }

  private final class Shared: Sendable {
    let state: Mutex<State>
    init(_ state: State) { self.state = Mutex(state) }
  }

  // MARK: A thread

  private func work(_ shared: Shared) {
    while let index = take(shared) {
      guard let stress = StressCase(suite, seed: seed, index: index, for: target) else {
        return shared.state.withLock { state in
          state.isOver = true
          state.result.problem = "the suite has no workload for this target"
        }
      }
      do throws(ReplayRun.Failure) {
        try play(stress, shared)
      } catch {
        return shared.state.withLock { state in
          state.isOver = true
          state.result.problem = error.description
        }
      }
      if let progress { progress(shared.state.withLock { $0.result }) }
    }
  }

  private func take(_ shared: Shared) -> Int? {
    let interrupted = isInterrupted()
    let now = Uptime.now()
    return shared.state.withLock { state in
      if interrupted { state.result.wasInterrupted = true }
      while state.next % shard.count != shard.index { state.next += 1 }
      let isEnough =
        switch amount {
        case .sessions(let count): state.next - firstCase >= count
        case .until(let deadline): now >= deadline
        case .processorTime(let limit): state.result.processorTime >= limit
        }
      if interrupted || state.isOver || isEnough { return nil }
      if stopsAtFailure, !state.result.failures.isEmpty { return nil }
      defer {
        state.next += 1
        state.result.next = state.next
      }
      return state.next
    }
  }

  // MARK: A case

  private func play(_ stress: StressCase, _ shared: Shared) throws(ReplayRun.Failure) {
    let start = Uptime.processorTimeOfThread()
    let subject = try target.subject(stress.session)
    var judge = StressJudge(stress.session, target)
    var runs: [(options: RunOptions, run: StressRun)] = []
    for number in 0..<suite.runsPerSession {
      let options = stress.options(number, length: subject.typicalSteps)
      var run = try subject.play(options)
      if run.verdict.conclusion == .interrupted { break }
      try judge.judge(&run, options)
      let hasFailed = run.verdict.conclusion != .passed
      runs.append((options, run))
      if hasDied(run, shared) || hasFailed && stopsAtFailure { break }
    }
    let mismatch = stress.index % doubleEvery == 0 ? try runAgain(subject, runs.first) : nil
    let time = Uptime.processorTimeOfThread() - start
    for index in runs.indices where runs[index].run.verdict.conclusion == .failed || runs[index].run.isDead {
      let (options, run) = runs[index]
      if try !add(run, options, stress, subject, judge, shared) { runs[index].run.isDoubted = true }
    }
    shared.state.withLock { state in
      state.result.count(stress, time)
      if target.isSimulated, stress.index % doubleEvery == 0 { state.result.doubleRuns += 1 }
      if let mismatch { state.result.mismatches.append("\(stress.workload), session \(stress.index): \(mismatch)") }
      for (_, run) in runs {
        state.result.runs += 1
        state.result.steps += run.steps
        state.result.virtualTime += run.time
        if run.verdict.conclusion == .passed || run.isDoubted { state.result.passed += 1 }
        if !target.isSimulated { state.result.observe(run) }
        if let hash = run.hash { state.hashes.insert(hash) }
      }
    }
  }

  /// A server that does not start is not started for ever.
  private static let mostDeadStarts = 3

  /// Counts a run in which the server did not come to talk; ends the campaign after several in a row.
  private func hasDied(_ run: StressRun, _ shared: Shared) -> Bool {
    guard !target.isSimulated else { return false }
    return shared.state.withLock { state in
      state.deadStarts = run.isDead ? state.deadStarts + 1 : 0
      guard state.deadStarts >= Self.mostDeadStarts else { return false }
      state.isOver = true
      state.result.problem = "the server did not answer initialize \(state.deadStarts) times in a row"
      return true
    }
  }

  private func runAgain(
    _ subject: any StressSubject, _ first: (options: RunOptions, run: StressRun)?
  ) throws(ReplayRun.Failure) -> String? {
    guard target.isSimulated, let first, let hash = first.run.hash else { return nil }
    let second = try subject.play(first.options)
    guard second.hash != hash else { return nil }
    let place = zip(first.run.events, second.events).enumerated().first { $0.element.0.event != $0.element.1.event }
    return place.map { "message \($0.offset) was another the second time" } ?? "its steps were others the second time"
  }

  /// How many of so many more runs fail in the same way.
  private func confirm(
    _ signature: String, _ options: RunOptions, _ subject: any StressSubject, _ judge: StressJudge
  ) throws(ReplayRun.Failure) -> (failed: Int, of: Int)? {
    if target.isSimulated { return nil }
    var (judge, failed) = (judge, 0)
    for _ in 0..<repetitions {
      var run = try subject.play(options)
      if run.verdict.conclusion == .interrupted { break }
      try judge.judge(&run, options)
      if run.verdict.conclusion != .passed, run.verdict.signature == signature { failed += 1 }
    }
    return (failed, repetitions)
  }

  /// Whether a failure that did not come again says something about the server. What is held against another run of it does not; what the
  /// protocol forbids does, once is enough.
  private static func isBelieved(_ signature: String, _ confirmed: (failed: Int, of: Int)?) -> Bool {
    guard let confirmed, Oracle.allCases.contains(where: { signature.hasSuffix($0.rawValue) }) else { return true }
    return 2 * confirmed.failed > confirmed.of
  }

  /// Returns whether the failure is believed.
  private func add(
    _ run: StressRun, _ options: RunOptions, _ stress: StressCase, _ subject: any StressSubject, _ judge: StressJudge,
    _ shared: Shared
  ) throws(ReplayRun.Failure) -> Bool {
    let signature = run.verdict.signature
    let isKnown = shared.state.withLock { $0.result.failures.contains { $0.signature == signature } }
    let confirmed = isKnown ? nil : try confirm(signature, options, subject, judge)
    guard Self.isBelieved(signature, confirmed) else { return false }
    let isNew = shared.state.withLock { state in
      let isNew = !state.result.failures.contains { $0.signature == signature }
      state.result.add(
        StressResult.Failure(
          signature: signature, count: 1, index: stress.index, workload: stress.workload, options: options,
          reasons: run.verdict.failures, artefact: nil, confirmed: confirmed))
      return isNew
    }
    guard isNew, let folder else { return true }
    var failed = options
    failed.violation = signature
    let path: String
    do throws(SessionWriterError) {
      path = try subject.write(failed, to: folder)
    } catch {
      shared.state.withLock { $0.result.problem = error.description }
      return true
    }
    shared.state.withLock { state in
      guard let place = state.result.failures.firstIndex(where: { $0.signature == signature }) else { return }
      state.result.failures[place].artefact = path
      state.result.failures[place].options = failed
    }
    return true
  }
}
