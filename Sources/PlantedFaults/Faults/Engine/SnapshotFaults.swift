internal import IncrementalQueries
internal import PikeAnalysis
internal import PikeSyntax
internal import QueryEngine
internal import Synchronization

/// Which state is read, and what it is called.
enum SnapshotFaults {
  static let all = [
    PlantedFault(
      "snapshots-never-released", "States that are too old to be asked for are kept.",
      suite: "lifecycle", property: "memory"
    ) { Plant(EngineSabotage(snapshots: KeptForEver())) },
    PlantedFault(
      "torn-snapshot", "A search through the workspace goes on with the newest state after an edit.",
      suite: "stateless-follow-up", property: "fixed-snapshot-deterministic", in: [.queryEngine]
    ) { Plant(EngineSabotage(snapshots: Torn())) },
    PlantedFault(
      "fixed-read-of-latest",
      "Every other read of an older snapshot is answered from the newest, under the older one's name.",
      suite: "stateless-follow-up", property: "fixed-snapshot-deterministic", in: [.queryEngine]
    ) { Plant(engine: { FixedReadOfLatest($0) }) },
    PlantedFault(
      "read-before-edit", "Every other read that comes right behind an edit is of the state before it.",
      suite: "protocol", property: "read-your-edits", in: [.queryEngine]
    ) { Plant(engine: { ReadBeforeEdit($0) }) },
  ]
}

private final class KeptForEver: SnapshotSabotage {
  func keepsDropped() -> Bool { true }
}

private final class Torn: SnapshotSabotage {
  func movesOn(_ request: FeatureRequest) -> Bool { true }
}

private final class FixedReadOfLatest: PassingEngine, @unchecked Sendable {
  private let occasions = Occasions(every: 2)

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    guard case .fixed(let revision) = request.snapshot, occasions.come() else {
      return super.submit(request, completion: completion)
    }
    // Asked first, so that what never was is still told apart.
    super.submit(request) { [self] response in
      guard case .result = response.outcome else { return completion(response) }
      var second = request
      second.snapshot = .latest
      engine.submit(second) { answer in
        var answer = answer
        answer.snapshotUsed = revision
        completion(answer)
      }
    }
  }
}

private final class ReadBeforeEdit: PassingEngine, @unchecked Sendable {
  /// The revision of the edit that was the last thing that came.
  private let edit = Mutex<Revision?>(nil)
  private let occasions = Occasions(every: 2)

  override func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    let acknowledgement = try super.changeDocument(file, version: version, changes: changes, encoding: encoding)
    edit.withLock { $0 = acknowledgement.revision }
    return acknowledgement
  }

  override func submit(_ request: EngineRequest, completion: @escaping @Sendable (EngineResponse) -> Void) {
    let edit = edit.withLock { edit in
      defer { edit = nil }
      return edit
    }
    var request = request
    if let edit, request.snapshot == .latest, occasions.come() { request.snapshot = .fixed(Revision(edit.number - 1)) }
    super.submit(request, completion: completion)
  }
}
