import EngineTargets
import Glibc
import PlantedFaults
import ProcessControl
import Recorder
import Recording
import Replay
import Simulation
import Stress

/// `reprise replay` without a command: plays recordings against the embedded engine, in this process.
struct EmbeddedReplay {
  var clock: String
  var format: ReportFormat
  var timeouts: TimeoutPolicy
  var settle: Int64 = 10_000_000
  var seed: UInt64?
  var runs: Int?
  var doubleEvery = 10
  var stopsAt: Int?
  var tracesSchedule = false
  var measures = false
  var scheduler: SchedulerKind?
  var faults: [String: [FaultRule]] = [:]
  var failures = "failures"
  var save: String?
  var isQuiet = false
  var interrupt: Int32?

  private static let traceLimit = 2_000_000

  init(clock: String, format: ReportFormat, timeouts: TimeoutPolicy) {
    self.clock = clock
    self.format = format
    self.timeouts = timeouts
  }

  /// Plays all files; the worst outcome counts.
  func run(_ files: [String], _ output: StandardOutput) -> ExitReason {
    var worst = ExitReason.passed
    var report = EmbeddedReport(format)
    for file in files {
      worst = worst.worse(play(file, &report))
      output.write(report.takeText())
      output.flush()
      if worst == .interrupted { break }
    }
    output.write(report.finish())
    output.flush()
    return worst
  }

  private func play(_ file: String, _ report: inout EmbeddedReport) -> ExitReason {
    let recorded: RecordedSession
    do throws(RecordingError) {
      recorded = try RecordedSession.load(path: file)
    } catch {
      Output.message("\(error)")
      return .badInput
    }
    if !recorded.isFinished { Output.message("\(file) is unfinished; it is replayed as far as it goes") }
    do throws(ReplayRun.Failure) {
      let run = try makeRun(recorded)
      if clock != "virtual" { return playOnThreads(run, &report) }
      if let runs { return campaign(run, runs, &report) }
      return try simulate(run, &report)
    } catch {
      Output.message("\(error)")
      return error.isBadInput ? .badInput : .cannotRun
    }
  }

  private func makeRun(_ recorded: RecordedSession) throws(ReplayRun.Failure) -> EmbeddedRun {
    var options = EmbeddedRun.Options()
    options.timeouts = timeouts
    options.quiescence = FinalDiagnostics(limit: settle)
    options.stopsAt = stopsAt
    options.limits = EmbeddedEngines.limits
    return try EmbeddedRun(
      recorded, options: options,
      server: EmbeddedEngines.factory(recorded.header.framing, fault: try PlantedHeader.fault(of: recorded)))
  }

  // MARK: One run in virtual time

  private func simulate(_ run: EmbeddedRun, _ report: inout EmbeddedReport) throws(ReplayRun.Failure) -> ExitReason {
    let options = try runOptions(run)
    var simulation = options.simulation
    if tracesSchedule { simulation.traceLimit = Self.traceLimit }
    if stopsAt != nil { simulation.recordsSchedule = true }
    var simulated = run.simulate(simulation, variesPace: options.variesPace, checks: options.checks)
    try judge(run, &simulated, options)
    simulated.verdict.reproduce = reproduceLine(run, options)
    simulated.verdict.planted = try PlantedHeader.fault(of: run.recorded).map { "\($0.id): \($0.summary)" }
    if let save { self.save(run, simulated, options, to: save) }
    if tracesSchedule { report.add(trace: simulated.report.trace) }
    if let stop = simulated.stop {
      report.add(stop, simulated.report.schedule, verdict: simulated.verdict)
      return .passed
    }
    let isArtefact = options.violation != nil
    if simulated.verdict.conclusion == .failed, !isArtefact {
      var failed = options
      failed.violation = simulated.verdict.signature
      if let path = write(run, failed) { simulated.verdict.reproduce = "reprise replay \(path)" }
    }
    if measures {
      simulated.verdict.measured = MeasuredRun(run, width: Self.width, isInterrupted: isInterrupted)
    }
    report.add(simulated.verdict, expected: options.violation)
    return ReplayCommand.reason(simulated.verdict.conclusion)
  }

