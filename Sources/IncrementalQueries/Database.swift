internal import HashTreeCollections
internal import Synchronization

/// The inputs, the newest snapshot of them, and the memos that all snapshots share.
package final class Database: Sendable {
  let tables: [any Table]
  private let indices: [ObjectIdentifier: Int]
  let observer: (@Sendable (QueryEvent) -> Void)?
  private let current: Mutex<Snapshot>

  /// - Parameters:
  ///   - inputs: all kinds of inputs there are.
  ///   - queries: all queries there are; asking for another one is a programming error.
  ///   - observer: is told of every event, on the thread of the evaluation. Slow; for tests.
  package init(
    inputs: [any Input.Type], queries: [any Query.Type], observer: (@Sendable (QueryEvent) -> Void)? = nil
  ) {
    var tables: [any Table] = []
    var indices: [ObjectIdentifier: Int] = [:]
    for input in inputs {
      indices[ObjectIdentifier(input)] = tables.count
      tables.append(Self.makeTable(input, UInt16(tables.count)))
    }
    for query in queries {
      indices[ObjectIdentifier(query)] = tables.count
      tables.append(Self.makeTable(query, UInt16(tables.count)))
    }
    self.tables = tables
    self.indices = indices
    self.observer = observer
    current = Mutex(Snapshot(revision: Revision(1), inputs: [:], changeTimes: ChangeTimes()))
  }

  // MARK: Writing

  /// The newest state of all inputs.
  package var snapshot: Snapshot { current.withLock { $0 } }

  /// Makes the next revision, with all changes of `body` in it.
  @discardableResult
  package func write(_ body: (inout Batch) -> Void) -> Snapshot {
    current.withLock { current in
      var batch = Batch(database: self, base: current)
      body(&batch)
      current = batch.snapshot
      return current
    }
  }

  /// Provides a value that holds for all revisions so far, since nobody has looked before. The first one counts. It is no change.
  package func discover<I: Input>(_ input: I.Type, _ key: I.Key, _ value: I.Value, durability: Durability) {
    table(of: input).discover(key, value, durability: durability)
  }

  /// Lets go the memos that nobody has used or validated since `horizon`. Whatever depends on them is computed again when asked.
  package func removeUnused(before horizon: Revision) {
    for table in tables { table.removeUnused(before: horizon) { observer?($0) } }
  }

  // MARK: Looking inside

  /// How many values and keys each input and query holds.
  package var population: [(name: String, values: Int, keys: Int)] {
    tables.map { table in
      let (values, keys) = table.population
      return (table.name, values, keys)
    }
  }

  func describe(_ slot: Slot) -> String { tables[Int(slot.table)].describe(slot) }

  func table<Q: Query>(of query: Q.Type) -> QueryTable<Q> {
    unsafeDowncast(tables[index(of: query, named: Q.name)], to: QueryTable<Q>.self)
  }

  func table<I: Input>(of input: I.Type) -> InputTable<I> {
    unsafeDowncast(tables[index(of: input, named: I.name)], to: InputTable<I>.self)
  }

  private func index(of type: Any.Type, named name: String) -> Int {
    guard let index = indices[ObjectIdentifier(type)] else { preconditionFailure("\(name) is not in this database") }
    return index
  }

  private static func makeTable<I: Input>(_ input: I.Type, _ index: UInt16) -> any Table { InputTable<I>(index: index) }
  private static func makeTable<Q: Query>(_ query: Q.Type, _ index: UInt16) -> any Table { QueryTable<Q>(index: index) }
}

/// Changes that become one revision.
package struct Batch: ~Copyable {
  private let database: Database
  private var inputs: TreeDictionary<Slot, AnyCell>
  private var changeTimes: ChangeTimes
  /// The revision in the making.
  package let revision: Revision

  init(database: Database, base: Snapshot) {
    self.database = database
    inputs = base.inputs
    changeTimes = base.changeTimes
    revision = base.revision.next
  }

  package mutating func set<I: Input>(_ input: I.Type, _ key: I.Key, _ value: I.Value, durability: Durability = .low) {
    let table = database.table(of: input)
    let slot = table.slot(of: key)
    // One that was durable and is not any more is a change of a durable input.
    let old = table.cell(at: slot, in: inputs)?.durability ?? durability
    changeTimes.note(max(old, durability), at: revision)
    inputs[slot] = Cell(value, changedAt: revision, durability: durability)
  }

  /// What the input is at this point of the batch.
  package func value<I: Input>(_ input: I.Type, _ key: I.Key) -> I.Value? {
    let table = database.table(of: input)
    return table.cell(at: table.slot(of: key), in: inputs)?.value
  }

  var snapshot: Snapshot { Snapshot(revision: revision, inputs: inputs, changeTimes: changeTimes) }
}
