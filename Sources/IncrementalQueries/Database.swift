internal import HashTreeCollections
internal import Synchronization

/// The inputs, the newest snapshot of them, and the memos that all snapshots share.
package final class Database: Sendable {
  let inputTables: [InputTable]
  let memoTables: [MemoTable]
  private let typeIndex: TypeIndex
  let observer: (@Sendable (QueryEvent) -> Void)?
  let sabotage: (any QuerySabotage)?
  private let current: Mutex<Snapshot>

  /// - Parameters:
  ///   - inputs: all kinds of inputs there are.
  ///   - queries: all queries there are; asking for another one is a programming error.
  ///   - observer: is told of every event, on the thread of the evaluation. Slow; for tests.
  ///   - sabotage: makes it wrong; for tests of those who should notice.
  package init(
    inputs: [any Input.Type], queries: [QueryKind], observer: (@Sendable (QueryEvent) -> Void)? = nil,
    sabotage: (any QuerySabotage)? = nil
  ) {
    // Slots number the tables of inputs first.
    inputTables = inputs.enumerated().map { Self.makeTable(UInt16($0), $1) }
    memoTables = queries.enumerated().map { MemoTable(index: UInt16(inputs.count + $0), number: $0, $1) }
    typeIndex = TypeIndex(inputs.map { ObjectIdentifier($0) } + queries.map { ObjectIdentifier($0.type) })
    self.observer = observer
    self.sabotage = sabotage
    current = Mutex(Snapshot(revision: Revision(1), inputs: [:], changeTimes: ChangeTimes()))
  }

  package convenience init(
    inputs: [any Input.Type], queries: [any Query.Type], observer: (@Sendable (QueryEvent) -> Void)? = nil,
    sabotage: (any QuerySabotage)? = nil
  ) {
    func kind(_ query: any Query.Type) -> QueryKind { QueryKind(query) }
    self.init(inputs: inputs, queries: queries.map(kind), observer: observer, sabotage: sabotage)
  }

  // MARK: Writing

  /// The newest state of all inputs.
  package var snapshot: Snapshot { current.withLock { $0 } }

  /// Makes the next revision, with all changes of `body` in it. Other writers wait meanwhile, so that the body may ask the batch, but
  /// not this database, for its newest snapshot.
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

  /// Lets go the memos that nobody has used or validated at `horizon` or later. Whatever depends on them is computed again when asked.
  package func removeUnused(before horizon: Revision) {
    for table in memoTables { table.removeUnused(before: horizon, report: observer) }
  }

  // MARK: Looking inside

  /// How many values and keys each input and query holds.
  package var population: [(name: String, values: Int, keys: Int)] {
    let inputs = inputTables.map { ($0.input.name, $0.population) }
    let queries = memoTables.map { ($0.name, $0.population) }
    return (inputs + queries).map { ($0, $1.values, $1.keys) }
  }

  func describe(_ slot: Slot) -> String {
    let table = memoTable(of: slot)
    return "\(table.name)(\(table.describeKey(slot)))"
  }

  // MARK: Tables

  func table<I: Input>(of input: I.Type) -> InputTable {
    guard let index = typeIndex[ObjectIdentifier(input)] else {
      preconditionFailure("\(I.name) is not in this database")
    }
    return inputTables[index]
  }

  func table(of query: any Query.Type) -> MemoTable {
    guard let index = typeIndex[ObjectIdentifier(query)] else {
      preconditionFailure("\(query.name) is not in this database")
    }
    return memoTables[index - inputTables.count]
  }

  /// Of the input or the query that lives in the slot.
  func tableName(of slot: Slot) -> String {
    let index = Int(slot.table)
    return index < inputTables.count ? inputTables[index].input.name : memoTable(of: slot).name
  }

  func memoTable(of slot: Slot) -> MemoTable { memoTables[Int(slot.table) - inputTables.count] }

  /// Brings what lives in the slot up to date for the context's revision; nil when it is gone.
  func refresh(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Standing? {
    guard Int(slot.table) < inputTables.count else { return try memoTable(of: slot).refresh(slot, in: context) }
    let table = inputTables[Int(slot.table)]
    guard let cell = table.cell(at: slot, in: context.snapshot.inputs) else {
      throw context.interrupt(.missing(table.missing(at: slot)))
    }
    return cell.standing
  }

  private static func makeTable<I: Input>(_ index: UInt16, _ input: I.Type) -> InputTable {
    InputTable(index: index, input)
  }
}
