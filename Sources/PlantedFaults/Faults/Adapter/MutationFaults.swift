internal import IncrementalQueries
internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine
internal import Synchronization

/// What a client's changes come to.
enum MutationFaults {
  static let all = [
    PlantedFault(
      "cache-key-without-content",
      "A document that is opened with a version that it had before has the text that it had then.",
      .adapter, suite: "lifecycle", property: "fresh-equals-incremental"
    ) { Plant(engine: { TextByVersion($0) }) },
    PlantedFault(
      "settings-wait-for-edit", "New settings take effect with the next edit only.",
      .adapter, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(engine: { LateSettings($0) }) },
    PlantedFault(
      "only-first-watched-file", "Of several files that were changed on disk, the first is looked at.",
      .adapter, suite: "reload-storm", property: "fresh-equals-incremental"
    ) { Plant(engine: { OnlyFirstFile($0) }) },
    PlantedFault(
      "revision-repeated", "Settings that are the same as before are acknowledged with the revision before.",
      .adapter, suite: "protocol", property: "revisions-increase", in: [.queryEngine]
    ) { Plant(engine: { RepeatedRevision($0) }) },
  ]
}

private final class TextByVersion: PassingEngine, @unchecked Sendable {
  private struct Key: Hashable {
    var file: FileID
    var version: Int
  }

  private let texts = Mutex<[Key: SourceText]>([:])

  override func openDocument(
    _ file: FileID, version: Int, text: SourceText
  ) throws(MutationFailure) -> Acknowledgement {
    let known = texts.withLock { texts in
      let key = Key(file: file, version: version)
      if texts[key] == nil { texts[key] = text }
      return texts[key]
    }
    return try super.openDocument(file, version: version, text: known ?? text)
  }
}

private final class LateSettings: PassingEngine, @unchecked Sendable {
  private struct State {
    var current = EngineSettings()
    var next: EngineSettings?
    var isFirst = true
  }

  private let state = Mutex(State())

  override func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement {
    let now = state.withLock { state in
      // Those of the handshake take effect.
      if state.isFirst { state.current = settings } else { state.next = settings }
      state.isFirst = false
      return state.current
    }
    return try super.updateSettings(now)
  }

  override func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    let next = state.withLock { state in
      if let next = state.next { state.current = next }
      defer { state.next = nil }
      return state.next
    }
    if let next { _ = try super.updateSettings(next) }
    return try super.changeDocument(file, version: version, changes: changes, encoding: encoding)
  }
}

private final class OnlyFirstFile: PassingEngine, @unchecked Sendable {
  override func updateWorkspace(_ update: WorkspaceUpdate) throws(MutationFailure) -> Acknowledgement {
    var update = update
    update.touchedFiles = Array(update.touchedFiles.prefix(1))
    return try super.updateWorkspace(update)
  }
}

private final class RepeatedRevision: PassingEngine, @unchecked Sendable {
  private let last = Mutex<(settings: EngineSettings, revision: Revision)?>(nil)

  override func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement {
    let known = last.withLock { $0 }
    if let known, known.settings == settings { return Acknowledgement(revision: known.revision) }
    let acknowledgement = try super.updateSettings(settings)
    last.withLock { $0 = (settings, acknowledgement.revision) }
    return acknowledgement
  }
}
