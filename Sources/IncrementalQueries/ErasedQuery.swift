internal import Synchronization

/// What a table must know about its query's type, so that the engine itself is compiled once and not for each query.
protocol ErasedQuery: Sendable {
  var name: String { get }
  var capacity: Int? { get }
  func execute(
    _ slot: Slot, of table: MemoTable, in context: QueryContext, previous: AnyValue?
  ) throws(QueryInterruption) -> AnyValue
  func isSame(_ old: AnyValue, _ new: AnyValue) -> Bool
  func valueInCycle(_ slot: Slot, of table: MemoTable) -> AnyValue?
}

struct ErasedQueryType<Q: Query>: ErasedQuery {
  var name: String { Q.name }
  var capacity: Int? { Q.capacity }

  func execute(
    _ slot: Slot, of table: MemoTable, in context: QueryContext, previous: AnyValue?
  ) throws(QueryInterruption) -> AnyValue {
    ComputedValue(try Q.execute(key(at: slot, of: table), in: context, previous: previous?.of(Q.Value.self)))
  }

  func isSame(_ old: AnyValue, _ new: AnyValue) -> Bool { Q.isSame(old.of(Q.Value.self), new.of(Q.Value.self)) }

  func valueInCycle(_ slot: Slot, of table: MemoTable) -> AnyValue? {
    Q.valueInCycle(key(at: slot, of: table)).map { ComputedValue($0) }
  }

  private func key(at slot: Slot, of table: MemoTable) -> Q.Key {
    let key = table.state.withLock { $0.keys.of(Q.Key.self)[slot.index] }
    guard let key else { preconditionFailure("what is running is not removed") }
    return key
  }
}
