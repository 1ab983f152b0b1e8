import Checkers
package import JSONRPC
import Recording
package import Replay
import Simulation

/// A language server's process. Its sessions are in its language and ask for nothing that it does not offer; what comes of them is a
/// matter of time, so failures are made to happen again before they are believed.
package struct ServerTarget: StressTarget {
  /// How it is started; another one must offer the same.
  package var command: [String]
  package let language: SampleWorkspace.Language
  package let framings = [Framing.contentLength]
  package let isSimulated = false
  /// How long it may take.
  package var timeouts: TimeoutPolicy
  package var quietBeforeProbes = Probes.quiet
  /// A person's pauses are multiplied by it: they would make a session take minutes.
  package var pace = 0.1
  /// A descriptor that can be read when a person wants an end.
  package var interrupt: Int32?
  /// What it has answered to `initialize`, by the client's name.
  private var offers: [String: ServerOffer] = [:]

  /// A target for sessions that are written already.
  ///
  /// - Parameters:
  ///   - command: starts it.
  ///   - language: what its workspaces are written in.
  ///   - timeouts: how long it may take.
  package init(
    playing command: [String], _ language: SampleWorkspace.Language, timeouts: TimeoutPolicy = TimeoutPolicy()
  ) {
    (self.command, self.language, self.timeouts) = (command, language, timeouts)
  }

  /// Starts the server once for each kind of client, to see what it offers.
  ///
  /// - Throws: why it could not be started, or ``ReplayRun/Failure/noAnswer(_:)`` when it does not answer `initialize`.
  package init(
    _ command: [String], _ language: SampleWorkspace.Language, timeouts: TimeoutPolicy = TimeoutPolicy(),
    interrupt: Int32? = nil
  ) throws(ReplayRun.Failure) {
    self.init(playing: command, language, timeouts: timeouts)
    self.interrupt = interrupt
    for dialect in ClientDialect.all { offers[dialect.name] = try ask(as: dialect) }
  }

  private func ask(as dialect: ClientDialect) throws(ReplayRun.Failure) -> ServerOffer {
    var choices = Choices(seed: 0)
    var script = ClientScript(
      framing: .contentLength, workspace: SampleWorkspace.make(language, &choices), dialect: dialect, features: [])
    script.handshake()
    let run = try subject(script.finish(name: "handshake")).play(RunOptions())
    guard let capabilities = Self.capabilities(run.events) else { throw .noAnswer(command.joined(separator: " ")) }
    return ServerOffer(serverCapabilities: capabilities)
  }

  private static func capabilities(_ events: [FreshOracle.Event]) -> JSONValue? {
    for case .message(.server, let message) in events.map(\.event) {
      if let found = (try? JSONValue(parsing: message.body))?["result"]?["capabilities"] { return found }
    }
    return nil
  }

  package func offer(to dialect: ClientDialect) -> ServerOffer { offers[dialect.name] ?? ServerOffer(features: []) }

  package func subject(_ session: RecordedSession) -> any StressSubject {
    ServerSubject(target: self, session: session)
  }

  /// What a server of this name is for, as far as we know.
  package static func language(of command: [String]) -> SampleWorkspace.Language? {
    let name = command.first?.split(separator: "/").last.map(String.init) ?? ""
    let known: [(SampleWorkspace.Language, [String])] = [
      (.c, ["clangd", "ccls"]), (.swift, ["sourcekit-lsp"]),
      (.python, ["pylsp", "ty", "ruff", "pyright", "basedpyright", "jedi", "pyrefly", "zuban", "zubanls"]),
      (.pike, ["reprise", "pike"]),
    ]
    return known.first { $0.1.contains { name == $0 || name.hasPrefix($0 + "-") } }?.0
  }
}

private struct ServerSubject: StressSubject {
  let target: ServerTarget
  let session: RecordedSession

  var typicalSteps: Int { max(100, session.records.count * 12) }

  func play(_ options: RunOptions, recordsSchedule: Bool) throws(ReplayRun.Failure) -> StressRun {
    var run = ReplayRun(ReplayRun.Options(command: target.command))
    run.options.pacing = RecordedPace(factor: target.pace, name: "scaled:\(target.pace)")
    run.options.timeouts = target.timeouts
    run.options.seed = options.variesPace ? options.seed : nil
    run.interrupt = target.interrupt
    var events: [FreshOracle.Event] = []
    run.observe = { events.append(($0, $1)) }
    var verdict = try run.run(session)
    verdict.findings = findings(events, verdict, options)
    ProcessEnd.excuseLateness(&verdict)
    if options.isClientIllegal {
      ProcessEnd.excuseEnd(&verdict)
      ProcessEnd.excuseSilence(&verdict, events)
    }
    if verdict.conclusion == .passed, !verdict.failures.isEmpty { verdict.conclusion = .failed }
    var result = StressRun(verdict: verdict, events: rebased(events, from: verdict.workspace.path))
    result.time = verdict.replayedDuration
    return result
  }

  /// Each run has a folder of its own; in what is compared, files are where the session has them.
  private func rebased(_ events: [FreshOracle.Event], from root: String) -> [FreshOracle.Event] {
    guard !root.isEmpty, root != session.header.directory else { return events }
    // However it is written: some servers escape slashes.
    let paths = PathMap([(root, session.header.directory)])
    return events.map { event, time in
      guard case .message(let party, let message) = event else { return (event, time) }
      let text = String(decoding: paths.rewritten(message.body), as: UTF8.self)
      // Within other text, too.
      let body = Array(text.replacing(root, with: session.header.directory).utf8)
      return (.message(from: party, FramedMessage(body: body)), time)
    }
  }

  private func findings(_ events: [FreshOracle.Event], _ verdict: Verdict, _ options: RunOptions) -> [Finding] {
    let records = PlayedSession.records(events, status: verdict.status)
    let framing = session.header.framing
    var limits = CheckerLimits()
    // What has not come by then does not come.
    limits.longestAnswer = target.timeouts.request
    let checkers = options.isClientIllegal ? Checkers.whateverTheClientDoes : Checkers.all(for: framing)
    let found =
      Checkers.findings(in: records, by: checkers, framing: framing, isComplete: true, limits: limits)
      + ProcessEnd.findings(verdict, events)
    return options.isClientIllegal ? found.map(ProcessEnd.excused) : found
  }

  func write(_ options: RunOptions, to folder: String) throws(SessionWriterError) -> String {
    try FailureFiles(folder: folder).write(session, options)
  }
}
