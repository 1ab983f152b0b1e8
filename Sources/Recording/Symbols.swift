/// A content as the alignment sees it: each number is one symbol, whatever its digits.
struct Symbols {
  /// Stands for a number. No content that is aligned has this byte.
  static let number: UInt8 = 0

  private(set) var bytes: [UInt8] = []
  /// The offset in the content of each symbol, and of its end.
  private(set) var offsets: [Int32] = []

  /// Nil when the content has the byte that stands for numbers.
  init?(_ content: [UInt8]) {
    let isFit = content.withUnsafeBufferPointer { content -> Bool in
      guard !content.contains(Self.number) else { return false }
      bytes.reserveCapacity(content.count)
      offsets.reserveCapacity(content.count + 1)
      var copied = 0
      NumberTokens.forEach(in: content) { place, _ in
        append(content, copied..<place.lowerBound)
        bytes.append(Self.number)
        offsets.append(Int32(truncatingIfNeeded: place.lowerBound))
        copied = place.upperBound
      }
      append(content, copied..<content.count)
      offsets.append(Int32(truncatingIfNeeded: content.count))
      return true
    }
    guard isFit else { return nil }
  }

  private mutating func append(_ content: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    bytes += UnsafeBufferPointer(rebasing: content[range])
    for offset in range { offsets.append(Int32(truncatingIfNeeded: offset)) }
  }

  /// The place in the content of a range of symbols.
  func place(_ range: Range<Int>) -> Range<Int> { Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound]) }

  /// Eight symbols from `index`, or nil where there are no eight.
  func word(at index: Int) -> UInt64? {
    guard index >= 0, index + 8 <= bytes.count else { return nil }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: index, as: UInt64.self) }
  }

  /// How many symbols before and from `index` on are the same as the other's before and from `place` on.
  func agreement(
    at index: Int, notBefore limit: Int, with other: Symbols, at place: Int
  ) -> (before: Int, after: Int) {
    bytes.withUnsafeBufferPointer { mine in
      other.bytes.withUnsafeBufferPointer { theirs in
        var before = 0
        while index - before > limit, place > before, mine[index - before - 1] == theirs[place - before - 1] {
          before += 1
        }
        let most = min(mine.count - index, theirs.count - place)
        var after = 0
        let (left, right) = (UnsafeRawBufferPointer(mine), UnsafeRawBufferPointer(theirs))
        while after + 8 <= most,
          left.loadUnaligned(fromByteOffset: index + after, as: UInt64.self)
            == right.loadUnaligned(fromByteOffset: place + after, as: UInt64.self)
        { after += 8 }
        while after < most, mine[index + after] == theirs[place + after] { after += 1 }
        return (before, after)
      }
    }
  }
}
