internal import IncrementalQueries
internal import QueryEngine

/// What is remembered, and for how long.
enum MemoFaults {
  static let all = [
    PlantedFault(
      "stale-memo", "Every third time, a file's declarations are taken for unchanged although they have changed.",
      suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(EngineSabotage(queries: StaleMemo())) },
    PlantedFault(
      "lost-dependency-edge", "A body forgets what it was resolved with beyond the sixth thing that it read.",
      suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(EngineSabotage(queries: LostEdge())) },
    PlantedFault(
      "false-backdating", "Every other changed summary of a class is taken for the same as the one before.",
      suite: "parse-under-edit", property: "fresh-equals-incremental"
    ) { Plant(EngineSabotage(queries: FalseBackdating())) },
    PlantedFault(
      "snapshot-not-pinned", "A read of an older snapshot sees the newest text.",
      suite: "stateless-follow-up", property: "fixed-snapshot-deterministic", in: [.queryEngine]
    ) { Plant(EngineSabotage(queries: UnpinnedSource())) },
  ]
}

private final class StaleMemo: QuerySabotage {
  private let occasions = Occasions(every: 3)

  func holdsAnyway(_ query: String) -> Bool { query == "itemTree" && occasions.come() }
}

private final class LostEdge: QuerySabotage {
  // What tells where the uses in the body stand is not lost: with a body and a resolution that do not fit, nothing would work at all.
  func losesEdge(from query: String, to other: String, position: Int) -> Bool {
    query == "bodyResolution" && other != "body" && position >= 6
  }
}

private final class FalseBackdating: QuerySabotage {
  private let occasions = Occasions(every: 2)

  func takesForSame(_ query: String) -> Bool { query == "classLayout" && occasions.come() }
}

private final class UnpinnedSource: QuerySabotage {
  func readsNewest(_ input: String) -> Bool { input == "source" }
}
