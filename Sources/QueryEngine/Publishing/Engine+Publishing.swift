import IncrementalQueries
import PikeAnalysis
package import PikeSyntax
import Synchronization

/// The publisher, and the one task that sleeps for it.
struct PublishingState: Sendable {
  var machine: DiagnosticsPublisher
  /// When the sleeper wakes; nil when there is none.
  var wakesAt: Duration?
  var sleeper: Task<Void, Never>?
  /// Sleepers that are not the newest do nothing.
  var sleeperNumber = 0
  var runNumber = 0
  var isStopped = false

  mutating func stop() {
    isStopped = true
    sleeper?.cancel()
    sleeper = nil
  }
}

extension Engine {
  /// `publisher` is called while the engine can neither change nor be disposed of: it must be quick, and must not call a mutation, this
  /// function or ``dispose()``.
  package func setPublisher(
    encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?
  ) {
    let now = clock.now
    gate.withLock { gate in
      guard !gate.isDisposed else { return }
      gate.publisher = publisher.map { (encoding, $0) }
      publishing.withLock { $0.machine.reset(at: now) }
    }
    armPublisher()
  }

  /// Computes what is due, and sees to it that somebody wakes up for what will be.
  func armPublisher() {
    let now = clock.now
    let encoding = gate.withLock { $0.publisher?.encoding }
    let runs = publishing.withLock { publishing in
      publishing.isStopped || encoding == nil ? [] : publishing.machine.takeDue(at: now)
    }
    if let encoding {
      for run in runs { compute(run, encoding) }
      publishing.withLock { sleep(&$0) }
    }
  }

  private var sabotage: (any PublishingSabotage)? { options.sabotage?.publishing }

  private func sleep(_ publishing: inout PublishingState) {
    guard !publishing.isStopped, let due = publishing.machine.nextDue else { return }
    // Deadlines are mostly put off: who wakes up too early sleeps again.
    if let wakesAt = publishing.wakesAt, wakesAt <= due { return }
    publishing.sleeper?.cancel()
    publishing.sleeperNumber += 1
    publishing.wakesAt = due
    let number = publishing.sleeperNumber
    publishing.sleeper = spawner.spawn("publish diagnostics", priority: .high) { [self] in
      guard await clock.sleep(until: due) else { return }
      let isNewest = self.publishing.withLock { publishing in
        guard publishing.sleeperNumber == number else { return false }
        publishing.wakesAt = nil
        if let sabotage, due < publishing.machine.nextDue ?? due, sabotage.forgetsDeadline() { return false }
        return true
      }
      if isNewest { armPublisher() }
    }
  }

  private func compute(_ run: DiagnosticsPublisher.Run, _ encoding: PositionEncoding) {
    let number = publishing.withLock { publishing in
      publishing.runNumber += 1
      return publishing.runNumber
    }
    let request = EngineRequest(
      id: "publish-\(number)", query: FeatureQuery(.diagnostics(run.file), encoding: encoding),
      requestClass: run.requestClass)
    submit(request, from: .publisher) { [self] in publish($0, of: run.file, encoding) }
  }

  private func publish(_ response: EngineResponse, of file: FileID, _ encoding: PositionEncoding) {
    guard case .result(.diagnostics(let diagnostics)) = response.outcome, let revision = response.snapshotUsed else {
      return
    }
    gate.withLock { gate in
      guard !gate.isDisposed, let publisher = gate.publisher, publisher.encoding == encoding else { return }
      var newest = snapshots.latest.revision
      if let sabotage, revision != newest, sabotage.publishesOvertaken() { newest = revision }
      let version = publishing.withLock { publishing in
        publishing.machine.finished(
          file, diagnostics, of: revision, newest: newest,
          comparesVersionsOnly: sabotage.map { $0.comparesVersionsOnly() } ?? false)
      }
      guard let version else { return }
      publisher.deliver(
        DiagnosticsPublication(file: file, version: version, revision: revision, diagnostics: diagnostics))
    }
  }
}
