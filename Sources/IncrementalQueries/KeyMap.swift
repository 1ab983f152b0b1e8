/// The keys of one table and the index of each, with their type erased. Guarded by the lock of its table.
@usableFromInline
package class AnyKeyMap: @unchecked Sendable {
  // Unchecked: it is read and written under the table's lock only.

  @usableFromInline
  package init() {}

  func describe(_ index: Int32) -> String { "" }
  func isTaken(_ index: Int32) -> Bool { false }
  func remove(_ index: Int32) {}
  var count: Int { 0 }
}

// What is looked up for each question is inlinable, so that the code of whoever asks has it with its key's type.
@usableFromInline
package final class KeyMap<Key: Hashable & Sendable>: AnyKeyMap, @unchecked Sendable {
  @usableFromInline @exclusivity(unchecked) package var indices: [Key: Int32] = [:]
  @usableFromInline @exclusivity(unchecked) package var keys: [Key?] = []

  @inlinable
  package override init() { super.init() }

  @inlinable
  package func index(of key: Key) -> Int32? { indices[key] }

  /// The key's index. One that is not there yet gets the new one; if that is negative, it gets none, and -1 is the answer.
  @inlinable
  package func find(_ key: Key, orInsertAt newIndex: Int32) -> Int32 {
    if newIndex < 0 { return indices[key] ?? -1 }
    insert(key, at: newIndex)
    return newIndex
  }

  @inlinable
  package func insert(_ key: Key, at index: Int32) {
    indices[key] = index
    if Int(index) == keys.count { keys.append(key) } else { keys[Int(index)] = key }
  }

  @inlinable
  package subscript(index: Int32) -> Key? { keys[Int(index)] }

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
  @inlinable
  package func of<Key: Hashable & Sendable>(_ type: Key.Type) -> KeyMap<Key> {
    unsafeDowncast(self, to: KeyMap<Key>.self)
  }
}

/// Finds one key in its map, or puts it there; see ``KeyMap/find(_:orInsertAt:)``.
@usableFromInline
package typealias KeyFinder = (_ keys: AnyKeyMap, _ newIndex: Int32) -> Int32
