private import Glibc

/// Chooses the form of each content, and remembers contents for later ones. The encoder's half of the history.
struct ContentStore {
  private var history: History
  private var finder = EditFinder()
  /// For each content's hash, the last record that had it.
  private var recordsByHash: [UInt64: Int] = [:]

  init(window: Int) { history = History(window: window) }

  mutating func reset() {
    history.reset()
    finder.reset()
    recordsByHash.removeAll(keepingCapacity: true)
  }

  /// The form in which `content` is stored as the content of `record`.
  mutating func store(_ content: [UInt8], record: Int, allowsBody: Bool) -> ContentForm {
    let isLong = content.count >= Format.shortestSame
    let hash = isLong ? Self.hash(content) : 0
    if isLong {
      if let form = same(content, hash: hash, record: record) { return form }
      remember(hash, record: record)
    }
    let edit = content.count >= Format.shortestEdit ? finder.edit(for: content, in: history) : nil
    finder.align(to: history)
    history.append(content, record: record)
    finder.index(history)
    return edit.map(ContentForm.edit) ?? .plain(content, allowsBody: allowsBody)
  }

  private mutating func same(_ content: [UInt8], hash: UInt64, record: Int) -> ContentForm? {
    guard let earlier = recordsByHash[hash], let place = history.place(ofRecord: earlier),
      place.count == content.count, history.contains(place), history.content(at: place).hasSameBytes(as: content)
    else { return nil }
    history.append(reference: place, record: record)
    recordsByHash[hash] = record
    return .same(earlier)
  }

  private mutating func remember(_ hash: UInt64, record: Int) {
    // Only a record within reach is of use; the table is let go rather than searched for those that are not.
    if recordsByHash.count >= Format.maximumReach { recordsByHash.removeAll(keepingCapacity: true) }
    recordsByHash[hash] = record
  }

  /// A quick hash, eight bytes at a time. Equal hashes are only a hint: the bytes are compared.
  private static func hash(_ content: [UInt8]) -> UInt64 {
    content.withUnsafeBytes { bytes in
      var hash = UInt64(bytes.count)
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        offset += 8
      }
      for byte in bytes[offset...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      return hash
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSameBytes(as other: [UInt8]) -> Bool {
    withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard mine.count == theirs.count else { return false }
        guard let mine = mine.baseAddress, let their = theirs.baseAddress else { return true }
        return memcmp(mine, their, theirs.count) == 0
      }
    }
  }
}
