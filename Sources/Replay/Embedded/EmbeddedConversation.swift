import JSONRPC
import Recording
import Simulation
import Synchronization
import Transcript

/// One session between the recorded client and a server in this process: two tasks and what goes between them. It runs where it is put,
/// on real threads or on a simulated one, and by the clock that it is given.
struct EmbeddedConversation: Sendable {
  /// What reaches the client.
  enum Arrival: Sendable {
    case bytes([UInt8])
    /// The alarm that was set for this time has gone off; microseconds.
    case alarm(Int64)
    case exited(End.Status, isInjected: Bool)
    case interrupted
  }

  /// What reaches the server.
  enum Delivery: Sendable {
    case bytes([UInt8])
    case close
    /// By a signal.
    case kill(Int)
  }

  let framing: Framing
  let clock: ConversationClock
  let spawn: @Sendable (_ name: String, @escaping @Sendable () async -> Void) -> Void
  let files: VirtualFiles
  let toClient = Mailbox<Arrival>()
  let toServer = Mailbox<Delivery>()
  /// Gets all that passes, in order, with its time: the session as a recording would have it. Called by the client's task.
  var tap: (@Sendable (Record.Event, Int64) -> Void)?
  /// The client goes no further than this record.
  var stopsAt: Int?
  var faults = ConversationFaults.none
  /// Set when the server was made to crash: what it says after that, nobody hears.
  let isGone = Flag()

  final class Flag: Sendable {
    private let value = Mutex(false)
    var isSet: Bool { value.withLock { $0 } }
    func set() { value.withLock { $0 = true } }
  }

  /// Takes what the server says.
  var hear: @Sendable ([UInt8]) -> Void {
    { [toClient, isGone] bytes in if !isGone.isSet { toClient.send(.bytes(bytes)) } }
  }

  // MARK: The client

  /// Plays the session to its end, or to where it is to stop. `atEnd` sees how things are then, before the server is made to end.
  func run(
    _ session: inout ReplaySession, against server: any EmbeddedServer, atEnd: (ReplaySession) -> Void
  ) async {
    spawn("server") { await serve(server) }
    var client = EmbeddedClient(self)
    await client.run(&session)
    atEnd(session)
    if !session.isFinished {
      toServer.send(.kill(9))
      while await !isEnd(toClient.next()) {}
    }
  }

  private func isEnd(_ arrival: Arrival) -> Bool { if case .exited = arrival { true } else { false } }

  // MARK: The server

  /// How long requests that are open when the input ends may take to be answered; microseconds, as the time between two looks.
  private static let patience: Int64 = 5_000_000
  private static let look: Int64 = 1000

  private func serve(_ server: any EmbeddedServer) async {
    var status: End.Status?
    var isInjected = false
    while status == nil {
      switch await toServer.next() {
      case .bytes where faults.fault(.server) != nil: (status, isInjected) = (.signal(Self.abort), true)
      case .bytes(let bytes):
        server.receive(bytes)
        // Whoever else wants to run may do so between two messages, as he may beside a thread that reads.
        await Task.yield()
      case .close:
        server.endOfInput()
        if framing == .lines { await awaitAnswers(of: server) }
        status = .exit(server.exitCode ?? (framing == .lines ? 0 : 1))
      case .kill(let signal): status = .signal(signal)
      }
      if let code = server.exitCode, status == nil { status = .exit(code) }
    }
    if isInjected { isGone.set() }
    server.dispose()
    toClient.send(.exited(status ?? .exit(0), isInjected: isInjected))
  }

  private static let abort = 6

  private func awaitAnswers(of server: any EmbeddedServer) async {
    let deadline = clock.now + Self.patience
    while server.openRequests > 0, clock.now < deadline {
      guard await clock.sleep(until: clock.now + Self.look) else { return }
    }
  }
}

/// A clock in microseconds since the conversation began.
struct ConversationClock: Sendable {
  private let elapsed: @Sendable () -> Int64
  private let sleepUntil: @Sendable (Int64) async throws -> Void

  init<C: Clock>(_ clock: C) where C.Duration == Duration {
    let origin = clock.now
    elapsed = { origin.duration(to: clock.now).microseconds }
    sleepUntil = { try await clock.sleep(until: origin.advanced(by: .microseconds($0)), tolerance: nil) }
  }

  var now: Int64 { elapsed() }

  /// False when the task was cancelled meanwhile.
  func sleep(until time: Int64) async -> Bool {
    do {
      try await sleepUntil(time)
      return true
    } catch {
      return false
    }
  }
}

