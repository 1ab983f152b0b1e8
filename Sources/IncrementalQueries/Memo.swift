/// A computed value, what it was computed from, and for which revisions that is known to hold.
///
/// Guarded by the lock of the table that it stands in; what is `let` may be read without.
final class Memo<Value: Sendable>: @unchecked Sendable {
  // Unchecked: the variables are read and written under the table's lock only.

  /// Nil when the value was let go; the edges still serve whoever depends on it.
  var value: Value?
  let dependencies: [Slot]
  /// The least of the dependencies'.
  let durability: Durability
  /// When the value became what it is; whoever used it later has used the same one.
  let changedAt: Revision
  /// The value holds for all revisions from `validFrom` to `verifiedAt`. (A backdated value may be older than that, with another one
  /// in between, so that `changedAt` does not say it.)
  var validFrom: Revision
  var verifiedAt: Revision
  /// When it was used last, by the table's count of uses.
  var lastUse: UInt64

  init(value: Value, evidence: Evidence, changedAt: Revision, verifiedAt: Revision, lastUse: UInt64) {
    self.value = value
    dependencies = evidence.dependencies
    durability = evidence.durability
    validFrom = evidence.validFrom
    self.changedAt = changedAt
    self.verifiedAt = verifiedAt
    self.lastUse = lastUse
  }

  func covers(_ revision: Revision) -> Bool { validFrom <= revision && revision <= verifiedAt }
}

/// What is known about a value besides the value.
struct Standing: Sendable {
  let changedAt: Revision
  let validFrom: Revision
  let durability: Durability
  /// It is not in the table that all revisions share, since a newer revision's is.
  var isPrivate = false
}

/// What an execution has read, collected while it runs.
struct Evidence: Sendable {
  private(set) var dependencies: [Slot] = []
  private(set) var durability = Durability.high
  private(set) var changedAt = Revision.origin
  private(set) var validFrom = Revision.origin
  private(set) var isPrivate = false
  private var known: Set<Slot> = []
  /// Below this, looking through the list is quicker than a set.
  private static let smallCount = 8

  mutating func note(_ slot: Slot, _ standing: Standing) {
    durability = min(durability, standing.durability)
    changedAt = max(changedAt, standing.changedAt)
    validFrom = max(validFrom, standing.validFrom)
    isPrivate = isPrivate || standing.isPrivate
    add(slot)
  }

  /// Takes over what a participant of a cycle has read.
  mutating func merge(_ other: Evidence) {
    durability = min(durability, other.durability)
    changedAt = max(changedAt, other.changedAt)
    validFrom = max(validFrom, other.validFrom)
    isPrivate = isPrivate || other.isPrivate
    other.dependencies.forEach { add($0) }
  }

  private mutating func add(_ slot: Slot) {
    if dependencies.count < Self.smallCount {
      if !dependencies.contains(slot) { dependencies.append(slot) }
      return
    }
    if known.isEmpty { known = Set(dependencies) }
    if known.insert(slot).inserted { dependencies.append(slot) }
  }
}
