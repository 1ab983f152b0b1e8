/// A computed value, what it was computed from, and for which revisions that is known to hold.
final class Memo: @unchecked Sendable {
  // Unchecked: the variables are read and written under the table's lock only. So are accesses never in conflict, and checking
  // that again at each would take a fifth of all time.

  /// Nil when the value was let go; the edges still serve whoever depends on it.
  @exclusivity(unchecked) var value: AnyValue?
  /// In the order in which they were read; none of a cycle.
  let dependencies: [Slot]
  /// The queries on the cycle of which this is the value, itself included; mostly none. When one of the others asks for it, then
  /// that one must find out that it is on the cycle, too.
  @exclusivity(unchecked) var participants: [Slot]
  /// The value holds for all revisions from `standing.validFrom` to `verifiedAt`.
  @exclusivity(unchecked) var standing: Standing
  @exclusivity(unchecked) var verifiedAt: Revision
  /// When it was used last, by the table's count of uses.
  @exclusivity(unchecked) var lastUse: UInt64

  init(_ result: Result, _ standing: Standing, verifiedAt: Revision, lastUse: UInt64) {
    value = result.value
    dependencies = result.participants.isEmpty ? result.evidence.dependencies : []
    participants = result.participants
    self.standing = standing
    self.verifiedAt = verifiedAt
    self.lastUse = lastUse
  }

  func covers(_ revision: Revision) -> Bool { standing.validFrom <= revision && revision <= verifiedAt }

  /// What came out of an execution.
  struct Result {
    let value: AnyValue
    let evidence: Evidence
    /// Not empty when the value is that of a cycle.
    let participants: [Slot]
  }
}

/// A value with its type erased.
@usableFromInline
package class AnyValue: @unchecked Sendable {
  // Unchecked because a subclass cannot be checked through its base; there are only constants in both.

  @usableFromInline
  package init() {}

  /// The value as one of the type that the query has in whose table it was found.
  @inlinable
  package final func of<Value: Sendable>(_ type: Value.Type) -> Value {
    unsafeDowncast(self, to: ComputedValue<Value>.self).value
  }
}

@usableFromInline
package final class ComputedValue<Value: Sendable>: AnyValue, @unchecked Sendable {
  @usableFromInline package let value: Value

  @inlinable
  package init(_ value: Value) {
    self.value = value
    super.init()
  }
}
