internal import PikeAnalysis
internal import QueryEngine
internal import Synchronization

/// Who gets a slot, and when.
enum SchedulingFaults {
  static let all = [
    PlantedFault(
      "missed-wake-up",
      "When slots become free right behind each other, those who wait are not told, two times of five.",
      suite: "typing-fairness", property: "hang"
    ) { Plant(EngineSabotage(scheduling: MissedWakeUp())) },
    PlantedFault(
      "slot-lost-on-cancel", "The slot of every other running request that is cancelled is never given back.",
      suite: "cancellation", property: "hang"
    ) { Plant(EngineSabotage(scheduling: LostSlot())) },
    PlantedFault(
      "cancel-only-acknowledged", "A cancelled request is answered so, but computed to its end in its slot.",
      suite: "cancellation", property: "cancel-to-stop"
    ) { Plant(EngineSabotage(scheduling: OnlyAcknowledged())) },
    PlantedFault(
      "background-starved",
      "Background work waits for a quiet moment, and forgets to look again when others have come meanwhile.",
      suite: "typing-fairness", property: "hang"
    ) { Plant(EngineSabotage(scheduling: StarvedBackground())) },
    PlantedFault(
      "typing-behind-background", "All requests wait in one line, whatever their class.",
      suite: "typing-fairness", property: "request-latency"
    ) { Plant(EngineSabotage(scheduling: OneLine())) },
    PlantedFault(
      "superseded-not-removed", "A superseded request stays in the queue, and the newer one waits behind it.",
      suite: "typing-fairness", property: "request-latency"
    ) { Plant(EngineSabotage(scheduling: UnboundedQueue())) },
    PlantedFault(
      "superseded-unanswered", "A request whose place a newer one has taken is never answered.",
      suite: "typing-fairness", property: "answered-once"
    ) { Plant(EngineSabotage(scheduling: Unanswered())) },
  ]
}

private final class MissedWakeUp: SchedulingSabotage {
  private let ends = Mutex(0)

  func losesWakeUp() -> Bool {
    ends.withLock { ends in
      ends += 1
      return ends % 5 >= 3
    }
  }
}

private final class LostSlot: SchedulingSabotage {
  private let occasions = Occasions(every: 2)
  func losesSlot() -> Bool { occasions.come() }
}

private final class OnlyAcknowledged: SchedulingSabotage {
  func goesOnAfterCancel() -> Bool { true }
}

private final class StarvedBackground: SchedulingSabotage {
  /// How many others have come since the last background request did.
  private let others = Mutex(0)

  func arrives(_ requestClass: RequestClass) {
    others.withLock { $0 = requestClass == .background ? 0 : $0 + 1 }
  }

  func holdsBack(_ requestClass: RequestClass) -> Bool { requestClass == .background && others.withLock { $0 > 1 } }
}

private final class OneLine: SchedulingSabotage {
  func ignoresClasses() -> Bool { true }
}

private final class UnboundedQueue: SchedulingSabotage {
  func keepsSuperseded() -> Bool { true }
}

private final class Unanswered: SchedulingSabotage {
  func leavesUnanswered(_ reason: CancellationReason) -> Bool { reason == .superseded }
}
