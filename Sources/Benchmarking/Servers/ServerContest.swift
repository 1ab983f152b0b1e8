import JSONRPC
import Measurement
import PerformanceGates
import ProcessControl
import Recording
package import Replay

/// Two language servers, measured on recordings: each method of each recording is a path, each request a pair.
package struct ServerContest: Contest {
  package let base: Contestant
  package let target: Contestant
  /// The one with the most requests.
  package let selfTestPath: String
  private let sessions: [RecordedSession]

  /// - Parameters:
  ///   - base: its command.
  ///   - target: the other's.
  ///   - sessions: what is played; their names are the paths' beginnings.
  ///   - corpus: the hash of the recordings.
  /// - Throws: that nothing is asked for in them.
  package init(
    base: [String], target: [String], sessions: [RecordedSession], corpus: String
  ) throws(BenchmarkingError) {
    let paths = sessions.flatMap { session in Self.methods(session).map { Self.path(session, $0) } }
    guard !paths.isEmpty else {
      throw BenchmarkingError("the recordings hold no requests of a client; record a session first")
    }
    self.base = Contestant(command: base, directory: nil, corpus: corpus, paths: paths)
    self.target = Contestant(command: target, directory: nil, corpus: corpus, paths: paths)
    self.sessions = sessions
    selfTestPath = paths.max { Self.count($0, sessions) < Self.count($1, sessions) } ?? paths[0]
  }

  private static func count(_ path: String, _ sessions: [RecordedSession]) -> Int {
    sessions.reduce(0) { count, session in
      let methods = session.records.compactMap(requestMethod)
      return count + methods.count { self.path(session, $0) == path || self.path(session, allRequests) == path }
    }
  }

  /// The first answer includes the program's start; the last is no work. Both are asked once in a session, and are measured as well.
  private static func methods(_ session: RecordedSession) -> [String] {
    var methods: [String] = []
    for method in session.records.compactMap(requestMethod) where !methods.contains(method) { methods.append(method) }
    return methods.isEmpty ? [] : methods + [allRequests]
  }

  /// A path of its own, since a method that is asked for once or twice in a session is too noisy to be judged by itself.
  private static let allRequests = "all requests"

  private static func requestMethod(_ record: Record) -> String? {
    guard case .message(.client, let message) = record.event, let envelope = try? Envelope(scanning: message.body),
      case .request(_, let method) = envelope.kind
    else { return nil }
    return method
  }

  private static func path(_ session: RecordedSession, _ method: String) -> String {
    let file = session.name.split(separator: "/").last.map(String.init) ?? session.name
    return "\(file.replacing(".trace.gz", with: "")): \(method)"
  }

  package func restart(_ number: Int, _ plans: [RestartPlan]) throws(BenchmarkingError) -> [RestartResult] {
    var results: [RestartResult] = []
    for kind in Series.Kind.allCases {
      let wanted = plans.filter { $0.kind == kind }
      for session in sessions where wanted.contains(where: { plan in isOf(plan.path, session) }) {
        let timings = try play(session, kind, number)
        results += wanted.filter { isOf($0.path, session) }.compactMap { Self.result($0, session, timings) }
      }
    }
    return results
  }

  private func isOf(_ path: String, _ session: RecordedSession) -> Bool {
    Self.methods(session).contains { Self.path(session, $0) == path }
  }

  /// Both sides at once, in turn.
  private func play(_ session: RecordedSession, _ kind: Series.Kind, _ number: Int) throws(BenchmarkingError)
    -> BySide<[RequestTimer.Timing]>
  {
    let turns = TurnTaking(seed: AgentContest.seed, name: "\(session.name), \(kind.rawValue), restart \(number)")
    let share = kind == .planted ? GatePlan.plantedShare : 0
    let one = ServerRun(base.command, session, RequestTimer(side: .base, turns: turns, plantedShare: 0))
    let other = ServerRun(
      kind == .path ? target.command : base.command, session,
      RequestTimer(side: .target, turns: turns, plantedShare: share))
    // Both come to their end before either's failure is told.
    let outcomes = (one.outcome(), other.outcome())
    return BySide(base: try outcomes.0.get(), target: try outcomes.1.get())
  }

  private static func result(
    _ plan: RestartPlan, _ session: RecordedSession, _ timings: BySide<[RequestTimer.Timing]>
  ) -> RestartResult? {
    func of(_ side: [RequestTimer.Timing]) -> [RequestTimer.Timing] {
      plan.path == path(session, allRequests) ? side : side.filter { path(session, $0.method) == plan.path }
    }
    let (base, target) = (of(timings.base), of(timings.target))
    let pairs = zip(base, target).compactMap { one, other in
      one.time.flatMap { time in other.time.map { (time, $0, one.wasFirst ? Side.base : .target) } }
    }
    guard let wall = try? PairedSamples(base: pairs.map { $0.0 }, target: pairs.map { $0.1 }) else { return nil }
    return RestartResult(
      kind: plan.kind, path: plan.path, batch: 1, answers: BySide(base: Self.shape(base), target: Self.shape(target)),
      samples: Series.Restart(wall: wall, cpu: nil, first: pairs.map { $0.2 }), counters: [], peakMemory: nil)
  }

  /// Two servers may word their answers differently; what they must not do is answer less, or refuse.
  private static func shape(_ timings: [RequestTimer.Timing]) -> String {
    "\(timings.count { $0.time != nil }) answered, \(timings.count { $0.isError }) refused"
  }
}

/// One server that plays a session on a thread of its own.
private final class ServerRun: Sendable {
  private let result = Monitor<Result<[RequestTimer.Timing], BenchmarkingError>?>(nil)

  init(_ command: [String], _ session: RecordedSession, _ timer: RequestTimer) {
    let result = result
    _ = WorkerThread(name: "server", stackSize: Self.stackSize) {
      let outcome = Self.play(command, session, timer)
      timer.turns.finish(timer.side)
      result.withLock { $0 = outcome }
      result.broadcast()
    }
  }

  private static let stackSize = 8 << 20

  func outcome() -> Result<[RequestTimer.Timing], BenchmarkingError> { result.wait { $0 }! }

  fileprivate static func play(_ command: [String], _ session: RecordedSession, _ timer: RequestTimer)
    -> Result<[RequestTimer.Timing], BenchmarkingError>
  {
    var timer = timer
    var run = ReplayRun(ReplayRun.Options(command: command))
    run.observe = { event, _ in timer.observe(event) }
    do throws(ReplayRun.Failure) {
      let verdict = try run.run(session)
      guard verdict.conclusion != .couldNotRun else {
        let reason = verdict.failures.first ?? "it did not answer"
        return .failure(BenchmarkingError("\(command.joined(separator: " ")): \(reason)"))
      }
      return .success(timer.timings)
    } catch {
      return .failure(BenchmarkingError("\(command.joined(separator: " ")): \(error)"))
    }
  }
}

/// One server by itself, whose requests are timed.
package enum ServerBench {
  /// Starts the server, plays the session in lockstep and ends it.
  package static func play(_ command: [String], _ session: RecordedSession) throws(BenchmarkingError)
    -> [RequestTimer.Timing]
  {
    let turns = TurnTaking(seed: AgentContest.seed, name: session.name)
    turns.finish(.target)
    return try ServerRun.play(command, session, RequestTimer(side: .base, turns: turns, plantedShare: 0)).get()
  }
}
