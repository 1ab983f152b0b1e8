internal import Synchronization

/// The memos of one query. How a value is got: `QueryTable+Fetch`, `+Validate`, `+Execute`; how it goes: `+Eviction`.
final class QueryTable<Q: Query>: Table {
  struct State {
    var slots = SlotMap<Q.Key>()
    /// By the slot's index.
    var memos: [Memo<Q.Value>?] = []
    /// How many memos hold a value.
    var valueCount = 0
    /// Counts uses, for finding what was not used for longest.
    var clock: UInt64 = 0

    mutating func tick() -> UInt64 {
      clock += 1
      return clock
    }

    mutating func setMemo(_ memo: Memo<Q.Value>?, at index: Int32) {
      let index = Int(index)
      if memos.count <= index { memos.append(contentsOf: repeatElement(nil, count: index + 1 - memos.count)) }
      if memos[index]?.value != nil { valueCount -= 1 }
      if memo?.value != nil { valueCount += 1 }
      memos[index] = memo
    }

    func memo(at index: Int32) -> Memo<Q.Value>? {
      Int(index) < memos.count ? memos[Int(index)] : nil
    }
  }

  let index: UInt16
  let state = Mutex(State())

  init(index: UInt16) { self.index = index }

  var name: String { Q.name }

  func describe(_ slot: Slot) -> String {
    state.withLock { $0.slots.key(at: slot) }.map { "\(Q.name)(\($0))" } ?? Q.name
  }

  var population: (values: Int, keys: Int) { state.withLock { ($0.valueCount, $0.slots.count) } }
}
