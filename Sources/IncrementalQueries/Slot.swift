/// Where the value for a key lives: which table, which place in it, and how often that place was given to another key.
struct Slot: Hashable, Sendable {
  let table: UInt16
  let generation: UInt16
  let index: Int32
}

/// The places of the keys of one table.
struct SlotMap<Key: Hashable & Sendable>: Sendable {
  private var indices: [Key: Int32] = [:]
  private(set) var keys: [Key?] = []
  private var generations: [UInt16] = []
  private var free: [Int32] = []

  var count: Int { indices.count }

  /// The place of the key, made when there is none.
  mutating func slot(of key: Key, table: UInt16) -> Slot {
    if let index = indices[key] { return Slot(table: table, generation: generations[Int(index)], index: index) }
    let index: Int32
    if let old = free.popLast() {
      index = old
      keys[Int(old)] = key
    } else {
      index = Int32(keys.count)
      keys.append(key)
      generations.append(0)
    }
    indices[key] = index
    return Slot(table: table, generation: generations[Int(index)], index: index)
  }

  /// The key that lives there, unless the place was given to another one since.
  func key(at slot: Slot) -> Key? {
    generations[Int(slot.index)] == slot.generation ? keys[Int(slot.index)] : nil
  }

  mutating func remove(at index: Int32) {
    guard let key = keys[Int(index)] else { return }
    indices[key] = nil
    keys[Int(index)] = nil
    generations[Int(index)] &+= 1
    free.append(index)
  }
}
