import IncrementalQueries
import PikeAnalysis
import PikeSyntax
import Synchronization

/// How a revision is made. There is no other way.
extension Engine {
  /// Changes the host and says what that means for the inputs. One that throws must have changed nothing.
  typealias Change = (inout HostState, inout InputChanges) throws(MutationFailure) -> Void
  /// Tells the publisher, with the time and the client's delay.
  typealias Notice = (inout DiagnosticsPublisher, Duration, Duration) -> Void

  /// A client's mutation, which is a revision of its own even when it changes nothing; refused once the engine is disposed of. `atOnce`
  /// runs while nothing else can change or be published.
  func mutate(
    _ change: Change, notice: Notice = { $0.changed(at: $1, delay: $2) },
    atOnce: (Gate, Revision) -> Void = { _, _ in }
  ) throws(MutationFailure) -> Acknowledgement {
    searchLibraryOnce()
    let revision = try gate.withLock { gate throws(MutationFailure) in
      guard !gate.isDisposed else { throw .disposed }
      let changes = try host.withLock { host throws(MutationFailure) in
        var changes = InputChanges(revision: database.snapshot.revision.next)
        try change(&host, &changes)
        return changes
      }
      write(changes, notice)
      atOnce(gate, changes.revision)
      return changes.revision
    }
    revisionMade(revision)
    return Acknowledgement(revision: revision)
  }

  /// What was found out about the disk; a revision only if there is anything new.
  func update(_ change: (inout HostState, inout InputChanges) -> Void) {
    let revision: Revision? = gate.withLock { gate in
      guard !gate.isDisposed else { return nil }
      let changes = host.withLock { host in
        var changes = InputChanges(revision: database.snapshot.revision.next)
        change(&host, &changes)
        return changes
      }
      guard !changes.isEmpty else { return nil }
      write(changes) { $0.changed(at: $1, delay: $2) }
      return changes.revision
    }
    if let revision { revisionMade(revision) }
  }

  /// To be called with the gate held.
  private func write(_ changes: InputChanges, _ notice: Notice) {
    let settings = host.withLock { $0.settings }
    let snapshot = database.write { changes.write(to: &$0) }
    snapshots.append(EngineState(snapshot: snapshot, disabledDiagnostics: settings.disabledDiagnostics))
    let now = clock.now
    publishing.withLock { notice(&$0.machine, now, settings.diagnosticsDelay) }
  }

  private func revisionMade(_ revision: Revision) {
    armPublisher()
    refreshTouched()
    let lifetime = options.memoLifetime
    guard lifetime > 0, revision.number > lifetime, revision.number.isMultiple(of: max(1, lifetime / 4)) else { return }
    let horizon = Revision(revision.number - lifetime)
    spawner.spawn("remove unused memos", priority: .low) { [database] in database.removeUnused(before: horizon) }
  }
}
