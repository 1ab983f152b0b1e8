private import Glibc

/// Chooses the form of each content, and remembers contents for later ones. The encoder's half of the window.
struct ContentStore {
  private var window: ContentWindow
  private var lookalikes = Lookalikes()
  private var finders: [ContentWindow.Kind: EditFinder] = [:]
  /// For each content's hash, the last one that had it, counted within its kind.
  private var indexByHash: [UInt64: (kind: ContentWindow.Kind, index: Int)] = [:]
  /// Whether contents are compared with those that are like them; this takes far longer than all else.
  var seeksEdits = true

  init(window: Int) { self.window = ContentWindow(window: window) }

  mutating func reset() {
    window.reset()
    lookalikes = Lookalikes()
    finders.removeAll()
    indexByHash.removeAll(keepingCapacity: true)
  }

  /// The form in which `content` is stored.
  mutating func store(_ content: [UInt8], kind: ContentWindow.Kind, allowsBody: Bool) -> ContentForm {
    let form = reference(content, kind: kind) ?? .plain(content, allowsBody: allowsBody)
    window.append(content, kind: kind)
    return form
  }

  private mutating func reference(_ content: [UInt8], kind: ContentWindow.Kind) -> ContentForm? {
    guard content.count >= Format.shortestReference else { return nil }
    if let distance = same(content, kind: kind) { return .same(distance) }
    return seeksEdits ? edit(content, kind: kind).map(ContentForm.edit) : nil
  }

  /// How far back the same content stands.
  private mutating func same(_ content: [UInt8], kind: ContentWindow.Kind) -> Int? {
    let hash = Self.hash(content)
    let count = window.count(of: kind)
    defer { remember(hash, kind: kind, index: count) }
    guard let earlier = indexByHash[hash], earlier.kind == kind,
      let found = window.content(earlier.index, kind: kind), found.hasSameBytes(as: content)
    else { return nil }
    return count - earlier.index
  }

  private mutating func remember(_ hash: UInt64, kind: ContentWindow.Kind, index: Int) {
    // Only a content within reach is of use; the table is let go rather than searched for those that are not.
    if indexByHash.count >= Format.maximumReach { indexByHash.removeAll(keepingCapacity: true) }
    indexByHash[hash] = (kind, index)
  }

  /// An edit that makes the content, when it is worth having.
  private mutating func edit(_ content: [UInt8], kind: ContentWindow.Kind) -> Edit? {
    guard content.count <= EditFinder.longest, ContentForm.isUTF8(content) else { return nil }
    let tokens = Tokens(content)
    let count = window.count(of: kind)
    let like = lookalikes.update(content, kind: kind, index: count)
    let edit = finders[kind, default: EditFinder()].edit(
      content, tokens: tokens, like: like, count: count, window: &window, kind: kind)
    finders[kind]?.add(tokens, index: count)
    // An edit that saves little only makes the file harder to read.
    guard let edit, edit.estimatedCost * 3 < content.count else { return nil }
    return edit
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

/// Remembers, for each way in which contents begin, which one began so last: the best guess at what a new one is like.
struct Lookalikes {
  private static let prefix = 64

  private var indices: [UInt64: Int] = [:]

  /// The content that last began like this one, which takes its place.
  mutating func update(_ content: [UInt8], kind: ContentWindow.Kind, index: Int) -> Int? {
    // Few ways to begin are in use at a time; letting them all go is simpler than telling which.
    if indices.count >= 4096 { indices.removeAll(keepingCapacity: true) }
    return indices.updateValue(index, forKey: Self.signature(of: content, kind: kind))
  }

  /// A hash of the first bytes without their digits: ids, versions and positions differ from message to message.
  private static func signature(of content: [UInt8], kind: ContentWindow.Kind) -> UInt64 {
    // FNV-1a (Fowler, Noll, Vo).
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for byte in kind.type.utf8 { mix(byte) }
    mix(kind.party == .client ? 1 : 2)
    for byte in content.prefix(prefix) where !(0x30...0x39).contains(byte) { mix(byte) }
    return hash
  }
}

extension [UInt8] {
  fileprivate func hasSameBytes(as other: [UInt8]) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { mine in
      other.withUnsafeBytes { theirs in
        guard let mine = mine.baseAddress, let their = theirs.baseAddress else { return true }
        return memcmp(mine, their, theirs.count) == 0
      }
    }
  }
}
