import ArgumentParser
import Glibc
import JSONRPC
import ProcessControl
import Recorder
import Recording
import Replay

/// `reprise replay`: plays recordings against a server.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Play recordings against a server, and say what was the same and what was not.",
    usage: "reprise replay <file> ... [<options>] -- <command> [<argument> ...]",
    discussion: """
      The recorded client's messages go to the server, each when what it depended on has happened; the server's answers \
      are held against the recorded ones, and so are the last diagnostics of each document and the latencies.

        reprise replay session.trace.gz -- clangd --background-index
        reprise replay recordings/*.trace.gz --format json -- ./my-server --stdio

      The recording's files are unpacked to a temporary folder, in which documents are saved as they were in the session; \
      paths are re-based both ways. With --workspace a folder of yours is used instead, and never written to.

      Exit status: 0 all the same; 1 answers or final diagnostics differ or are missing, or the server crashed or hung; \
      3 it could not be started or never answered initialize; 64 this command line is wrong; 65 a recording cannot be \
      read; 130 interrupted. Of several recordings the worst one counts.
      """)

  /// The parser allows one list without a name, so that the server's command is in this one too, behind the files.
  @Argument(help: ArgumentHelp("Recordings; then -- and the server's command with its arguments.", valueName: "file"))
  var filesAndCommand: [String]

  @Option(
    help: ArgumentHelp(
      "When messages go out: lockstep, recorded (at the recorded distances), scaled:X (at X times the recorded "
        + "distances: 0.5 takes half the time), or flood (all at once).", valueName: Pacings.syntax))
  var clock = "lockstep"

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

  private var command: [String] { Array(CommandLine.arguments.drop { $0 != "--" }.dropFirst()) }
  private var files: [String] { filesAndCommand.dropLast(command.count) }

  func validate() throws {
    let engineAsServer = "The embedded engine is replayed as a server of its own in this version: -- reprise engine"
    if clock == "virtual" {
      throw ValidationError(
        "--clock virtual does not exist yet; use one of \(Pacings.syntax), and a server after --. \(engineAsServer).")
    }
    if Pacings.named(clock) == nil {
      throw ValidationError("--clock \(clock): use one of \(Pacings.syntax), with X a number above 0 and at most 1000.")
    }
    if command.isEmpty {
      throw ValidationError("Which server? Put its command after --, such as: -- clangd. \(engineAsServer).")
    }
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

  private func timeouts() throws -> TimeoutPolicy {
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

  private func options(for file: String) throws -> ReplayRun.Options {
    var options = ReplayRun.Options(command: command)
    options.pacing = Pacings.named(clock) ?? Lockstep()
    options.timeouts = try timeouts()
    options.quiescence = FinalDiagnostics(limit: Self.microseconds(settle))
    options.workspace = workspace
    options.keepsWorkspace = keepWorkspace
    var words = ["reprise", "replay", file]
    if clock != "lockstep" { words += ["--clock", clock] }
    if let workspace { words += ["--workspace", workspace] }
    options.reproduce = (words + ["--"] + command).map(ShellWord.quoted).joined(separator: " ")
    return options
  }

  private static func reason(_ conclusion: Verdict.Conclusion) -> ExitReason {
    switch conclusion {
    case .passed: .passed
    case .failed: .failed
    case .couldNotRun: .cannotRun
    case .interrupted: .interrupted
    }
  }
}
