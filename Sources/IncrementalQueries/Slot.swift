/// Where what belongs to a key lives: which table, which place in it, and how often that place was given to another key.
struct Slot: Hashable, Sendable {
  let table: UInt16
  let generation: UInt16
  let index: Int32

  func hash(into hasher: inout Hasher) {
    hasher.combine(UInt64(table) << 48 | UInt64(generation) << 32 | UInt64(UInt32(bitPattern: index)))
  }
}
