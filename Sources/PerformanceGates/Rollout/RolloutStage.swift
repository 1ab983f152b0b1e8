/// How far a release has gone. The raw value is the cohort's tag in its metrics.
package enum RolloutStage: String, Sendable, CaseIterable, Comparable {
  case `internal`
  case canary5 = "canary-5"
  case canary25 = "canary-25"
  case ga

  package var next: RolloutStage? {
    let stages = Self.allCases
    let index = stages.firstIndex(of: self).map { $0 + 1 } ?? stages.count
    return index < stages.count ? stages[index] : nil
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  package static func < (one: RolloutStage, other: RolloutStage) -> Bool { one.order < other.order }
}
