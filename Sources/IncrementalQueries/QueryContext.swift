/// One evaluation: a snapshot, the queries that are running, what they have read, and the work done. Belongs to one thread at a
/// time.
package final class QueryContext {
  package let snapshot: Snapshot
  let database: Database
  private let cancellation: CancellationToken?
  private var frames: [Frame] = []
  private var counts: [QueryCounts]
  /// What the queries executed in this evaluation say that they did.
  package private(set) var work = WorkAmounts()

  private struct Frame {
    let slot: Slot
    var evidence = Evidence()
  }

  /// Deeper than any sound chain of queries; a thread's stack must hold as many.
  static let depthLimit = 400

  package init(_ database: Database, _ snapshot: Snapshot, cancellation: CancellationToken? = nil) {
    self.database = database
    self.snapshot = snapshot
    self.cancellation = cancellation
    counts = Array(repeating: QueryCounts(), count: database.tables.count)
  }

  // MARK: For queries

  /// The value of another query; whoever asks depends on it from now on.
  package func get<Q: Query>(_ query: Q.Type, _ key: Q.Key) throws(QueryInterruption) -> Q.Value {
    try checkCancellation()
    let (slot, value, standing) = try database.table(of: query).fetch(key, in: self)
    depend(on: slot, standing)
    return value
  }

  /// The value of an input; whoever asks depends on it from now on.
  package func input<I: Input>(_ input: I.Type, _ key: I.Key) throws(QueryInterruption) -> I.Value {
    let table = database.table(of: input)
    let slot = table.slot(of: key)
    guard let cell = table.cell(at: slot, in: snapshot.inputs) else {
      throw .missing(MissingInput(input: input, key: key))
    }
    depend(on: slot, Standing(changedAt: cell.changedAt, validFrom: cell.changedAt, durability: cell.durability))
    return cell.value
  }

  /// To be called in loops that may be long; every query is left within the time between two calls.
  package func checkCancellation() throws(QueryInterruption) {
    if let cancellation, cancellation.isCancelled { throw .cancelled }
  }

  package func did(_ amount: Int, _ kind: WorkKind) { work[kind] += amount }

  // MARK: What was done

  /// Of each query that was used, by name.
  package var countsByQuery: [(name: String, counts: QueryCounts)] {
    zip(database.tables, counts).filter { $0.1 != QueryCounts() }.map { ($0.0.name, $0.1) }
  }

  package func counts<Q: Query>(of query: Q.Type) -> QueryCounts { counts[Int(database.table(of: query).index)] }

  package var totalCounts: QueryCounts { counts.reduce(QueryCounts(), +) }

  // MARK: Frames

  var depth: Int { frames.count }

  func enter(_ slot: Slot) throws(QueryInterruption) {
    // A chain is short, and comparing slots is cheaper than keeping a set.
    if let head = frames.firstIndex(where: { $0.slot == slot }) {
      let participants = frames[head...].map { database.describe($0.slot) }
      throw .cycle(QueryCycle(participants: participants, head: head))
    }
    if frames.count >= Self.depthLimit {
      throw .cycle(QueryCycle(participants: frames.suffix(8).map { database.describe($0.slot) }, head: -1))
    }
    frames.append(Frame(slot: slot))
  }

  @discardableResult
  func leave() -> Evidence {
    // Every leave has its enter.
    frames.removeLast().evidence
  }

  /// Leaves a frame without a value. What a participant of a cycle has read is part of why its head has no value, either.
  func leave(merging error: QueryInterruption) {
    let evidence = leave()
    if case .cycle(let cycle) = error, cycle.head >= 0, !frames.isEmpty {
      frames[frames.count - 1].evidence.merge(evidence)
    }
  }

  /// Leaves a frame whose memo could not be validated. A cycle that begins here means that it must be executed.
  func leaveValidation(_ error: QueryInterruption) throws(QueryInterruption) {
    if case .cycle(let cycle) = error, cycle.head == depth - 1 {
      leave()
      return
    }
    leave(merging: error)
    throw error
  }

  private func depend(on slot: Slot, _ standing: Standing) {
    guard !frames.isEmpty else { return }
    frames[frames.count - 1].evidence.note(slot, standing)
  }

  // MARK: Events

  enum Happening { case executed, validated, reused, backdated }

  func note<Q: Query>(_ happening: Happening, _ query: Q.Type, _ key: Q.Key) {
    let index = Int(database.table(of: query).index)
    switch happening {
    case .executed: counts[index].executed += 1
    case .validated: counts[index].validated += 1
    case .reused: counts[index].reused += 1
    case .backdated: counts[index].backdated += 1
    }
    guard database.observer != nil else { return }
    let (name, key) = (Q.name, "\(key)")
    switch happening {
    case .executed: report(.executed(query: name, key: key))
    case .validated: report(.validated(query: name, key: key))
    case .reused: report(.reused(query: name, key: key))
    case .backdated: report(.backdated(query: name, key: key))
    }
  }

  func report(_ event: QueryEvent) { database.observer?(event) }
}
