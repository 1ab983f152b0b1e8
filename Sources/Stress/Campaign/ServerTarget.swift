import Checkers
package import JSONRPC
import Recording
package import Replay
import Simulation

/// A language server's process. Its sessions are legal, in its language, and ask for nothing that it does not offer; what comes of them is
/// a matter of time, so failures are made to happen again before they are believed.
package struct ServerTarget: StressTarget {
  package let command: [String]
  package let language: SampleWorkspace.Language
  package let framings = [Framing.contentLength]
  package let features: Set<Feature>
  package let isSimulated = false

  /// Starts the server once, to see what it offers.
  ///
  /// - Throws: why it could not be started, or ``ReplayRun/Failure/noAnswer(_:)`` when it does not answer `initialize`.
  package init(_ command: [String], _ language: SampleWorkspace.Language) throws(ReplayRun.Failure) {
    self.command = command
    self.language = language
    var choices = Choices(seed: 0)
    var script = ClientScript(
      framing: .contentLength, workspace: SampleWorkspace.make(language, &choices), features: [])
    script.handshake()
    let subject = ServerSubject(command: command, session: script.finish(name: "handshake"))
    let events = try subject.play(RunOptions()).events
    guard let capabilities = Self.capabilities(events) else { throw .noAnswer(command.joined(separator: " ")) }
    features = Set(serverCapabilities: capabilities)
  }

  private static func capabilities(_ events: [FreshOracle.Event]) -> JSONValue? {
    for case .message(.server, let message) in events.map(\.event) {
      if let found = (try? JSONValue(parsing: message.body))?["result"]?["capabilities"] { return found }
    }
    return nil
  }

  package func subject(_ session: RecordedSession) -> any StressSubject {
    ServerSubject(command: command, session: session)
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
  let command: [String]
  let session: RecordedSession

  /// A person's pauses would make a session take minutes.
  private static let pace = RecordedPace(factor: 0.1, name: "scaled:0.1")

  var typicalSteps: Int { max(100, session.records.count * 12) }

  func play(_ options: RunOptions, recordsSchedule: Bool) throws(ReplayRun.Failure) -> StressRun {
    var run = ReplayRun(ReplayRun.Options(command: command))
    run.options.pacing = Self.pace
    run.options.seed = options.variesPace ? options.seed : nil
    var events: [FreshOracle.Event] = []
    run.observe = { events.append(($0, $1)) }
    var verdict = try run.run(session)
    verdict.findings = findings(events, verdict)
    if verdict.conclusion == .passed, !verdict.failures.isEmpty { verdict.conclusion = .failed }
    var result = StressRun(verdict: verdict, events: rebased(events, from: verdict.workspace.path))
    result.time = verdict.replayedDuration
    return result
  }

  /// Each run has a folder of its own; in what is compared, files are where the session has them.
  private func rebased(_ events: [FreshOracle.Event], from root: String) -> [FreshOracle.Event] {
    guard !root.isEmpty, root != session.header.directory else { return events }
    return events.map { event, time in
      guard case .message(let party, let message) = event else { return (event, time) }
      let text = String(decoding: message.body, as: UTF8.self)
      guard text.contains(root) else { return (event, time) }
      let body = Array(text.replacing(root, with: session.header.directory).utf8)
      return (.message(from: party, FramedMessage(body: body)), time)
    }
  }

  private func findings(_ events: [FreshOracle.Event], _ verdict: Verdict) -> [Finding] {
    let records = PlayedSession.records(events, status: verdict.status)
    return Checkers.findings(in: records, framing: session.header.framing, isComplete: true)
  }

  func write(_ options: RunOptions, to folder: String) throws(SessionWriterError) -> String {
    try FailureFiles(folder: folder).write(session, options)
  }
}
