internal import HashTreeCollections
internal import Synchronization

/// What a database keeps for one kind of input or query.
protocol Table: AnyObject, Sendable {
  var name: String { get }

  /// Brings what lives in the slot up to date for the context's revision; nil when it is gone.
  func refresh(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Standing?

  func describe(_ slot: Slot) -> String

  /// Lets go what was neither used nor validated since `horizon`.
  func removeUnused(before horizon: Revision, report: (QueryEvent) -> Void)

  /// How many values and keys are held.
  var population: (values: Int, keys: Int) { get }
}

/// The keys of an input, and the values that were found later than the revisions that they hold for.
final class InputTable<I: Input>: Table {
  private struct State {
    var slots = SlotMap<I.Key>()
    var discovered: [Int32: Cell<I.Value>] = [:]
  }

  let index: UInt16
  private let state = Mutex(State())

  init(index: UInt16) { self.index = index }

  var name: String { I.name }

  func slot(of key: I.Key) -> Slot {
    state.withLock { $0.slots.slot(of: key, table: index) }
  }

  func cell(at slot: Slot, in inputs: TreeDictionary<Slot, AnyCell>) -> Cell<I.Value>? {
    // The cells of this table's slots are made by this table's input only.
    if let own = inputs[slot] { return unsafeDowncast(own, to: Cell<I.Value>.self) }
    return state.withLock { $0.discovered[slot.index] }
  }

  /// The first to discover a value decides it.
  func discover(_ key: I.Key, _ value: I.Value, durability: Durability) {
    state.withLock { state in
      let slot = state.slots.slot(of: key, table: index)
      if state.discovered[slot.index] == nil {
        state.discovered[slot.index] = Cell(value, changedAt: .origin, durability: durability)
      }
    }
  }

  func refresh(_ slot: Slot, in context: QueryContext) throws(QueryInterruption) -> Standing? {
    guard let cell = cell(at: slot, in: context.snapshot.inputs) else {
      guard let key = state.withLock({ $0.slots.key(at: slot) }) else { return nil }
      throw .missing(MissingInput(input: I.self, key: key))
    }
    return Standing(changedAt: cell.changedAt, validFrom: cell.changedAt, durability: cell.durability)
  }

  func describe(_ slot: Slot) -> String {
    state.withLock { $0.slots.key(at: slot) }.map { "\(I.name)(\($0))" } ?? I.name
  }

  func removeUnused(before horizon: Revision, report: (QueryEvent) -> Void) {}

  var population: (values: Int, keys: Int) { state.withLock { ($0.discovered.count, $0.slots.count) } }
}
