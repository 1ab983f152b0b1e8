package import IncrementalQueries
package import PikeAnalysis
import PikeSyntax
import Synchronization

/// The host of all inputs, and the desk at which requests are taken.
///
/// Three locks, taken in this order and never across a call to somebody else, but for the gate: it is held while diagnostics are
/// published, so that none is of a state that a mutation has overtaken.
package final class Engine: EngineInterface {
  /// Held by whoever makes a revision or publishes.
  struct Gate {
    var isDisposed = false
    var publisher: (encoding: PositionEncoding, deliver: @Sendable (DiagnosticsPublication) -> Void)?
  }

  let database: Database
  let files: any FileAccess
  let clock: EngineClock
  let spawner: TaskSpawner
  let options: EngineOptions
  let snapshots: SnapshotStore

  let gate = Mutex(Gate())
  let host = Mutex(HostState())
  let desk: Mutex<RequestDesk>
  let publishing: Mutex<PublishingState>

  let loads = SharedLoads()
  /// Busy while the library is being looked for, the workspace is being listed, touched files are being read.
  let searching = Latch()
  let crawling = Latch()
  let refreshing = Latch()
  private let lastSerial = Atomic<UInt64>(0)

  package init(
    files: any FileAccess, clock: any Clock<Duration>, spawner: TaskSpawner, options: EngineOptions = EngineOptions()
  ) {
    database = .analysis(observer: options.observer, sabotage: options.sabotage?.queries)
    self.files = files
    self.clock = EngineClock(clock)
    self.spawner = spawner
    self.options = options
    snapshots = SnapshotStore(
      EngineState(snapshot: database.snapshot, disabledDiagnostics: []), capacity: options.retainedSnapshots,
      sabotage: options.sabotage?.snapshots)
    desk = Mutex(
      RequestDesk(
        policy: .init(
          width: max(1, options.width), patience: max(1, options.patience), quantum: max(1, options.quantum),
          sabotage: options.sabotage?.scheduling),
        recentMetrics: options.recentMetrics))
    publishing = Mutex(
      PublishingState(
        machine: DiagnosticsPublisher(
          maximumDelay: options.maximumDiagnosticsDelay, otherDocumentsDelay: options.otherDocumentsDelay)))
  }

  package func document(_ file: FileID) -> (version: Int, source: SourceFile)? {
    host.withLock { $0.documents[file].map { ($0.version, $0.source) } }
  }

  /// The newest revision.
  package var revision: Revision { snapshots.latest.revision }

  func nextSerial() -> UInt64 { lastSerial.wrappingAdd(1, ordering: .relaxed).newValue }

  package func dispose() {
    let isFirst = gate.withLock { gate in
      defer {
        gate.isDisposed = true
        gate.publisher = nil
      }
      return !gate.isDisposed
    }
    guard isFirst else { return }
    publishing.withLock { $0.stop() }
    let now = clock.now
    perform(desk.withLock { $0.dispose(at: now) })
  }
}
