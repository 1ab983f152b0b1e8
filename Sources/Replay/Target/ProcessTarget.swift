import Glibc
package import JSONRPC
package import ProcessControl
package import Recording

/// What a target can tell beside the session's outcome.
package struct TargetRun: Sendable {
  package var standardError = StandardErrorTail()
  /// Processes that the server started and that outlived it, or had to be ended with it.
  package var leftovers = 0

  package init() {}
}

/// Runs a session against a server process on stdio: one thread, one poll loop.
package struct ProcessTarget {
  package var command: [String]
  package var framing: Framing
  /// Cuts what the server reads into pieces; nil to write what its pipe takes.
  package var splitWrites: SplitWrites?
  /// A descriptor that can be read when a person wants an end.
  package var interrupt: Int32?
  /// Gets all that passes, in order, with its time: the session as a recording would have it.
  package var tap: ((Record.Event, Int64) -> Void)?
  /// Called now and then with how far the session has come.
  package var progress: ((_ done: Int, _ total: Int) -> Void)?

  package init(command: [String], framing: Framing = .contentLength) {
    self.command = command
    self.framing = framing
  }

  /// Plays the session to its end. When this returns, the server and what it started are gone.
  package func run(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) throws(SpawnError) -> TargetRun {
    Leftovers.adoptOrphans()
    SignalHandling.ignore([SIGPIPE])
    let child = try ChildProcess.spawn(
      command: command[0], arguments: Array(command.dropFirst()), directory: workspace.directory,
      newProcessGroup: true)
    var conversation = ProcessConversation(child, target: self)
    conversation.run(&session, &workspace)
    return conversation.finish()
  }
}

/// One run of a process target.
private struct ProcessConversation {
  /// Junk beyond this is not listened to; a message over the framer's limit counts as junk.
  private static let maximumNoise = 8 << 20
  private static let readSize = 1 << 16
  /// A pipe holds a megabyte at most; who writes more after the server's end is another process.
  private static let finalReads = 64

  private let child: ChildProcess
  private let target: ProcessTarget
  private let start = Uptime.now()
  private let exitPipe: (read: Int32, write: Int32)?
  private var framer: MessageFramer
  private var outgoing = OutgoingBytes()
  private var splitWrites: SplitWrites?
  /// Until then nothing is written; microseconds.
  private var writesAgainAt: Int64 = 0
  private var noiseBytes = 0
  private var result = TargetRun()
  private var buffer = [UInt8](repeating: 0, count: Self.readSize)
  private var isInputOpen = true
  private var isOutputOpen = true
  private var isErrorOpen = true
  private var closesInput = false
  private var hasExited = false
  private var wasInterrupted = false

  init(_ child: ChildProcess, target: ProcessTarget) {
    self.child = child
    self.target = target
    framer = MessageFramer(framing: target.framing)
    splitWrites = target.splitWrites
    for descriptor in [child.standardInput, child.standardOutput, child.standardError] {
      Descriptor.setNonblocking(descriptor)
    }
    let pipe = Descriptor.makePipe()
    exitPipe = pipe
    _ = WorkerThread(name: "exit") {
      _ = child.wait()
      if let pipe { Descriptor.close(pipe.write) }
    }
  }

  private var now: Int64 { (Uptime.now() - start) / 1000 }

  // MARK: The loop

  mutating func run(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) {
    handle(.start, &session, &workspace)
    while !session.isFinished {
      waitForEvents(until: nextWake(session))
      if let time = session.wakeTime, time <= now { handle(.tick, &session, &workspace) }
      let progress = session.progress
      target.progress?(progress.done, progress.total)
      serve(&session, &workspace)
    }
  }

  /// The session's own time, or that of the next piece.
  private func nextWake(_ session: ReplaySession) -> Int64? {
    guard isInputOpen, !outgoing.isEmpty, writesAgainAt > now else { return session.wakeTime }
    return min(session.wakeTime ?? writesAgainAt, writesAgainAt)
  }

  private var ready: (output: Bool, error: Bool, exit: Bool, interrupt: Bool) = (false, false, false, false)

  private mutating func waitForEvents(until wake: Int64?) {
    var milliseconds: Int32 = -1
    if let wake { milliseconds = Int32(clamping: max(0, (wake - now + 999) / 1000)) }
    // Negative descriptors are passed over.
    var entries = [
      pollfd(fd: isOutputOpen ? child.standardOutput : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: isErrorOpen ? child.standardError : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: hasExited ? -1 : exitPipe?.read ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wasInterrupted ? -1 : target.interrupt ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: isInputOpen && !outgoing.isEmpty && writesAgainAt <= now ? child.standardInput : -1, events: Int16(POLLOUT),
        revents: 0),
    ]
    let count = poll(&entries, nfds_t(entries.count), milliseconds)
    ready = (false, false, false, false)
    guard count > 0 else { return }
    ready = (entries[0].revents != 0, entries[1].revents != 0, entries[2].revents != 0, entries[3].revents != 0)
  }

