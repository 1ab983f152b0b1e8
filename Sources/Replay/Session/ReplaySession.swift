package import JSONRPC
package import Recording
import Transcript

/// Plays the client of a recorded session. A state machine: it is told what the server did and what time it is, and says
/// what is to be done; it has no process, no clock and no files.
///
/// Time is in microseconds since the session started.
package struct ReplaySession: Sendable {
  /// What happened.
  package enum Event: Sendable {
    case start
    case frame(Frame)
    /// End of the server's output.
    case outputClosed
    /// The server does not read any more.
    case inputBroken
    /// The server has ended, and all of its output was handed in.
    case exited(End.Status)
    /// The time of ``ReplaySession/wakeTime`` has come.
    case tick
    /// A person wants an end.
    case interrupted
    /// The server wrote more junk than can be borne.
    case babbling(bytes: Int)
  }

  /// What is to be done, in order.
  package enum Action: Sendable, Equatable {
    case send(FramedMessage)
    /// A document is opened: its file should exist.
    case opened(uri: String, text: [UInt8])
    /// A document is saved: its file should have this text, and be as old as it was at this recorded time.
    case saved(uri: String, text: [UInt8], time: Int64)
    /// The client tells that a file has changed: it should be as it was then.
    case changed(FileChange, uri: String, time: Int64)
    case closeInput
    /// Ask the server to end.
    case terminate
    /// End the server and all that it started.
    case kill
  }

  package struct Options: Sendable {
    package var pacing: any Pacing
    package var timeouts: TimeoutPolicy
    package var quiescence: any QuiescenceRule
    /// What servers watch in place of the recorded client.
    package var processIdentifier: Int
    /// Maps recorded paths to live ones.
    package var paths: PathMap
    /// Moves timings; nil for none.
    package var perturbation: Perturbation?

    package init(
      pacing: any Pacing = Lockstep(), timeouts: TimeoutPolicy = TimeoutPolicy(),
      quiescence: any QuiescenceRule = FinalDiagnostics(), processIdentifier: Int, paths: PathMap = PathMap([])
    ) {
      self.pacing = pacing
      self.timeouts = timeouts
      self.quiescence = quiescence
      self.processIdentifier = processIdentifier
      self.paths = paths
    }
  }

  enum Phase: Equatable {
    case idle
    case running
    /// All was sent but `shutdown`: waiting for the server to be done.
    case settling(since: Int64)
    /// Our own `shutdown` was sent, because the recording has none.
    case closing(deadline: Int64)
    case ending(Ending)
    case finished
  }

  /// The stages of the server's end, each with its deadline.
  enum Ending: Equatable {
    case asked(deadline: Int64)
    case terminated(deadline: Int64)
    case killed(deadline: Int64)
    /// It closed one of its ends: is this a crash?
    case silent(deadline: Int64, Silence)
  }

  /// Which of its ends a server closed without ending.
  enum Silence: Equatable { case output, input }

  package let script: Script
  /// To be changed only before the start.
  package var options: Options
  /// Maps live paths to recorded ones.
  let livePaths: PathMap
  package internal(set) var outcome = ReplayOutcome()

  var phase = Phase.idle
  var cursor = 0
  var isSettled = false
  /// Since when the step at the cursor has been waiting.
  var blockedSince: Int64?
  /// The next moment at which the step at the cursor is looked at again.
  var stepWake: Int64?
  /// The pace is measured from here: a recorded time and the live one that it corresponds to.
  var origin: (recorded: Int64, live: Int64)?

  var inFlight = InFlight()
  var serverRequests: HeldRequests
  var defaults: DefaultReplies
  var tokens: TokenBinder
  let diagnostics: DiagnosticsComparison
  /// Causes that were waited for in vain, by record, and their methods.
  var givenUp: Set<Int> = []
  var unreliable: Set<String> = []
  /// Time-outs since the last answer.
  var timeoutsInARow = 0
  var lastMessageTime: Int64 = 0
  /// When something was last said to the server.
  var lastSentTime: Int64 = 0
  var progressTitles = ProgressTitles()
  /// Documents that the server has published diagnostics for since the client last touched them.
  var publishedSinceEdit: Set<String> = []
  var background = BackgroundPatience()
  /// What the server wrote outside any message.
  var junk: (count: Int, bytes: Int, sample: [UInt8]) = (0, 0, [])
  var edits = EditLatencies()
  // See `ReplaySession+Perturbation`.
  var held: (record: Int, until: Int64)?
  var sentEarly: Set<Int> = []
  /// By the record of the request whose answer they wait for.
  var lateCancels: [Int: Script.Step] = [:]
  /// How the diagnostics compared after so many publishes.
  var diagnosticsState: (publishes: Int, state: DiagnosticsState)?

  /// A server that writes this much more than it did in the recording has lost its mind.
  let byteLimit: Int

  private var actions: [Action] = []

  package init(script: Script, options: Options) {
    self.script = script
    self.options = options
    livePaths = options.paths.inverted
    let recordedBytes = script.transcript.messages.reduce(0) { $0 + ($1.from == .server ? $1.body.count : 0) }
    byteLimit = max(256 << 20, 20 * recordedBytes)
    let book = ServerRequestBook(script, paths: options.paths)
    defaults = DefaultReplies(script, book, paths: options.paths)
    serverRequests = HeldRequests(book)
    tokens = TokenBinder(script, paths: options.paths)
    diagnostics = DiagnosticsComparison(script, paths: options.paths)
  }

  package var isFinished: Bool { phase == .finished }

  /// How many of the client's messages were sent or passed over, for those who watch.
  package var progress: (done: Int, total: Int) { (cursor, script.steps.count) }

  /// The record of the last of the client's messages that was sent or passed over.
  package var lastRecordSent: Int? { cursor > 0 ? script.steps[cursor - 1].record : nil }

  /// The requests that have no answer yet, oldest first.
  package var openRequests: [(record: Int, method: String, sentAt: Int64)] {
    inFlight.entries.map { ($0.record, $0.method, $0.sentAt) }
  }

  /// Tells what happened and returns what is to be done.
  package mutating func handle(_ event: Event, at now: Int64) -> [Action] {
    guard phase != .finished else { return [] }
    switch event {
    case .start: phase = .running
    case .frame(.message(let message)): receive(message.body, at: now)
    case .frame(.noise(let bytes)): receiveJunk(bytes)
    case .outputClosed: outputClosed(at: now)
    case .inputBroken: inputBroken(at: now)
    case .exited(let status): exited(status, at: now)
    case .babbling(let bytes): babbling(bytes, at: now)
    case .interrupted: interrupted(at: now)
    case .tick: break
    }
    advance(at: now)
    defer { actions = [] }
    return actions
  }

  mutating func emit(_ action: Action) { actions.append(action) }

  private mutating func advance(at now: Int64) {
    expireRequests(at: now)
    var goesOn = true
    while goesOn {
      switch phase {
      case .running: goesOn = sendSteps(at: now)
      case .settling(let since): goesOn = settle(since: since, at: now)
      case .closing(let deadline): goesOn = close(deadline: deadline, at: now)
      case .ending(let ending): goesOn = end(ending, at: now)
      case .idle, .finished: goesOn = false
      }
    }
  }

  private static func earlier(_ one: Int64?, _ other: Int64?) -> Int64? {
    guard let one, let other else { return one ?? other }
    return min(one, other)
  }

  /// When ``Event/tick`` is due, if nothing else happens first.
  package var wakeTime: Int64? {
    let own: Int64? =
      switch phase {
      case .idle, .finished: nil
      case .running: stepWake
      case .settling(let since): settleWake(since: since)
      case .closing(let deadline): deadline
      case .ending(.asked(let deadline)), .ending(.terminated(let deadline)), .ending(.killed(let deadline)),
        .ending(.silent(let deadline, _)):
        deadline
      }
    let reply = phase == .running ? serverRequests.nextDue : nil
    return Self.earlier(Self.earlier(own, nextExpiry), reply)
  }
}
