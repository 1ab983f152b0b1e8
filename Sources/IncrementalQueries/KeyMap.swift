/// The keys of one table and the index of each, with their type erased. Guarded by the lock of its table.
class AnyKeyMap: @unchecked Sendable {
  // Unchecked: it is read and written under the table's lock only.

  func describe(_ index: Int32) -> String { "" }
  func isTaken(_ index: Int32) -> Bool { false }
  func remove(_ index: Int32) {}
  var count: Int { 0 }
}

final class KeyMap<Key: Hashable & Sendable>: AnyKeyMap, @unchecked Sendable {
  @exclusivity(unchecked) private var indices: [Key: Int32] = [:]
  @exclusivity(unchecked) private var keys: [Key?] = []

  func index(of key: Key) -> Int32? { indices[key] }

  func insert(_ key: Key, at index: Int32) {
    indices[key] = index
    if Int(index) == keys.count { keys.append(key) } else { keys[Int(index)] = key }
  }

  subscript(index: Int32) -> Key? { keys[Int(index)] }

  override func describe(_ index: Int32) -> String { keys[Int(index)].map { "\($0)" } ?? "" }

  override func isTaken(_ index: Int32) -> Bool { keys[Int(index)] != nil }

  override func remove(_ index: Int32) {
    guard let key = keys[Int(index)] else { return }
    indices[key] = nil
    keys[Int(index)] = nil
  }

  override var count: Int { indices.count }
}

extension AnyKeyMap {
  /// The map with its type, which whoever made it knows.
  func of<Key: Hashable & Sendable>(_ type: Key.Type) -> KeyMap<Key> { unsafeDowncast(self, to: KeyMap<Key>.self) }
}
