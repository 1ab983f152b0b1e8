import Glibc
package import JSONRPC
package import ProcessControl
package import Recording

/// Stands between a client on our standard input and output, and a server that it starts.
package struct RecordingProxy: Sendable {
  package struct Options: Sendable {
    package var command: [String]
    /// As given after `-o`.
    package var output: String?
    /// The workspace's first root; nil to take it from the client.
    package var workspace: String?
    package var framing: Framing
    package var capture: CapturePolicy
    /// Name and version of this program.
    package var recorder: String

    package init(
      command: [String], output: String? = nil, workspace: String? = nil, framing: Framing = .contentLength,
      capture: CapturePolicy = CapturePolicy(mode: .none), recorder: String
    ) {
      self.command = command
      self.output = output
      self.workspace = workspace
      self.framing = framing
      self.capture = capture
      self.recorder = recorder
    }
  }

  let options: Options

  package init(_ options: Options) { self.options = options }

  /// Runs the session to its end, and returns how the server ended.
  /// - Throws: ``SpawnError`` when the server cannot be started; then nothing was recorded.
  package func run() throws(SpawnError) -> ExitStatus {
    let inherited = SignalState.inherited
    prepareSignals()
    let signals = SignalHandling.catching(SignalHandling.forwardable.subtracting(inherited.ignored))
    let started = WallClock.now()
    let child = try ChildProcess.spawn(
      command: options.command[0], arguments: Array(options.command.dropFirst()), signals: inherited)
    let session = ProxySession(options: options, child: child, started: started)
    session.start(signals: signals)
    return session.finish(after: child.wait())
  }

  /// A broken pipe and a file that has grown too large are told by errors; a thread that blocks can be interrupted.
  private func prepareSignals() {
    SignalHandling.ignore([SIGPIPE, SIGXFSZ])
    SignalHandling.interrupts(with: ProxySession.interruption)
  }
}
