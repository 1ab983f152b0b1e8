/// Why an evaluation ended without a value. What it had computed completely stays memoised; nothing else is left behind.
///
/// Indirect, so that the way back is paid for only when it is taken.
@usableFromInline
package indirect enum QueryInterruption: Error, Sendable {
  case cancelled
  /// An input that nobody has provided yet. The caller provides it (``Database/discover(_:_:_:durability:)``) and evaluates again.
  case missing(MissingInput)
  /// The query needs its own value, and has no value for that case.
  case cycle(QueryCycle)
}

/// Which input was asked for before it was known.
@usableFromInline
package struct MissingInput: Sendable {
  /// The input's type, to be compared with `==`.
  package let input: any Input.Type
  /// Of the input's key type.
  package let key: any Hashable & Sendable
}

/// Queries that need each other's values, outermost first.
@usableFromInline
package struct QueryCycle: Sendable, Equatable {
  /// `name(key)` of each.
  package let participants: [String]
  let slots: [Slot]
  /// How many frames lie below the outermost participant; -1 when nobody can deal with it any more.
  let head: Int
}