  /// By what the conversation alone does not tell: another session, or the engine's telemetry.
  private func judge(
    _ run: EmbeddedRun, _ simulated: inout EmbeddedRun.Simulated, _ options: RunOptions
  ) throws(ReplayRun.Failure) {
    guard stopsAt == nil else { return }
    let target = StressTargets.embedded(fault: try PlantedHeader.fault(of: run.recorded))
    var judge = StressJudge(run.recorded, target)
    var played = StressRun(verdict: simulated.verdict, events: simulated.events)
    try judge.judge(&played, options)
    simulated.verdict = played.verdict
  }

  /// What the command line says, else what the recording's header says, else the plain order.
  private func runOptions(_ run: EmbeddedRun) throws(ReplayRun.Failure) -> RunOptions {
    var options: RunOptions
    if let seed {
      options = RunOptions(seed: seed, length: run.typicalSteps)
    } else {
      options = try run.headerOptions() ?? RunOptions()
    }
    if let scheduler { options.scheduler = scheduler }
    if !faults.isEmpty { options.faults = faults }
    return options
  }

  private func reproduceLine(_ run: EmbeddedRun, _ options: RunOptions) -> String {
    var words = ["reprise", "replay", run.recorded.name]
    if options.violation == nil, let seed { words += ["--seed", String(seed)] }
    if let scheduler { words += ["--scheduler", scheduler.text] }
    for fault in FaultText.words(faults) { words += ["--fault", fault] }
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  private func write(_ run: EmbeddedRun, _ options: RunOptions) -> String? {
    do throws(SessionWriterError) {
      return try FailureFiles(folder: failures).write(run, options)
    } catch {
      Output.message(error.description)
      return nil
    }
  }

  private func save(
    _ run: EmbeddedRun, _ simulated: EmbeddedRun.Simulated, _ options: RunOptions, to path: String
  ) {
    do throws(SessionWriterError) {
      try run.write(simulated, options, to: path, started: WallClock.now(), recorder: "reprise \(Reprise.version)")
    } catch {
      Output.message("\(error.description)")
    }
  }

  // MARK: Many runs

  private func campaign(_ run: EmbeddedRun, _ count: Int, _ report: inout EmbeddedReport) -> ExitReason {
    var campaign = Campaign(run, firstSeed: seed ?? 1, count: count)
    campaign.scheduler = scheduler
    campaign.doubleEvery = doubleEvery
    campaign.faults = faults
    campaign.save = { run, options, _ in write(run, options) }
    campaign.isInterrupted = isInterrupted
    let meter = isQuiet ? nil : ProgressMeter(label: run.recorded.name, unit: "runs")
    if let meter { campaign.progress = { meter.show($0, of: $1) } }
    let result = campaign.perform()
    meter?.finish()
    report.add(result)
    if result.wasInterrupted { return .interrupted }
    if !result.mismatches.isEmpty { return .notDeterministic }
    return result.failures.isEmpty ? .passed : .failed
  }

  // MARK: Real threads

  private func playOnThreads(_ run: EmbeddedRun, _ report: inout EmbeddedReport) -> ExitReason {
    let pacing = Pacings.named(clock) ?? Lockstep()
    var verdict = run.play(pacing, width: Self.width, isInterrupted: isInterrupted)
    verdict.reproduce = ["reprise", "replay", run.recorded.name, "--clock", clock].map(ShellWord.quoted)
      .joined(separator: " ")
    report.add(verdict, expected: nil)
    return ReplayCommand.reason(verdict.conclusion)
  }

  /// As many threads as `reprise engine` has.
  private static var width: Int { min(max(2, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), 4) }

  private func isInterrupted() -> Bool { Interruption.hasCome(interrupt) }
}
