/// A function from a key to a value, memoised. It must be pure: it may read nothing but its key and what it asks the context for.
@usableFromInline
package protocol Query: SendableMetatype {
  associatedtype Key: Hashable & Sendable
  associatedtype Value: Sendable

  /// For events and counters; unique in a database.
  static var name: String { get }

  /// How many values are kept; of more, the ones that were not used for longest are let go and computed again on demand.
  static var capacity: Int? { get }

  /// Computes the value. `previous` is a value that this key had at some time, to share structure with; it must not change the
  /// result.
  static func execute(_ key: Key, in context: QueryContext, previous: Value?) throws(QueryInterruption) -> Value

  /// Whether whoever used the one value would have computed the same with the other.
  static func isSame(_ old: Value, _ new: Value) -> Bool

  /// The value of each participant of a cycle; nil to report the cycle to the caller.
  static func valueInCycle(_ key: Key) -> Value?
}

extension Query {
  package static var capacity: Int? { nil }
  package static func valueInCycle(_ key: Key) -> Value? { nil }
}

extension Query where Value: Equatable {
  @inlinable
  package static func isSame(_ old: Value, _ new: Value) -> Bool { old == new }
}
