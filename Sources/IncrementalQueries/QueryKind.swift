/// A query as a database is told of it.
///
/// Where it is made of a type that is written out, the compiler makes the query's functions for that type; from a list of types it
/// makes slower ones, for any type.
@usableFromInline
package struct QueryKind: Sendable {
  let type: any Query.Type
  let functions: QueryFunctions
  /// Makes a map for the query's keys.
  let makeKeys: @Sendable () -> AnyKeyMap

  @inlinable
  package init<Q: Query>(_ query: Q.Type) {
    self.init(
      type: query,
      functions: QueryFunctions(
        execute: { slot, table, context, previous throws(QueryInterruption) in
          let key = QueryFunctions.key(at: slot, of: table, Q.Key.self)
          return ComputedValue(try Q.execute(key, in: context, previous: previous?.of(Q.Value.self)))
        },
        isSame: { Q.isSame($0.of(Q.Value.self), $1.of(Q.Value.self)) },
        valueInCycle: { slot, table in
          Q.valueInCycle(QueryFunctions.key(at: slot, of: table, Q.Key.self)).map { ComputedValue($0) }
        }),
      makeKeys: { KeyMap<Q.Key>() })
  }

  @usableFromInline
  package init(type: any Query.Type, functions: QueryFunctions, makeKeys: @escaping @Sendable () -> AnyKeyMap) {
    self.type = type
    self.functions = functions
    self.makeKeys = makeKeys
  }
}

/// What a table must know of its query, with the types erased, so that the engine itself is compiled once and not for each query.
@usableFromInline
package struct QueryFunctions: Sendable {
  @usableFromInline
  package typealias Execution =
    @Sendable (
      _ slot: Slot, _ table: MemoTable, _ context: QueryContext, _ previous: AnyValue?
    ) throws(QueryInterruption) -> AnyValue

  let execute: Execution
  let isSame: @Sendable (_ old: AnyValue, _ new: AnyValue) -> Bool
  let valueInCycle: @Sendable (Slot, MemoTable) -> AnyValue?

  @usableFromInline
  package init(
    execute: @escaping Execution, isSame: @escaping @Sendable (AnyValue, AnyValue) -> Bool,
    valueInCycle: @escaping @Sendable (Slot, MemoTable) -> AnyValue?
  ) {
    self.execute = execute
    self.isSame = isSame
    self.valueInCycle = valueInCycle
  }

  @inlinable
  package static func key<Key: Hashable & Sendable>(at slot: Slot, of table: MemoTable, _ type: Key.Type) -> Key {
    var key: Key?
    table.readKeys { key = $0.of(Key.self)[slot.index] }
    guard let key else { preconditionFailure("what is running is not removed") }
    return key
  }
}
