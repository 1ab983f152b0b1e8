internal import PikeAnalysis
internal import QueryEngine

/// Requests that are computed once for several.
enum SharingFaults {
  static let all = [
    PlantedFault(
      "shared-computation-cancelled", "When one of two who share a computation cancels, the other one loses it, too.",
      suite: "cancellation", property: "answered-once"
    ) { Plant(EngineSabotage(scheduling: CancelledForAll())) },
    PlantedFault(
      "shared-answer-to-first-only", "Of those who share a computation, only the first is answered.",
      suite: "protocol", property: "answered-once"
    ) { Plant(EngineSabotage(scheduling: OnlyFirst())) },
    PlantedFault(
      "share-key-without-revision", "A request joins the computation of one that was asked before the last edit.",
      suite: "protocol", property: "read-your-edits", in: [.queryEngine]
    ) { Plant(EngineSabotage(scheduling: KeyWithoutRevision())) },
  ]
}

private final class CancelledForAll: SchedulingSabotage {
  func stopsForOthersToo() -> Bool { true }
}

private final class OnlyFirst: SchedulingSabotage {
  func answersOnlyFirst() -> Bool { true }
}

private final class KeyWithoutRevision: SchedulingSabotage {
  func sharesWhateverRevision(_ request: FeatureRequest) -> Bool { true }
}
