/// One evaluation: a snapshot, the queries that are running, what they have read, and the work done. Belongs to one thread at a
/// time.
package final class QueryContext {
  package let snapshot: Snapshot
  let database: Database
  private let cancellation: CancellationToken?
  // Belongs to one thread, and nothing is called while these are accessed: that need not be checked each time.
  @exclusivity(unchecked) var frames: [Frame] = []
  /// Why the running queries are being left. A query that swallows it gets no further.
  @exclusivity(unchecked) var interruption: QueryInterruption?
  @exclusivity(unchecked) var counts: [QueryCounts]
  /// What the queries executed in this evaluation say that they did.
  package private(set) var work = WorkAmounts()

  package init(_ database: Database, _ snapshot: Snapshot, cancellation: CancellationToken? = nil) {
    self.database = database
    self.snapshot = snapshot
    self.cancellation = cancellation
    counts = Array(repeating: QueryCounts(), count: database.memoTables.count)
  }

  // MARK: For queries

  /// The value of another query; whoever asks depends on it from now on.
  package func get<Q: Query>(_ query: Q.Type, _ key: Q.Key) throws(QueryInterruption) -> Q.Value {
    try checkCancellation()
    let (slot, answer) = try database.table(of: query).fetch(key, in: self)
    guard let value = answer.value else { preconditionFailure("whoever needs a value gets one") }
    depend(on: slot, answer.standing)
    return value.of(Q.Value.self)
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
    zip(database.memoTables, counts).filter { $0.1 != QueryCounts() }.map { ($0.0.query.name, $0.1) }
  }

  package func counts<Q: Query>(of query: Q.Type) -> QueryCounts {
    counts[Int(database.table(of: query).index) - database.inputTables.count]
  }

  package var totalCounts: QueryCounts { counts.reduce(QueryCounts(), +) }
}
