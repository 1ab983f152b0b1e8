import Glibc
import JSONRPC
package import ProcessControl
package import Recording
import Transcript

/// One recording, replayed against one command, from the file's records to a verdict.
package struct ReplayRun {
  package struct Options: Sendable {
    package var command: [String]
    package var pacing: any Pacing = Lockstep()
    package var timeouts = TimeoutPolicy()
    package var quiescence: any QuiescenceRule = FinalDiagnostics()
    /// A folder to replay in; nil: a temporary one with the recording's files.
    package var workspace: String?
    package var keepsWorkspace = false
    /// Moves timings as this seed says; nil for none.
    package var seed: UInt64?
    /// The command line that does this again.
    package var reproduce = ""

    package init(command: [String]) { self.command = command }
  }

  package enum Failure: Error, CustomStringConvertible {
    case workspace(WorkspaceError)
    case spawn(SpawnError)
    case save(SessionWriterError)
    case nothingToReplay(String)
    /// What the file's header says about the run makes no sense.
    case badHeader(String, String)
    /// The server does not answer `initialize`.
    case noAnswer(String)

    package var description: String {
      switch self {
      case .workspace(let error): error.description
      case .spawn(let error): error.message
      case .save(let error): error.description
      case .badHeader(let name, let what): "\(name): \(what); was it written by a newer version?"
      case .noAnswer(let command): "\(command): the server did not answer initialize; is it a language server on stdio?"
      case .nothingToReplay(let name): "\(name): the recording has no message from a client; there is nothing to replay"
      }
    }

    /// Whether the recording is to blame, and not the machine or the server.
    package var isBadInput: Bool {
      switch self {
      case .nothingToReplay, .badHeader: true
      case .workspace(let error): error.isBadInput
      case .spawn, .save, .noAnswer: false
      }
    }
  }

  package var options: Options
  package var interrupt: Int32?
  package var progress: ((_ done: Int, _ total: Int) -> Void)?
  /// Gets all that passes, in order, with its time in microseconds.
  package var observe: ((Record.Event, Int64) -> Void)?
  /// Where the replayed session is written as a recording.
  package var savePath: String?
  /// Name and version of this program, for the header of that recording.
  package var recorder = "reprise"
  /// The time of day at which the replay starts, RFC 3339 in UTC, for the same.
  package var started = ""

  package init(_ options: Options) { self.options = options }

  package func run(_ recorded: RecordedSession) throws(Failure) -> Verdict {
    let script = Script(recorded)
    if script.steps.isEmpty { throw .nothingToReplay(recorded.name) }
    var workspace = try makeWorkspace(recorded)
    defer { if !options.keepsWorkspace { workspace.remove() } }
    var session = ReplaySession(
      script: script,
      options: ReplaySession.Options(
        pacing: options.pacing, timeouts: options.timeouts, quiescence: options.quiescence,
        processIdentifier: Int(getpid()), paths: workspace.paths))
    session.options.perturbation = options.seed.map { Perturbation(seed: $0, script: script) }
    var target = ProcessTarget(command: options.command, framing: recorded.header.framing)
    target.splitWrites = options.seed.map { SplitWrites(seed: $0) }
    target.interrupt = interrupt
    target.progress = progress
    let writer = try makeWriter(recorded, workspace)
    if writer != nil || observe != nil {
      target.tap = { [observe] event, time in
        writer?.append(event, at: time)
        observe?(event, time)
      }
    }
    let run: TargetRun
    do throws(SpawnError) {
      run = try target.run(&session, &workspace)
    } catch {
      throw .spawn(error)
    }
    var verdict = verdict(recorded, script, session.outcome, run, workspace)
    if let writer {
      writer.finish(peers: savedPeers(recorded, verdict, workspace), status: session.outcome.status)
      if let failure = writer.failure { verdict.problems.append(Problem(.workspace, .warning, failure)) }
    }
    return verdict
  }

  // MARK: Saving

  private func makeWriter(_ recorded: RecordedSession, _ workspace: ReplayWorkspace) throws(Failure) -> SessionWriter? {
    guard let savePath else { return nil }
    var ran = [
      JSONMember("replayed", .string(recorded.name)), JSONMember("clock", .string(options.pacing.name)),
    ]
    if let seed = options.seed { ran.append(JSONMember("seed", .string(String(seed)))) }
    let header = Header(
      started: started, recorder: recorder, command: options.command, directory: workspace.directory,
      framing: recorded.header.framing, capture: recorded.header.capture,
      run: .object(ran))
    do throws(SessionWriterError) {
      let writer = try SessionWriter(path: savePath, header: header)
      for file in recorded.files + recorded.changedFiles { writer.append(.file(file), at: 0) }
      return writer
    } catch {
      throw .save(error)
    }
  }

  private func savedPeers(_ recorded: RecordedSession, _ verdict: Verdict, _ workspace: ReplayWorkspace) -> Peers? {
    guard var peers = recorded.peers else { return nil }
    peers.server = Peers.Peer(name: verdict.replayedServer.name, version: verdict.replayedServer.version)
    peers.roots = peers.roots.map { workspace.paths.mapped(uri: $0) }
    return peers
  }

  private func makeWorkspace(_ recorded: RecordedSession) throws(Failure) -> ReplayWorkspace {
    do throws(WorkspaceError) {
      if let folder = options.workspace { return try ReplayWorkspace(inPlace: folder, for: recorded) }
      return try ReplayWorkspace(unpacking: recorded)
    } catch {
      throw .workspace(error)
    }
  }

  // MARK: The verdict

  private func verdict(
    _ recorded: RecordedSession, _ script: Script, _ outcome: ReplayOutcome, _ run: TargetRun,
    _ workspace: ReplayWorkspace
  ) -> Verdict {
    var verdict = Self.verdict(
      recorded, script, outcome, paths: workspace.paths, timeouts: options.timeouts, clock: options.pacing.name,
      command: options.command, problems: workspace.problems + Self.leftovers(run.leftovers))
    verdict.workspace = Verdict.WorkspaceSummary(
      path: workspace.root, isTemporary: workspace.isTemporary, isKept: options.keepsWorkspace,
      unpacked: workspace.unpackedCount, created: workspace.created, saved: workspace.savedCount)
    verdict.standardError = run.standardError.lines
    verdict.leftovers = run.leftovers
    verdict.status = outcome.status
    verdict.reproduce = options.reproduce
    verdict.conclude(script, outcome)
    return verdict
  }

  private static func leftovers(_ count: Int) -> [Problem] {
    count == 0 ? [] : [Problem(.leftovers, .warning, "the server left \(count) process(es) behind; ended")]
  }

  /// What can be said of any replay, wherever the server was. Not yet concluded.
  static func verdict(
    _ recorded: RecordedSession, _ script: Script, _ outcome: ReplayOutcome, paths: PathMap, timeouts: TimeoutPolicy,
    clock: String, command: [String], problems: [Problem] = [], diagnostics: DiagnosticsComparison? = nil
  ) -> Verdict {
    var judge = Judge(script, outcome, paths: paths, timeouts: timeouts)
    let (methods, examples) = judge.judge()
    let peers = recorded.peers
    var verdict = Verdict(
      recording: recorded.name, clock: clock,
      recordedClient: Verdict.Server(name: peers?.client.name, version: peers?.client.version, command: []),
      recordedServer: Verdict.Server(
        name: peers?.server.name, version: peers?.server.version, command: recorded.header.command),
      replayedServer: judge.liveServer(command: command),
      recordedDuration: script.transcript.messages.last?.time ?? 0, replayedDuration: outcome.duration,
      messages: (script.steps.count, outcome.stepsSent), methods: methods, examples: examples,
      diagnostics: script.isGenerated || outcome.crashWasInjected
        ? [] : (diagnostics ?? DiagnosticsComparison(script, paths: paths)).documents(of: outcome),
      traffic: judge.traffic(), tokens: (outcome.tokensBound, outcome.tokensUnbound))
    var log = outcome.log
    for problem in RecordingProblems.found(in: recorded, script, outcome) + problems { log.add(problem) }
    verdict.problems = log.problems
    verdict.omittedProblems = log.omitted
    return verdict
  }
}

extension Verdict {
  /// To be called when all is said that speaks for or against the server.
  mutating func conclude(_ script: Script, _ outcome: ReplayOutcome) {
    let asksInitialize = script.exchanges.values.contains { $0.request.method == Method.initialize }
    conclusion =
      if outcome.log.count(of: .interrupted) > 0 {
        .interrupted
      } else if asksInitialize, !outcome.initializeAnswered, !outcome.crashWasInjected {
        .couldNotRun
      } else {
        failures.isEmpty ? .passed : .failed
      }
  }
}
