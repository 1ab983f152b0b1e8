import ArgumentParser
import EngineTargets
import Glibc
import JSONRPC
import ProcessControl
import Recorder
import Recording
import Replay
import Simulation

/// `reprise replay`: plays recordings against a server.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play recordings against the embedded engine or a server, and say what was the same and what was not.",
    usage: "reprise replay <file> ... [<options>] [-- <command> [<argument> ...]]",
    discussion: """
      The recorded client's messages go to the server, each when what it depended on has happened; the server's answers \
      are held against the recorded ones, and so are the last diagnostics of each document and the latencies.

        reprise replay session.trace.gz
        reprise replay session.trace.gz --runs 1000 --seed 1
        reprise replay failures/session-17.trace.gz --at 412
        reprise replay session.trace.gz -- clangd --background-index
        reprise replay recordings/*.trace.gz --format json -- ./my-server --stdio

      Without a command the embedded engine is played, in this process and in virtual time: the run is the same to the last \
      event each time, on any machine. --seed chooses another order of its tasks and other pauses of the client; --runs takes \
      so many seeds, one after the other, and a tenth of them twice. A failing run is written to failures/ as a recording that \
      makes the same run again. With another --clock the engine runs on real threads.

      For a server's process, --seed moves the timings within what causality allows, and --runs says how often it fails then, \
      with a confidence interval and the seeds of both kinds of outcome.

      For a server's process the recording's files are unpacked to a temporary folder, in which documents are saved as they were in the session; \
      paths are re-based both ways. With --workspace a folder of yours is used instead, and never written to.

      Exit status: 0 all the same; 1 answers or final diagnostics differ or are missing, a property does not hold, or the \
      server crashed or hung; 2 one seed made two different runs; 3 the server could not be started or never answered initialize; 64 this command line is wrong; 65 a recording cannot be \
      read; 130 interrupted. Of several recordings the worst one counts.
      """)

  /// The parser allows one list without a name, so that the server's command is in this one too, behind the files.
  @Argument(help: ArgumentHelp("Recordings; then -- and the server's command with its arguments.", valueName: "file"))
  var filesAndCommand: [String]

  @Option(
    help: ArgumentHelp(
      "When messages go out: virtual (the embedded engine only, and its default), lockstep (the default for servers), recorded (at the recorded distances), scaled:X (at X times the recorded "
        + "distances: 0.5 takes half the time), or flood (all at once).", valueName: "virtual|" + Pacings.syntax))
  var clock: String?

  @Option(
    help: ArgumentHelp(
      "Decides what runs when, and the client's pauses; for a process the pauses, the places of cancels, and how writes are "
        + "cut. The first one with --runs.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("How many seeds to play, one after the other.", valueName: "n"))
  var runs: Int?

  @Option(help: ArgumentHelp("Of so many runs one is made twice and compared.", valueName: "n"))
  var doubleEvery = 10

  @Option(
    help: ArgumentHelp(
      "Stop when the client has sent this record, and show the documents, what is open, and the schedule so far.",
      valueName: "record"))
  var at: Int?

  @Flag(help: "Print each step that was taken: who ran, when, what was drawn and said.")
  var traceSchedule = false

  @Flag(help: "Also play it on real threads, in lockstep, and show the measured latencies beside the simulated ones.")
  var measure = false

  @Option(
    help: ArgumentHelp(
      "Who decides what runs next, instead of the seed: fifo, random, pct:DEPTH:STEPS, pos, starve:STEPS.",
      valueName: "scheduler"))
  var scheduler: String?

  @Option(
    help: ArgumentHelp(
      "What goes wrong in virtual time, at \(FaultPlaces.names); may be repeated.", valueName: FaultText.syntax)
  )
  var fault: [String] = []

  @Option(help: ArgumentHelp("Where the recordings of failing runs go.", valueName: "dir"))
  var failures = "failures"

  @Option(help: ArgumentHelp("Replay in this folder instead of the recording's files.", valueName: "dir"))
  var workspace: String?

  @Option(help: ArgumentHelp("How long a request may take.", valueName: "seconds"))
  var timeout = 30.0

  @Option(
    help: ArgumentHelp("The same for the requests of one method; may be repeated.", valueName: "method=seconds"))
  var timeoutFor: [String] = []

  @Option(
    help: ArgumentHelp(
      "How long to wait at most for the final diagnostics to be the recorded ones.", valueName: "seconds"))
  var settle = 10.0

  @Option(help: "text or json.")
  var format = ReportFormat.text

  @Option(help: ArgumentHelp("Write the replayed session as a recording.", valueName: "file"))
  var save: String?

  @Flag(help: "Leave the temporary folder where it is.")
  var keepWorkspace = false

  @Flag(help: "No progress on standard error.")
  var quiet = false

  // MARK: The command line

  var command: [String] { TrailingCommand.words }
  private var files: [String] { filesAndCommand.dropLast(command.count) }

  func validate() throws {
    if let clock, Pacings.named(clock) == nil, !(clock == "virtual" && command.isEmpty) {
      let reason = clock == "virtual" ? "is for the embedded engine; a process has the real clock" : "is none"
      throw ValidationError(
        "--clock \(clock) \(reason): use one of \(Pacings.syntax), with X a number above 0 and at most 1000.")
    }
    try TrailingCommand.check()
    _ = try embedded()
    if files.isEmpty { throw ValidationError("Which recording? Give at least one file before the --.") }
    if save != nil, files.count > 1 { throw ValidationError("--save takes one session; give it one recording.") }
    if let workspace, access(workspace, R_OK | X_OK) != 0 {
      let reason = String(cString: strerror(errno))
      throw ValidationError("--workspace: cannot read the directory '\(workspace)': \(reason).")
    }
    try check("--timeout", timeout)
    try check("--settle", settle)
    _ = try timeouts()
  }

  private func check(_ name: String, _ seconds: Double) throws {
    guard seconds > 0, seconds <= 86_400 else {
      throw ValidationError("\(name) \(seconds): give seconds, above 0 and at most 86400.")
    }
  }

  func timeouts() throws -> TimeoutPolicy {
    var policy = TimeoutPolicy(request: Self.microseconds(timeout))
    policy.patience = min(policy.patience, policy.request)
    for entry in timeoutFor {
      let parts = entry.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let seconds = Double(parts[1]) else {
        throw ValidationError("--timeout-for \(entry): give a method and seconds, such as textDocument/completion=5.")
      }
      try check("--timeout-for \(parts[0])", seconds)
      policy.byMethod[String(parts[0])] = Self.microseconds(seconds)
    }
    return policy
  }

  private static func microseconds(_ seconds: Double) -> Int64 { Int64(seconds * 1_000_000) }

  // MARK: Running

  func run() throws {
    let output = StandardOutput()
    let interrupt = SignalHandling.catching([SIGINT, SIGTERM, SIGHUP])
    if command.isEmpty { return try replayEmbedded(output, interrupt) }
    if let runs { return try replayPerturbed(runs, output, interrupt) }
    var worst = ExitReason.passed
    var verdicts: [Verdict] = []
    for file in files {
      let (reason, verdict) = try replay(file, interrupt: interrupt)
      if let verdict {
        if format == .text { output.write(TextReport.lines(verdict).joined(separator: "\n") + "\n") }
        output.flush()
        verdicts.append(verdict)
      }
      worst = worst.worse(reason)
      if reason == .interrupted { break }
    }
    if format == .json {
      output.write(JSONReport.value(verdicts).serialized() + [UInt8(ascii: "\n")])
      output.flush()
    }
    if worst != .passed { throw worst.thrown }
  }

  private func replay(_ file: String, interrupt: Int32?) throws -> (ExitReason, Verdict?) {
    let recorded: RecordedSession
    do throws(RecordingError) {
      recorded = try RecordedSession.load(path: file)
    } catch {
      Output.message("\(error)")
      return (.badInput, nil)
    }
    if !recorded.isFinished { Output.message("\(file) is unfinished; it is replayed as far as it goes") }
    if isHeldToProperties(recorded) { return try playGenerated(recorded, file, interrupt) }
    var run = ReplayRun(try options(for: file))
    run.interrupt = interrupt
    run.savePath = save
    run.recorder = "reprise \(Reprise.version)"
    run.started = WallClock.now()
    let meter = quiet ? nil : ProgressMeter(label: file)
    if let meter { run.progress = { meter.show($0, of: $1) } }
    do throws(ReplayRun.Failure) {
      let verdict = try run.run(recorded)
      meter?.finish()
      if keepWorkspace { Output.message("the workspace is in \(verdict.workspace.path)") }
      return (Self.reason(verdict.conclusion), verdict)
    } catch {
      meter?.finish()
      Output.message("\(error)")
      return (error.isBadInput ? .badInput : .cannotRun, nil)
    }
  }

  // MARK: A process under other timings

  private func replayPerturbed(_ runs: Int, _ output: StandardOutput, _ interrupt: Int32?) throws {
    let replay = PerturbedReplay(seed: seed ?? 1, runs: runs, failures: failures, isQuiet: quiet)
    var (worst, results) = (ExitReason.passed, [JSONValue]())
    for file in files {
      let recorded: RecordedSession
      do throws(RecordingError) {
        recorded = try RecordedSession.load(path: file)
      } catch {
        Output.message("\(error)")
        worst = worst.worse(.badInput)
        continue
      }
      var run = ReplayRun(try options(for: file))
      run.interrupt = interrupt
      run.recorder = "reprise \(Reprise.version)"
      run.started = WallClock.now()
      let (reason, result) = replay.play(run, recorded)
      if format == .text { output.write(FlakeReport.lines(result).joined(separator: "\n") + "\n") }
      output.flush()
      results.append(FlakeReport.json(result))
      worst = worst.worse(reason)
      if reason == .interrupted { break }
    }
    if format == .json { output.write(JSONReport.document(results).serialized() + [UInt8(ascii: "\n")]) }
    output.flush()
    if worst != .passed { throw worst.thrown }
  }

  // MARK: The embedded engine

  private func replayEmbedded(_ output: StandardOutput, _ interrupt: Int32?) throws {
    var replay = try embedded()
    replay.interrupt = interrupt
    let worst = replay.run(files, output)
    if worst != .passed { throw worst.thrown }
  }

  private func embedded() throws -> EmbeddedReplay {
    var replay = EmbeddedReplay(clock: clock ?? "virtual", format: format, timeouts: try timeouts())
    replay.settle = Self.microseconds(settle)
    replay.seed = seed
    replay.runs = runs
    replay.doubleEvery = doubleEvery
    replay.stopsAt = at
    replay.tracesSchedule = traceSchedule
    replay.measures = measure
    replay.failures = failures
    replay.save = save
    replay.isQuiet = quiet
    if let scheduler {
      guard let kind = SchedulerKind(text: scheduler) else {
        throw ValidationError("--scheduler \(scheduler): use fifo, random, pct:DEPTH:STEPS, pos or starve:STEPS.")
      }
      replay.scheduler = kind
    }
    for text in fault {
      guard let (place, rule) = FaultText.parse(text), FaultPlaces.exist(place) else {
        throw ValidationError("--fault \(text): use \(FaultText.syntax), with a place of \(FaultPlaces.names).")
      }
      if let kinds = FaultPlaces.kinds(at: place, insteadOf: rule.fault) {
        throw ValidationError("--fault \(text): at \(place) this makes no sense; use \(kinds).")
      }
      replay.faults[place, default: []].append(rule)
    }
    if let runs, !(1...10_000_000).contains(runs) {
      throw ValidationError("--runs \(runs): give a number from 1 to 10000000.")
    }
    guard doubleEvery > 0 else { throw ValidationError("--double-every \(doubleEvery): give a number above 0.") }
    let isPlain = at == nil && !traceSchedule && !measure && scheduler == nil && fault.isEmpty
    if !isPlain, !command.isEmpty || replay.clock != "virtual" {
      throw ValidationError("--at, --scheduler, --fault, --measure and --trace-schedule are for virtual time.")
    }
    if seed != nil || runs != nil, command.isEmpty, replay.clock != "virtual" {
      throw ValidationError("--seed and --runs are for virtual time, or for a server's process after --.")
    }
    if runs != nil, save != nil { throw ValidationError("--save takes one session; leave --runs away.") }
    if runs != nil, at != nil || traceSchedule || measure {
      throw ValidationError("--at, --measure and --trace-schedule are about one run; leave --runs away.")
    }
    return replay
  }

  func options(for file: String) throws -> ReplayRun.Options {
    var options = ReplayRun.Options(command: command)
    options.pacing = clock.flatMap(Pacings.named) ?? Lockstep()
    options.timeouts = try timeouts()
    options.quiescence = FinalDiagnostics(limit: Self.microseconds(settle))
    options.workspace = workspace
    options.keepsWorkspace = keepWorkspace
    options.seed = seed
    var words = ["reprise", "replay", file]
    if let clock, clock != "lockstep" { words += ["--clock", clock] }
    if let workspace { words += ["--workspace", workspace] }
    if runs != nil { words += ["--seed", "SEED"] } else if let seed { words += ["--seed", String(seed)] }
    options.reproduce = (words + ["--"] + command).map(ShellWord.quoted).joined(separator: " ")
    return options
  }

  static func reason(_ conclusion: Verdict.Conclusion) -> ExitReason {
    switch conclusion {
    case .passed: .passed
    case .failed: .failed
    case .couldNotRun: .cannotRun
    case .interrupted: .interrupted
    }
  }
}
