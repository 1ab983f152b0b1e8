/// One evaluation: a snapshot, the queries that are running, what they have read, and the work done. Belongs to one thread at a
/// time.
@usableFromInline
package final class QueryContext {
  package let snapshot: Snapshot
  let database: Database
  private let cancellation: CancellationToken?
  // Belongs to one thread, and nothing is called while these are accessed: that need not be checked each time.
  @exclusivity(unchecked) var frames: [Frame] = []
  /// What the running queries have read, those of the outermost first; see ``Frame``.
  @exclusivity(unchecked) var reads: [Slot] = []
  /// Of those that have read much, the outermost first.
  @exclusivity(unchecked) var knownReads: [KnownReads] = []
  /// Why the running queries are being left. A query that swallows it gets no further.
  @exclusivity(unchecked) var interruption: QueryInterruption?
  @exclusivity(unchecked) var counts: [QueryCounts]
  /// What the queries executed in this evaluation say that they did.
  package private(set) var work = WorkAmounts()

  private static let usualDepth = 16
  private static let usualReads = 128

  package init(_ database: Database, _ snapshot: Snapshot, cancellation: CancellationToken? = nil) {
    self.database = database
    self.snapshot = snapshot
    self.cancellation = cancellation
    counts = Array(repeating: QueryCounts(), count: database.memoTables.count)
    frames.reserveCapacity(Self.usualDepth)
    reads.reserveCapacity(Self.usualReads)
  }

  // MARK: For queries

  /// The value of another query; whoever asks depends on it from now on.
  @inlinable
  package func get<Q: Query>(_ query: Q.Type, _ key: Q.Key) throws(QueryInterruption) -> Q.Value {
    try value(of: query) { $0.of(Q.Key.self).find(key, orInsertAt: $1) }.of(Q.Value.self)
  }

  @usableFromInline
  package func value(of query: any Query.Type, _ key: KeyFinder) throws(QueryInterruption) -> AnyValue {
    try checkCancellation()
    let (slot, answer) = try database.table(of: query).fetch(key, in: self)
    guard let value = answer.value else { preconditionFailure("whoever needs a value gets one") }
    depend(on: slot, answer.standing)
    return value
  }

  /// The value of an input; whoever asks depends on it from now on.
  package func input<I: Input>(_ input: I.Type, _ key: I.Key) throws(QueryInterruption) -> I.Value {
    try checkInterruption()
    let table = database.table(of: input)
    let slot = table.slot(of: key)
    let readsNewest = database.sabotage.map { $0.readsNewest(I.name) } ?? false
    guard let cell = table.cell(at: slot, in: readsNewest ? database.snapshot.inputs : snapshot.inputs) else {
      throw interrupt(.missing(MissingInput(input: input, key: key)))
    }
    depend(on: slot, cell.standing)
    return cell.of(I.Value.self).value
  }

  /// To be called in loops that may be long; every query is left within the time between two calls.
  package func checkCancellation() throws(QueryInterruption) {
    try checkInterruption()
    if let cancellation, cancellation.isCancelled { throw interrupt(.cancelled) }
  }

  /// For code that cannot throw; whoever stops because of it calls ``checkCancellation()`` afterwards.
  package var isCancelled: Bool { cancellation?.isCancelled ?? false }

  package func did(_ amount: Int, _ kind: WorkKind) { work[kind] += amount }

  // MARK: What was done

  /// Of each query that was used, by name.
  package var countsByQuery: [(name: String, counts: QueryCounts)] {
    var used: [(name: String, counts: QueryCounts)] = []
    used.reserveCapacity(counts.count)
    for (number, count) in counts.enumerated() where count != QueryCounts() {
      used.append((database.memoTables[number].name, count))
    }
    return used
  }

  package func counts<Q: Query>(of query: Q.Type) -> QueryCounts {
    counts[database.table(of: query).number]
  }

  package var totalCounts: QueryCounts { counts.reduce(QueryCounts(), +) }
}
