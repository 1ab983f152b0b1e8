import EngineTargets
import JSONRPC
import PlantedFaults
import ProcessControl
import Recording
import Replay
import Stress
import Synchronization

/// The embedded engine on real threads and by the real clock, as any program that was not made to be simulated: a session's messages have
/// random pauses between them, and what comes of it is a matter of luck.
struct ThreadedTarget: StressTarget {
  let language = SampleWorkspace.Language.pike
  let framings: [Framing]
  /// So that limits are judged, and a failure is believed the first time.
  let isSimulated = true
  let planted: String?
  private let fault: PlantedFault?
  private let pools = Pools()

  init(_ fault: PlantedFault?) {
    self.fault = fault
    planted = fault?.id
    framings = fault.map { $0.languages.map { $0 == .lsp ? .contentLength : .lines } } ?? Framing.allCases
  }

  func offer(to dialect: ClientDialect) -> ServerOffer { ServerOffer(features: .all) }

  func subject(_ session: RecordedSession) throws(ReplayRun.Failure) -> any StressSubject {
    var options = EmbeddedRun.Options()
    options.limits = EmbeddedEngines.limits
    // Longer than suites let answers take, and short enough for a loop that waits for real.
    options.timeouts = TimeoutPolicy(request: 6_000_000, patience: 1_000_000, exit: 2_000_000)
    let session = session.withShortQuiet
    let server = EmbeddedEngines.factory(session.header.framing, fault: fault)
    return ThreadedSubject(run: try EmbeddedRun(session, options: options, server: server), pools: pools)
  }
}

private struct ThreadedSubject: StressSubject {
  let run: EmbeddedRun
  let pools: Pools

  var typicalSteps: Int { run.typicalSteps }

  func play(_ options: RunOptions, recordsSchedule: Bool) -> StressRun {
    let pool = pools.take()
    let pace = RandomSleeps(run.recorded, seed: options.seed)
    let played = run.playing(pace, width: Pools.width, on: pool, checks: options.checks) { false }
    pools.giveBack(pool)
    return StressRun(verdict: played.verdict, events: played.events)
  }

  func write(_ options: RunOptions, to folder: String) throws(SessionWriterError) -> String {
    try FailureFiles(folder: folder).write(run.recorded, options)
  }
}

/// Threads for the sessions that are played at the same time; they are used again and again, since a pool's threads stay.
private final class Pools: Sendable {
  static let width = 2
  private let free = Mutex<[WorkerPool]>([])

  func take() -> WorkerPool { free.withLock { $0.popLast() } ?? WorkerPool(width: Self.width + 1) }
  func giveBack(_ pool: WorkerPool) { free.withLock { $0.append(pool) } }
}

extension RecordedSession {
  /// By the real clock, waiting is what costs: the pause before the last questions need be no longer than diagnostics are put off.
  fileprivate var withShortQuiet: RecordedSession {
    var session = self
    for index in session.records.indices {
      guard case .message(let party, let message) = session.records[index].event,
        case .object(var members)? = try? JSONValue(parsing: message.body),
        let place = members.firstIndex(where: { $0.key == "$quiet" })
      else { continue }
      members[place].value = .number(String(Self.quiet))
      let body = JSONValue.object(members).serialized()
      session.records[index].event = .message(
        from: party, FramedMessage(body: body, head: message.head, tail: message.tail))
    }
    return session
  }

  /// Milliseconds.
  private static let quiet = 300
}
