/// Finds an ``Edit`` that makes a content from the history.
///
/// Two searches work together. A table of the history's blocks finds where a stretch was seen before, however long ago
/// (blocks at fixed steps on one side, every offset on the other, as in rsync: Tridgell and Mackerras, 1996). After a
/// difference, the bytes right beside the place where the last stretch ended are tried first: messages that are nearly
/// equal differ in a few characters and go on in step.
struct EditFinder {
  private static let block = 24
  private static let step = 8
  private static let shortestMatch = 32
  private static let shortestResumption = 8
  /// How far beside the last stretch a resumption is looked for, and how far on.
  private static let offsets = [0, 1, -1, 2, -2, 3, -3, 4, -4]
  private static let resumptionReach = 48
  private static let tableBits: UInt64 = 20

  /// For each hash, the last position in the history (plus 1, 0 means none) of a block with it.
  private var table: [UInt32]
  /// History positions before this one are in the table.
  private var indexed = 0

  init() { table = Array(repeating: 0, count: 1 << Self.tableBits) }

  mutating func reset() {
    for index in table.indices { table[index] = 0 }
    indexed = 0
  }

  /// Adds to the table what the history has gained.
  mutating func index(_ history: History) {
    indexed = max(indexed, history.start)
    history.bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      while indexed + Self.block <= history.end, indexed < Int(UInt32.max) {
        table[Self.slot(of: UnsafeRawPointer(base + (indexed - history.origin)))] = UInt32(indexed) + 1
        indexed += Self.step
      }
    }
  }

  /// Starts the table's steps at the history's end: the beginnings of contents are worth finding.
  mutating func align(to history: History) { indexed = max(indexed, history.end) }

  /// An edit that makes `content`, when it is worth having.
  func edit(for content: [UInt8], in history: History) -> Edit? {
    let stretches = content.withUnsafeBufferPointer { target in
      history.bytes.withUnsafeBufferPointer { source in
        var search = Search(target: target, source: source, history: history)
        return search.run(table)
      }
    }
    return Self.assemble(stretches, content: content, history: history)
  }

  private static func assemble(_ stretches: [Stretch], content: [UInt8], history: History) -> Edit? {
    guard let first = stretches.first, let like = history.record(at: first.source) else { return nil }
    var edit = Edit(like: like.number)
    var position = like.place.start
    var end = 0
    if first.target > 0 {
      edit.skip.append(0)
      edit.copy.append(0)
      edit.add.append(first.target)
    }
    for (index, stretch) in stretches.enumerated() {
      let next = index + 1 < stretches.count ? stretches[index + 1].target : content.count
      edit.skip.append(stretch.source - position)
      edit.copy.append(stretch.count)
      edit.add.append(next - stretch.target - stretch.count)
      position = stretch.source + stretch.count
      edit.added += content[end..<stretch.target]
      end = stretch.target + stretch.count
    }
    edit.added += content[end...]
    // Each part costs a few bytes; an edit that saves little only makes the file harder to read.
    return (edit.added.count + 4 * edit.skip.count) * 4 < content.count * 3 ? edit : nil
  }

  fileprivate static func slot(of pointer: UnsafeRawPointer) -> Int {
    let a = pointer.loadUnaligned(as: UInt64.self)
    let b = pointer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let c = pointer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    var hash = a &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash >> 32) ^ b) &* 0xC2B2_AE3D_27D4_EB4F
    hash = (hash ^ (hash >> 29) ^ c) &* 0x9E37_79B9_7F4A_7C15
    return Int(hash >> (64 - tableBits))
  }

  /// Bytes of the content that stand in the history.
  private struct Stretch {
    var target: Int
    /// A position in the history.
    var source: Int
    var count: Int
  }

  /// One search for one content.
  private struct Search {
    let target: UnsafeBufferPointer<UInt8>
    let source: UnsafeBufferPointer<UInt8>
    let origin: Int
    /// The first and one past the last index of `source` that may be used.
    let lowest: Int
    let highest: Int
    private var stretches: [Stretch] = []

    init(target: UnsafeBufferPointer<UInt8>, source: UnsafeBufferPointer<UInt8>, history: History) {
      self.target = target
      self.source = source
      origin = history.origin
      lowest = history.start - history.origin
      highest = source.count
    }

    mutating func run(_ table: [UInt32]) -> [Stretch] {
      var position = 0
      var literal = 0
      while position + EditFinder.shortestResumption <= target.count {
        if let found = resume(at: position, literal: literal) ?? look(at: position, literal: literal, in: table) {
          stretches.append(found)
          position = found.target + found.count
          literal = position
        } else {
          position += 1
        }
      }
      return stretches
    }

    /// Whether the content goes on at `position` beside where the last stretch ended.
    private func resume(at position: Int, literal: Int) -> Stretch? {
      guard let last = stretches.last, position - literal < EditFinder.resumptionReach else { return nil }
      let inStep = last.source + last.count - origin + (position - literal)
      let word = load(target, position)
      for offset in EditFinder.offsets {
        let candidate = inStep + offset
        guard candidate >= lowest, candidate + 8 <= highest, load(source, candidate) == word else { continue }
        return extend(target: position, source: candidate, literal: literal)
      }
      return nil
    }

    private func look(at position: Int, literal: Int, in table: [UInt32]) -> Stretch? {
      guard position + EditFinder.block <= target.count, let base = target.baseAddress else { return nil }
      let entry = Int(table[EditFinder.slot(of: UnsafeRawPointer(base + position))])
      let candidate = entry - 1 - origin
      guard entry > 0, candidate >= lowest, candidate + EditFinder.block <= highest,
        load(source, candidate) == load(target, position)
      else { return nil }
      let stretch = extend(target: position, source: candidate, literal: literal)
      return stretch.count >= EditFinder.shortestMatch ? stretch : nil
    }

    /// The longest stretch around a match, forwards and back over the bytes that are not yet explained.
    private func extend(target position: Int, source candidate: Int, literal: Int) -> Stretch {
      var start = 0
      while position - start > literal, candidate - start > lowest,
        target[position - start - 1] == source[candidate - start - 1]
      { start += 1 }
      var count = 0
      let limit = min(target.count - position, highest - candidate)
      while count + 8 <= limit, load(target, position + count) == load(source, candidate + count) { count += 8 }
      while count < limit, target[position + count] == source[candidate + count] { count += 1 }
      return Stretch(target: position - start, source: origin + candidate - start, count: start + count)
    }

    private func load(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
      UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + index).loadUnaligned(as: UInt64.self)
    }
  }
}
