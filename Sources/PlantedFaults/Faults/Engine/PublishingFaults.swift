internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine
internal import Synchronization

/// Diagnostics that nobody asked for.
enum PublishingFaults {
  static let all = [
    PlantedFault(
      "old-diagnostics-under-new-version",
      "Diagnostics that an edit has overtaken are published for the newer version, which then counts as done.",
      suite: "parse-under-edit", property: "fresh-equals-incremental", in: [.lsp]
    ) { Plant(EngineSabotage(publishing: Overtaken())) },
    PlantedFault(
      "published-once-per-version",
      "Diagnostics that another document's edit has changed are not published, since the version is the same.",
      suite: "parse-under-edit", property: "fresh-equals-incremental", in: [.lsp]
    ) { Plant(EngineSabotage(publishing: OncePerVersion())) },
    PlantedFault(
      "debounce-never-fires",
      "Diagnostics that were put off while somebody typed are never computed, every other time.",
      suite: "typing-fairness", property: "first-diagnostics", in: [.lsp]
    ) { Plant(EngineSabotage(publishing: LostDeadline())) },
    PlantedFault(
      "publish-after-close",
      "Diagnostics that were on their way when a document was closed are published behind the closing.",
      suite: "lifecycle", property: "no-publish-after-close", in: [.lsp]
    ) { Plant(engine: { PublishingAfterClose($0) }) },
    PlantedFault(
      "stale-publish-repeated",
      "Every third time, the diagnostics of the version before are published again behind the new ones.",
      suite: "parse-under-edit", property: "publish-order", in: [.lsp]
    ) { Plant(engine: { StaleRepetition($0) }) },
  ]
}

private final class Overtaken: PublishingSabotage {
  /// Publications until the one that would have put things right.
  private let left = Mutex(0)

  func publishesOvertaken() -> Bool {
    left.withLock { $0 = 2 }
    return true
  }

  func comparesVersionsOnly() -> Bool {
    left.withLock { left in
      left = max(0, left - 1)
      return left == 0
    }
  }
}

private final class OncePerVersion: PublishingSabotage {
  func comparesVersionsOnly() -> Bool { true }
}

private final class LostDeadline: PublishingSabotage {
  private let occasions = Occasions(every: 2)
  func forgetsDeadline() -> Bool { occasions.come() }
}

private final class PublishingAfterClose: PassingEngine, @unchecked Sendable {
  private struct State {
    /// The documents with edits that nothing was published for, with the version of the last one.
    var pending: [FileID: Int] = [:]
    /// The last ones that were not empty.
    var last: [FileID: DiagnosticsPublication] = [:]
    /// What is on its way, behind a closing.
    var late: [DiagnosticsPublication] = []
    var publisher: (@Sendable (DiagnosticsPublication) -> Void)?
  }

  private let state = Mutex(State())

  /// What is on its way comes behind the next answer.
  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    super.submit(request) { [self] response in
      completion(response)
      let (late, publisher) = state.withLock { state in
        defer { state.late = [] }
        return (state.late, state.publisher)
      }
      for publication in late { publisher?(publication) }
    }
  }

  override func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    let acknowledgement = try super.changeDocument(file, version: version, changes: changes, encoding: encoding)
    state.withLock { $0.pending[file] = version }
    return acknowledgement
  }

  override func setPublisher(
    encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?
  ) {
    state.withLock { $0.publisher = publisher }
    guard let publisher else { return super.setPublisher(encoding: encoding, nil) }
    super.setPublisher(encoding: encoding) { publication in
      self.note(publication)
      publisher(publication)
    }
  }

  private func note(_ publication: DiagnosticsPublication) {
    state.withLock { state in
      let file = publication.file
      let pending = state.pending.removeValue(forKey: file)
      guard publication.version == nil else {
        if !publication.diagnostics.isEmpty { state.last[file] = publication }
        return
      }
      guard let version = pending, var late = state.last.removeValue(forKey: file) else { return }
      late.version = version
      state.late.append(late)
    }
  }
}

private final class StaleRepetition: PassingEngine, @unchecked Sendable {
  private let last = Mutex<[FileID: DiagnosticsPublication]>([:])
  private let occasions = Occasions(every: 3)

  override func setPublisher(
    encoding: PositionEncoding, _ publisher: (@Sendable (DiagnosticsPublication) -> Void)?
  ) {
    guard let publisher else { return super.setPublisher(encoding: encoding, nil) }
    super.setPublisher(encoding: encoding) { self.publish($0, publisher) }
  }

  private func publish(_ publication: DiagnosticsPublication, _ publisher: (DiagnosticsPublication) -> Void) {
    let before = last.withLock { last in
      defer { last[publication.file] = publication.version == nil ? nil : publication }
      return last[publication.file]
    }
    publisher(publication)
    guard let version = publication.version, let before, let older = before.version, older < version else { return }
    if occasions.come() { publisher(before) }
  }
}
