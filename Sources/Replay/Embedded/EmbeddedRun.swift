package import Checkers
import JSONRPC
import Measurement
package import ProcessControl
package import Recording
package import Simulation
import Synchronization
import Transcript

/// A recording, made ready to be replayed against servers in this process any number of times.
package struct EmbeddedRun: Sendable {
  package struct Options: Sendable {
    package var timeouts = TimeoutPolicy()
    package var quiescence: any QuiescenceRule = FinalDiagnostics()
    /// Whether all properties are checked.
    package var checksProperties = true
    /// What the server is held to beyond its protocol.
    package var limits = CheckerLimits()
    /// The client goes no further than this record.
    package var stopsAt: Int?
    /// What the server is called in reports.
    package var serverName = ["reprise", "engine"]

    package init() {}
  }

  package let recorded: RecordedSession
  package let script: Script
  package let options: Options
  let files: VirtualFiles
  private let server: EmbeddedServerFactory
  /// Not started; each run has a copy.
  private let session: ReplaySession
  /// The recorded times of the client's messages since the answer to `initialize`, or since the first request.
  private let times: [Int64]
  private let recordedLatencies: [Int64]

  /// - Throws: why it cannot be replayed.
  package init(
    _ recorded: RecordedSession, options: Options, server: @escaping EmbeddedServerFactory
  ) throws(ReplayRun.Failure) {
    script = Script(recorded)
    if script.steps.isEmpty { throw .nothingToReplay(recorded.name) }
    do throws(WorkspaceError) {
      files = try VirtualFiles(recorded)
    } catch {
      throw .workspace(error)
    }
    self.recorded = recorded
    self.options = options
    self.server = server
    // Paths stay as they are: the files are in memory, where they were. Nobody watches the client's process.
    session = ReplaySession(
      script: script,
      options: ReplaySession.Options(
        timeouts: options.timeouts, quiescence: options.quiescence, processIdentifier: 1))
    times = Self.times(of: script)
    recordedLatencies = EditLatencies.recorded(in: script)
  }

  private static func times(of script: Script) -> [Int64] {
    let requests = script.steps.lazy.compactMap { step -> Request? in
      if case .request(let request) = step.role { request } else { nil }
    }
    let initialize = requests.first { $0.method == Method.initialize }.flatMap { script.exchanges[$0.record]?.answer }
    let origin = initialize?.time ?? requests.first?.time ?? 0
    return script.steps.map { $0.message.time - origin }.filter { $0 > 0 }
  }

  // MARK: On a simulated thread

  /// How a simulated run went.
  package struct Simulated: Sendable {
    package var verdict: Verdict
    package var report: SimulationReport
    /// The session as a recording would have it.
    package var events: [(event: Record.Event, time: Int64)]
    package var stop: StopState?
    /// How the server ended; nil if the run did not get there.
    package var status: End.Status?
  }

  /// Plays the session in virtual time. Two runs with the same options are the same to the last event.
  ///
  /// - Parameters:
  ///   - simulation: who decides what runs when; and what goes wrong.
  ///   - variesPace: whether the client's pauses are drawn from the seed.
  ///   - checks: what the server is held to beside what the options say.
  /// - Returns: how it went.
  package func simulate(
    _ simulation: SimulationOptions, variesPace: Bool, checks: RunChecks = RunChecks()
  ) -> Simulated {
    let observed = Observed()
    let start = Uptime.processorTimeOfThread()
    let report = Simulation.run(simulation) { world in
      let conversation = conversation(in: world, observed)
      var session = session
      session.options.pacing = pace(in: world, varies: variesPace)
      let engine = server(environment(in: world, conversation))
      await conversation.run(&session, against: engine) {
        observed.finish($0, engine.telemetry(), at: conversation.clock.now)
      }
    }
    let end = Uptime.processorTimeOfThread()
    var verdict = judge(observed, clock: "virtual", checks)
    verdict.simulation = SimulationSummary(
      report, variesPace: variesPace, processorTime: end - start,
      judgingTime: Uptime.processorTimeOfThread() - end)
    if report.outcome != .finished { verdict.failed(in: report) }
    return Simulated(
      verdict: verdict, report: report, events: observed.events, stop: observed.stop(options),
      status: observed.session?.outcome.status)
  }

  private func pace(in world: SimulatedWorld, varies: Bool) -> VirtualPace {
    varies ? VirtualPace(times: times) { world.choose($0, below: $1) } : VirtualPace()
  }

  private func conversation(in world: SimulatedWorld, _ observed: Observed) -> EmbeddedConversation {
    var conversation = EmbeddedConversation(
      framing: recorded.header.framing, clock: ConversationClock(world.clock),
      spawn: { world.spawn(name: $0, $1) }, files: files.copy())
    conversation.stopsAt = options.stopsAt
    conversation.faults = ConversationFaults(world)
    conversation.tap = { event, time in
      observed.append(event, time)
      let (name, hash) = EventHash.of(event)
      world.note(name, value: hash)
    }
    return conversation
  }

  private func environment(in world: SimulatedWorld, _ conversation: EmbeddedConversation) -> EmbeddedEnvironment {
    EmbeddedEnvironment(
      clock: world.clock, executor: world.executor, width: 2, willSpawn: { world.nameNextTask($0) },
      files: conversation.files,
      passes: { place in
        do {
          try await world.pass(place)
          return true
        } catch {
          return false
        }
      },
      isSimulated: true, output: conversation.hear)
  }

  // MARK: On real threads

  /// Plays the session by the real clock. Only answers can be expected to be the same each time, not times.
  ///
  /// - Parameters:
  ///   - pacing: when the client's messages go out.
  ///   - width: how many threads the server has.
  ///   - isInterrupted: asked now and then.
  /// - Returns: what came of it.
  package func play(
    _ pacing: any Pacing, width: Int, isInterrupted: () -> Bool
  ) -> Verdict {
    playing(pacing, width: width, isInterrupted: isInterrupted).verdict
  }

  /// How a run on real threads went.
  package struct Played {
    package var verdict: Verdict
    /// The session as a recording would have it.
    package var events: [(event: Record.Event, time: Int64)]
    var outcome: ReplayOutcome
  }

  /// Plays the session by the real clock, on threads of the `pool`, or else on some of its own, which stay when it is over. `checks` is what
  /// the server is held to beside what the options say.
  package func playing(
    _ pacing: any Pacing, width: Int, on pool: WorkerPool? = nil, checks: RunChecks = RunChecks(),
    isInterrupted: () -> Bool
  ) -> Played {
    let observed = Observed()
    let pool = pool ?? WorkerPool(width: width + 1)
    var conversation = EmbeddedConversation(
      framing: recorded.header.framing, clock: ConversationClock(ContinuousClock()),
      spawn: { Self.spawn($0, on: pool, $1) }, files: files.copy())
    conversation.stopsAt = options.stopsAt
    conversation.tap = { observed.append($0, $1) }
    let engine = server(
      EmbeddedEnvironment(
        clock: ContinuousClock(), executor: pool, width: width, files: conversation.files, passes: { _ in true },
        isSimulated: false, output: conversation.hear))
    let isOver = Monitor(false)
    Self.spawn("client", on: pool) { [conversation, session] in
      var session = session
      session.options.pacing = pacing
      await conversation.run(&session, against: engine) {
        observed.finish($0, engine.telemetry(), at: conversation.clock.now)
      }
      isOver.withLock { $0 = true }
      isOver.broadcast()
    }
    var wasInterrupted = false
    while isOver.wait(until: Uptime.after(milliseconds: 100), { $0 ? true : nil }) == nil {
      if !wasInterrupted, isInterrupted() {
        wasInterrupted = true
        conversation.toClient.send(.interrupted)
      }
    }
    return Played(
      verdict: judge(observed, clock: pacing.name, checks), events: observed.events,
      outcome: observed.session?.outcome ?? ReplayOutcome())
  }

  private static func spawn(_ name: String, on pool: WorkerPool, _ body: @escaping @Sendable () async -> Void) {
    Task.detached(name: name, executorPreference: pool, priority: .high, operation: body)
  }

  // MARK: The verdict

  private func judge(_ observed: Observed, clock: String, _ checks: RunChecks) -> Verdict {
    let session = observed.session ?? self.session
    var verdict = ReplayRun.verdict(
      recorded, script, session.outcome, paths: PathMap([]), timeouts: options.timeouts, clock: clock,
      command: options.serverName, diagnostics: session.diagnostics)
    verdict.workspace.unpacked = files.count
    verdict.telemetry = observed.telemetry
    verdict.firstDiagnostics = (
      recorded: LatencyQuantiles(recordedLatencies),
      replayed: LatencyQuantiles(session.outcome.firstDiagnostics)
    )
    if options.checksProperties, options.stopsAt == nil {
      verdict.findings = findings(observed.events, session.outcome, checks)
    }
    verdict.conclude(script, session.outcome)
    return verdict
  }

  private func findings(
    _ events: [(event: Record.Event, time: Int64)], _ outcome: ReplayOutcome, _ checks: RunChecks
  ) -> [Finding] {
    let records = PlayedSession.records(events, status: outcome.crashWasInjected ? nil : outcome.status)
    // What a server owes that was made to crash, nobody can say.
    let isComplete = recorded.isFinished && !outcome.crashWasInjected
    let framing = recorded.header.framing
    let limits = RunLimits.limits(checks.limits, over: options.limits)
    let checkers = checks.isClientIllegal ? Checkers.whateverTheClientDoes : Checkers.all(for: framing)
    return Checkers.findings(in: records, by: checkers, framing: framing, isComplete: isComplete, limits: limits)
  }
}

/// What a conversation left behind.
private final class Observed: Sendable {
  private struct State {
    var events: [(event: Record.Event, time: Int64)] = []
    var session: ReplaySession?
    var telemetry: ServerTelemetry?
    var time: Int64 = 0
  }

  private let state = Mutex(State())

  func append(_ event: Record.Event, _ time: Int64) { state.withLock { $0.events.append((event, time)) } }

  func finish(_ session: ReplaySession, _ telemetry: ServerTelemetry, at time: Int64) {
    state.withLock { state in
      state.session = session
      state.telemetry = telemetry
      state.time = time
    }
  }

  var events: [(event: Record.Event, time: Int64)] { state.withLock { $0.events } }
  var session: ReplaySession? { state.withLock { $0.session } }
  var telemetry: ServerTelemetry? { state.withLock { $0.telemetry } }

  func stop(_ options: EmbeddedRun.Options) -> StopState? {
    guard let stop = options.stopsAt, let session, let telemetry else { return nil }
    return StopState(session, telemetry, asked: stop, at: state.withLock { $0.time })
  }
}
