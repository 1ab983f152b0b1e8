/// Where blocks of symbols were last seen in the contents of a kind, however long ago.
///
/// Blocks at fixed steps on one side are compared with every offset on the other, as in rsync (Tridgell and Mackerras,
/// 1996).
struct BlockTable {
  static let shortestMatch = 32
  private static let block = 24
  private static let step = 8
  private static let bits: UInt64 = 17

  private struct Entry {
    /// The content's number within its kind, plus 1; 0 means none.
    var content: UInt32 = 0
    var source: UInt32 = 0
  }

  private var table: [Entry] = []

  mutating func add(_ symbols: Symbols, content: Int) {
    if table.isEmpty { table = Array(repeating: Entry(), count: 1 << Self.bits) }
    for source in stride(from: 0, through: symbols.bytes.count - Self.block, by: Self.step) {
      guard let slot = Self.slot(symbols, at: source) else { return }
      table[slot] = Entry(
        content: UInt32(truncatingIfNeeded: content + 1), source: UInt32(truncatingIfNeeded: source))
    }
  }

  /// A place at which the block that starts at `index` may stand.
  func find(_ symbols: Symbols, at index: Int) -> (content: Int, source: Int)? {
    guard !table.isEmpty, let slot = Self.slot(symbols, at: index), table[slot].content > 0 else { return nil }
    return (Int(table[slot].content) - 1, Int(table[slot].source))
  }

  private static func slot(_ symbols: Symbols, at index: Int) -> Int? {
    guard index + block <= symbols.bytes.count else { return nil }
    return symbols.bytes.withUnsafeBytes { bytes in
      var hash: UInt64 = 0
      for offset in [0, 8, 16] {
        hash = (hash ^ bytes.loadUnaligned(fromByteOffset: index + offset, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
      }
      return Int((hash &* 0xC2B2_AE3D_27D4_EB4F) >> (64 - bits))
    }
  }
}
