/// A kind of fact that comes from outside, one value for each key and revision.
package protocol Input: SendableMetatype {
  associatedtype Key: Hashable & Sendable
  associatedtype Value: Sendable

  /// For events and counters; unique in a database.
  static var name: String { get }
}

/// The value of an input and when it became so.
class AnyCell: @unchecked Sendable {
  // Unchecked because a subclass cannot be checked through its base; all fields of both are constants.
  let changedAt: Revision
  let durability: Durability

  init(changedAt: Revision, durability: Durability) {
    self.changedAt = changedAt
    self.durability = durability
  }

  final var standing: Standing { Standing(changedAt: changedAt, validFrom: changedAt, durability: durability) }
}

final class Cell<Value: Sendable>: AnyCell, @unchecked Sendable {
  let value: Value

  init(_ value: Value, changedAt: Revision, durability: Durability) {
    self.value = value
    super.init(changedAt: changedAt, durability: durability)
  }
}

extension AnyCell {
  /// The cell with its type, which is the input's whose slot it was found at.
  func of<Value: Sendable>(_ type: Value.Type) -> Cell<Value> { unsafeDowncast(self, to: Cell<Value>.self) }
}
