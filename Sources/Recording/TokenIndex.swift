/// Where runs of tokens stand in the contents of a kind, the latest first.
struct TokenIndex {
  /// How many tokens a run has.
  static let run = 4
  private static let longestChain = 8
  private static let slots = 1 << 16
  /// How many places are remembered; the oldest are overwritten.
  private static let capacity = 1 << 18

  private struct Entry {
    var content: UInt32
    var source: UInt32
    /// The rest of the run's hash, so that few places are looked at in vain.
    var check: UInt32
    /// The number of the entry before it with the same hash; 0: none.
    var previous: UInt32
  }

  /// Entries are numbered from 1 on; number n stands at n % capacity.
  private var entries: [Entry] = [Entry(content: 0, source: 0, check: 0, previous: 0)]
  private var newest: UInt32 = 0
  private var heads: [UInt32] = Array(repeating: 0, count: Self.slots)

  mutating func add(_ tokens: Tokens, content: Int) {
    guard tokens.count >= Self.run, newest < .max - UInt32(tokens.count) else { return }
    // Every other token is enough: runs of words and what is between them alternate.
    for source in stride(from: 0, through: tokens.count - Self.run, by: 2) {
      let (slot, check) = Self.hash(tokens, at: source)
      newest += 1
      let entry = Entry(
        content: UInt32(content), source: UInt32(source), check: check, previous: heads[slot])
      if entries.count < Self.capacity { entries.append(entry) } else { entries[Int(newest) % Self.capacity] = entry }
      heads[slot] = newest
    }
  }

  /// Calls `body` with places at which the run that starts at `index` may stand.
  func forEachCandidate(_ tokens: Tokens, at index: Int, _ body: (_ content: Int, _ source: Int) -> Void) {
    guard index + Self.run <= tokens.count else { return }
    let (slot, check) = Self.hash(tokens, at: index)
    var number = heads[slot]
    var left = Self.longestChain
    while number > 0, left > 0, newest - number < Self.capacity - 1 {
      let entry = entries[Int(number) % Self.capacity]
      if entry.check == check { body(Int(entry.content), Int(entry.source)) }
      number = entry.previous
      left -= 1
    }
  }

  private static func hash(_ tokens: Tokens, at index: Int) -> (slot: Int, check: UInt32) {
    var hash: UInt64 = 0
    for offset in 0..<run { hash = (hash ^ UInt64(tokens.hashes[index + offset])) &* 0x9E37_79B9_7F4A_7C15 }
    return (Int(hash >> 48) & (slots - 1), UInt32(truncatingIfNeeded: hash >> 16))
  }
}
