internal import Synchronization

/// The memos of one query. How a value is got: `MemoTable+Fetch`, `+Validate`, `+Execute`; how it goes: `+Removal`.
@usableFromInline
package final class MemoTable: Sendable {
  struct State {
    let keys: AnyKeyMap
    var places: [Place] = []
    var free: [Int32] = []
    /// How many memos hold a value.
    var valueCount = 0
    /// Counts uses, for finding what was not used for longest.
    var clock: UInt64 = 0
    /// Values that are to be let go next, the next one last, with their last use as it was then.
    var oldest: [(index: Int32, lastUse: UInt64)] = []
  }

  struct Place {
    /// How often it was given to another key.
    var generation: UInt16 = 0
    /// How many evaluations are at work on it; meanwhile it is not removed.
    var users: Int32 = 0
    var memo: Memo?
  }

  let index: UInt16
  /// Among the tables of queries.
  let number: Int
  let name: String
  /// How many values are kept.
  let capacity: Int?
  let query: QueryFunctions
  let state: Mutex<State>

  init(index: UInt16, number: Int, _ kind: QueryKind) {
    self.index = index
    self.number = number
    name = kind.type.name
    capacity = kind.type.capacity
    query = kind.functions
    state = Mutex(State(keys: kind.makeKeys()))
  }

  @usableFromInline
  package func readKeys(_ body: (AnyKeyMap) -> Void) { state.withLock { body($0.keys) } }

  /// Whether the key that the slot was made for still lives there.
  func holds(_ slot: Slot) -> Bool { state.withLock { $0.isCurrent(slot) } }

  func describeKey(_ slot: Slot) -> String {
    state.withLock { $0.isCurrent(slot) ? $0.keys.describe(slot.index) : "" }
  }

  /// How many values and keys are held.
  var population: (values: Int, keys: Int) { state.withLock { ($0.valueCount, $0.keys.count) } }
}

extension MemoTable.State {
  /// The place of the key, made when there is none.
  mutating func slot(table: UInt16, of key: KeyFinder) -> Slot {
    let known = key(keys, -1)
    if known >= 0 { return Slot(table: table, generation: places[Int(known)].generation, index: known) }
    let index: Int32
    if let old = free.popLast() {
      index = old
    } else {
      index = Int32(places.count)
      places.append(MemoTable.Place())
    }
    _ = key(keys, index)
    return Slot(table: table, generation: places[Int(index)].generation, index: index)
  }

  func isCurrent(_ slot: Slot) -> Bool { places[Int(slot.index)].generation == slot.generation }

  mutating func setMemo(_ memo: Memo, at slot: Slot) {
    let index = Int(slot.index)
    if places[index].memo?.value == nil { valueCount += 1 }
    places[index].memo = memo
  }

  /// Marks a memo as used.
  mutating func touch(_ memo: Memo) {
    clock += 1
    memo.lastUse = clock
  }

  /// - Returns: the memo that stood there, to be freed when the table is not locked.
  mutating func remove(_ index: Int32) -> Memo? {
    let memo = places[Int(index)].memo
    if memo?.value != nil { valueCount -= 1 }
    places[Int(index)].memo = nil
    keys.remove(index)
    // A place whose generations are used up is left alone, so that no old edge ever takes a new key for its own.
    if places[Int(index)].generation == .max { return memo }
    places[Int(index)].generation += 1
    free.append(index)
    return memo
  }
}