/// The client's task.
private struct EmbeddedClient {
  private let conversation: EmbeddedConversation
  private var framer: MessageFramer
  /// The times for which an alarm is set.
  private var alarms: Set<Int64> = []
  private var isInputOpen = true

  init(_ conversation: EmbeddedConversation) {
    self.conversation = conversation
    framer = MessageFramer(framing: conversation.framing)
  }

  private var now: Int64 { conversation.clock.now }

  mutating func run(_ session: inout ReplaySession) async {
    handle(.start, &session)
    while !session.isFinished, !hasReachedStop(session) {
      await waitForArrival(&session)
    }
  }

  private func hasReachedStop(_ session: ReplaySession) -> Bool {
    guard let stop = conversation.stopsAt, let last = session.lastRecordSent else { return false }
    return last >= stop
  }

  private mutating func waitForArrival(_ session: inout ReplaySession) async {
    if let wake = session.wakeTime {
      if wake <= now { handle(.tick, &session) }
      if session.isFinished || hasReachedStop(session) { return }
      // A tick that changed nothing must not come again at once for ever.
      if let wake = session.wakeTime { setAlarm(max(wake, now + 1)) }
    }
    switch await conversation.toClient.next() {
    case .bytes(let bytes):
      if let pause = conversation.faults.stall(at: .clientRead) {
        _ = await conversation.clock.sleep(until: now + pause)
      }
      take(bytes, &session)
    case .alarm(let time): alarms.remove(time)
    case .interrupted: handle(.interrupted, &session)
    case .exited(let status, let isInjected):
      for frame in framer.finish() { take(frame, &session) }
      conversation.tap?(.close(from: .server), now)
      if isInjected { session.crashWasInjected() }
      handle(.exited(status), &session)
    }
  }

  /// Wake-up times are mostly put off: an alarm that is set already is soon enough.
  private mutating func setAlarm(_ time: Int64) {
    if alarms.contains(where: { $0 <= time }) { return }
    alarms.insert(time)
    let (clock, inbox) = (conversation.clock, conversation.toClient)
    conversation.spawn("alarm") {
      _ = await clock.sleep(until: time)
      inbox.send(.alarm(time))
    }
  }

  private mutating func take(_ bytes: [UInt8], _ session: inout ReplaySession) {
    var frames: [Frame] = []
    bytes.withUnsafeBytes { framer.consume($0) { frames.append($0) } }
    for frame in frames { take(frame, &session) }
  }

  private mutating func take(_ frame: Frame, _ session: inout ReplaySession) {
    switch frame {
    case .message(let message): conversation.tap?(.message(from: .server, message), now)
    case .noise(let bytes): conversation.tap?(.noise(from: .server, bytes), now)
    }
    handle(.frame(frame), &session)
  }

  private func send(_ message: FramedMessage) {
    conversation.faults.jumpIfDue()
    switch fault(of: message) {
    case .drop: return
    case .stall(let pause):
      let late = conversation
      late.spawn("late notification") {
        _ = await late.clock.sleep(until: late.clock.now + pause.microseconds)
        late.tap?(.message(from: .client, message), late.clock.now)
        late.toServer.send(.bytes(message.bytes(framing: late.framing)))
      }
    case .fail, .crash, nil:
      conversation.tap?(.message(from: .client, message), now)
      if isInputOpen { conversation.toServer.send(.bytes(message.bytes(framing: conversation.framing))) }
    }
  }

  /// Only what a client may well lose: what it tells of files and settings.
  private func fault(of message: FramedMessage) -> Fault? {
    guard conversation.faults.areInjected, let envelope = try? Envelope(scanning: message.body), envelope.id == nil,
      let method = envelope.method, Self.mayBeLost.contains(method)
    else { return nil }
    return conversation.faults.fault(.notification)
  }

  private static let mayBeLost: Set = [Method.didChangeWatchedFiles, Method.didChangeConfiguration]

  private mutating func handle(_ event: ReplaySession.Event, _ session: inout ReplaySession) {
    for action in session.handle(event, at: now) { perform(action) }
  }

  private mutating func perform(_ action: ReplaySession.Action) {
    switch action {
    case .send(let message): send(message)
    case .opened(let uri, let text): conversation.files.opened(uri: uri, text: text)
    case .changed(let change, let uri, let time): conversation.files.changed(change, uri: uri, at: time)
    case .saved(let uri, let text, let time): conversation.files.saved(uri: uri, text: text, at: time)
    case .closeInput:
      guard isInputOpen else { return }
      isInputOpen = false
      conversation.tap?(.close(from: .client), now)
      conversation.toServer.send(.close)
    case .terminate: conversation.toServer.send(.kill(15))
    case .kill: conversation.toServer.send(.kill(9))
    }
  }
}