  private mutating func serve(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) {
    if ready.output { readOutput(&session, &workspace) }
    if ready.error { readError() }
    if isInputOpen, !outgoing.isEmpty { write(&session, &workspace) }
    if ready.interrupt, !wasInterrupted {
      wasInterrupted = true
      handle(.interrupted, &session, &workspace)
    }
    if ready.exit, !hasExited { serverExited(&session, &workspace) }
  }

  // MARK: Reading

  @discardableResult
  private mutating func readOutput(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) -> Bool {
    let descriptor = child.standardOutput
    let read = buffer.withUnsafeMutableBytes { Descriptor.readOnce(descriptor, into: $0) }
    switch read {
    case .bytes(let count):
      var frames: [Frame] = []
      buffer.withUnsafeBytes { bytes in
        framer.consume(UnsafeRawBufferPointer(rebasing: bytes[..<count])) { frames.append($0) }
      }
      for frame in frames { take(frame, &session, &workspace) }
      return true
    case .interrupted: return true
    case .wouldBlock: return false
    case .end, .failed:
      isOutputOpen = false
      for frame in framer.finish() { take(frame, &session, &workspace) }
      target.tap?(.close(from: .server), now)
      handle(.outputClosed, &session, &workspace)
      return false
    }
  }

  private mutating func take(_ frame: Frame, _ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) {
    switch frame {
    case .message(let message): target.tap?(.message(from: .server, message), now)
    case .noise(let bytes):
      target.tap?(.noise(from: .server, bytes), now)
      noiseBytes += bytes.count
      if noiseBytes > Self.maximumNoise { return handle(.babbling(bytes: noiseBytes), &session, &workspace) }
    }
    handle(.frame(frame), &session, &workspace)
  }

  @discardableResult
  private mutating func readError() -> Bool {
    let descriptor = child.standardError
    switch buffer.withUnsafeMutableBytes({ Descriptor.readOnce(descriptor, into: $0) }) {
    case .bytes(let count):
      result.standardError.append(buffer[..<count])
      target.tap?(.standardError(Array(buffer[..<count])), now)
      return true
    case .interrupted: return true
    case .wouldBlock: return false
    case .end, .failed:
      isErrorOpen = false
      return false
    }
  }

  /// What the server wrote before its end is still in the pipes; a process that it left behind may hold them open.
  private mutating func serverExited(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) {
    hasExited = true
    for _ in 0..<Self.finalReads {
      guard isOutputOpen, !session.isFinished, readOutput(&session, &workspace) else { break }
    }
    readRestOfError()
    let status: End.Status =
      switch child.wait() {
      case .exit(let code): .exit(Int(code))
      case .signal(let number): .signal(Int(number))
      }
    handle(.exited(status), &session, &workspace)
  }

  private mutating func readRestOfError() {
    for _ in 0..<Self.finalReads {
      guard isErrorOpen, readError() else { return }
    }
  }

  // MARK: Doing

  private mutating func handle(
    _ event: ReplaySession.Event, _ session: inout ReplaySession, _ workspace: inout ReplayWorkspace
  ) {
    let actions = session.handle(event, at: now)
    for action in actions { perform(action, &workspace) }
    if !outgoing.isEmpty { write(&session, &workspace) }
  }

  private mutating func perform(_ action: ReplaySession.Action, _ workspace: inout ReplayWorkspace) {
    switch action {
    case .send(let message):
      target.tap?(.message(from: .client, message), now)
      if isInputOpen { outgoing.append(message.bytes(framing: target.framing)) }
    case .opened(let uri, let text): workspace.opened(uri: uri, text: text)
    case .saved(let uri, let text, let time): workspace.saved(uri: uri, text: text, at: time)
    case .changed(let change, let uri, let time): workspace.changed(change, uri: uri, at: time)
    case .closeInput:
      closesInput = true
      if outgoing.isEmpty { closeInput() }
    case .terminate: child.send(signal: SIGTERM)
    case .kill: result.leftovers += child.terminateGroup()
    }
  }

  private mutating func write(_ session: inout ReplaySession, _ workspace: inout ReplayWorkspace) {
    guard writesAgainAt <= now else { return }
    let piece = splitWrites?.next()
    if let piece { writesAgainAt = now + piece.pause }
    switch outgoing.write(to: child.standardInput, limit: piece?.size ?? .max) {
    case .done: if closesInput { closeInput() }
    case .blocked: break
    case .broken:
      outgoing.removeAll()
      closeInput()
      handle(.inputBroken, &session, &workspace)
    }
  }

  private mutating func closeInput() {
    guard isInputOpen else { return }
    isInputOpen = false
    Descriptor.close(child.standardInput)
    target.tap?(.close(from: .client), now)
  }

  // MARK: The end

  /// How long what an ended server has started may take to end; milliseconds.
  private static let patience: Int64 = 1000

  mutating func finish() -> TargetRun {
    closeInput()
    if hasExited { child.awaitEndOfDescendants(milliseconds: Self.patience) }
    result.leftovers += child.terminateGroup()
    readRestOfError()
    Descriptor.close(child.standardOutput)
    Descriptor.close(child.standardError)
    if let exitPipe { Descriptor.close(exitPipe.read) }
    return result
  }
}
