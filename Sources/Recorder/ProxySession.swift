import Glibc
import JSONRPC
import ProcessControl
import Recording
import Synchronization

/// The threads of one session, and the order in which they end.
final class ProxySession: Sendable {
  /// The signal by which blocking reads are ended; ignored by default, so that a stray one does no harm.
  static let interruption = SIGURG
  /// How long the thread that reads the client may take to end; it may be stuck in a write that nobody reads.
  private static let clientPatience: Int64 = 200
  /// How long the recording may take to be finished before we end without it, in milliseconds; and how much of that it
  /// may take without writing anything.
  private static let recordingPatience: Int64 = 5000
  private static let stallPatience: Int64 = 1000
  private static let capturePatience: Int64 = 500
  private static let lastWordPatience: Int64 = 100

  private let child: ChildProcess
  private let options: RecordingProxy.Options
  private let intake = Intake()
  private let captures = CaptureRequests()
  private let created = CreatedPath()
  private let notices = Notices()
  private let header: Header
  private let path: String
  private let start = Uptime.now()
  private let threads = Mutex<Threads?>(nil)
  private let isAborted = Atomic<Bool>(false)

  private struct Threads: Sendable {
    var client: (forwarder: Forwarder, thread: WorkerThread)
    var server: (forwarder: Forwarder, thread: WorkerThread)
    var standardError: (forwarder: Forwarder, thread: WorkerThread)
    var recording: WorkerThread
    var capture: WorkerThread
  }

  init(options: RecordingProxy.Options, child: ChildProcess, started: String) {
    self.options = options
    self.child = child
    header = Header(
      started: started, recorder: options.recorder, command: options.command, directory: WorkingDirectory.path,
      framing: options.framing, capture: options.capture)
    path = OutputPath.resolve(
      options.output, defaultName: OutputPath.defaultName(started: started, processIdentifier: getpid()),
      isDirectory: WorkingDirectory.isDirectory)
  }

  // MARK: Starting

  func start(signals: Int32?) {
    // The streams first: nothing may keep the session waiting.
    let client = forward(.client, from: STDIN_FILENO, to: child.standardInput)
    let server = forward(.server, from: child.standardOutput, to: STDOUT_FILENO)
    let standardError = forward(.standardError, from: child.standardError, to: STDERR_FILENO)
    startSignals(signals)
    threads.withLock {
      $0 = Threads(
        client: client, server: server, standardError: standardError, recording: startRecording(),
        capture: startCapture())
    }
  }

  private func forward(
    _ stream: Intake.Stream, from source: Int32, to destination: Int32
  ) -> (forwarder: Forwarder, thread: WorkerThread) {
    let forwarder = Forwarder(stream, from: source, to: destination, intake: intake)
    let framing = options.framing
    let child = child
    let thread = WorkerThread(name: "\(stream)") {
      let ending = forwarder.run(framing: framing)
      // When the server closes its standard error it is mostly about to end, and then we need ours for a last word.
      if stream == .standardError, child.wait(milliseconds: Self.lastWordPatience) != nil { return }
      Self.close(forwarder, after: ending)
    }
    return (forwarder, thread)
  }

  /// Hands the end of a stream on: a reader sees the end of input, a writer that nobody reads.
  private static func close(_ forwarder: Forwarder, after ending: Forwarder.Ending) {
    switch ending {
    case .endOfInput: StandardStream.close(forwarder.destination)
    case .brokenDestination: StandardStream.close(forwarder.source)
    case .stopped: break
    }
  }

  private func startSignals(_ events: Int32?) {
    guard let events else { return }
    let signals = SignalThread(events: events, child: child, intake: intake) { [self] in
      isAborted.store(true, ordering: .relaxed)
    }
    _ = WorkerThread(name: "signals") { signals.run() }
  }

  private func startRecording() -> WorkerThread {
    WorkerThread(name: "recording") { [self] in
      WorkerThread.beConsiderate()
      let file = DiskFile(path: path, notices: notices, created: created)
      let sink = RecordingSink(header: header, file: file, path: path, start: start, notices: notices)
      RecordingThread(intake: intake, captures: captures).run(sink, facts: SessionFacts(capture: options.capture.mode))
    }
  }

  private func startCapture() -> WorkerThread {
    let workspace = options.workspace.map(WorkingDirectory.absolute)
    let capture = CaptureThread(
      policy: options.capture, workspace: workspace, intake: intake, requests: captures, created: created)
    return WorkerThread(name: "capture") {
      WorkerThread.beConsiderate()
      capture.run()
    }
  }

  // MARK: Ending

  /// The server has ended. What it left in its pipes is passed on, but nobody is waited for: a process that it started may
  /// hold the pipes open for ever, and the client may keep its end open just as long.
  func finish(after status: ExitStatus) -> ExitStatus {
    guard let threads = threads.withLock({ $0 }) else { return status }
    for (forwarder, _) in [threads.server, threads.standardError] {
      Descriptor.setNonblocking(forwarder.source)
      forwarder.requestStop()
    }
    threads.client.forwarder.requestStop()
    drain([threads.server.thread, threads.standardError.thread])
    interrupt(threads.client.thread, until: Uptime.after(milliseconds: Self.clientPatience))
    finishCapture(threads.capture)
    intake.finish(status.recorded)
    if !finishesInTime(threads.recording) {
      notices.sayTrouble("the recording \(path) could not be finished in time; it ends before the session did")
    }
    return status
  }

  /// The last messages may ask for files.
  private func finishCapture(_ thread: WorkerThread) {
    guard options.capture.mode != .none else { return captures.close() }
    intake.settle(until: Uptime.after(milliseconds: Self.capturePatience))
    captures.close()
    thread.join(until: Uptime.now() + CaptureThread.overtime + Self.capturePatience * 1_000_000)
  }

  private func finishesInTime(_ recording: WorkerThread) -> Bool {
    let deadline = Uptime.after(milliseconds: Self.recordingPatience)
    if recording.join(until: Uptime.after(milliseconds: Self.stallPatience)) { return true }
    while Uptime.now() < deadline, !intake.isStalled(for: Self.stallPatience * 1_000_000) {
      if recording.join(until: Uptime.after(milliseconds: 50)) { return true }
    }
    return false
  }

  /// As long as the client reads slowly, the server would have lived on; only a signal ends the wait.
  private func drain(_ threads: [WorkerThread]) {
    for thread in threads {
      thread.interrupt(with: Self.interruption)
      while !thread.join(until: Uptime.after(milliseconds: 20)), !isAborted.load(ordering: .relaxed) {}
    }
  }

  private func interrupt(_ thread: WorkerThread, until deadline: Int64) {
    // More than once: the thread may be about to block when the signal comes.
    while Uptime.now() < deadline {
      thread.interrupt(with: Self.interruption)
      if thread.join(until: Uptime.after(milliseconds: 1)) { return }
    }
  }
}

extension ExitStatus {
  fileprivate var recorded: End.Status {
    switch self {
    case .exit(let code): .exit(Int(code))
    case .signal(let number): .signal(Int(number))
    }
  }
}
