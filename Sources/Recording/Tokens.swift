/// A text cut into tokens: the longest runs of ASCII letters, digits, `_` and `.`, and the runs of all else between them.
///
/// Contents are compared token by token: what differs between two messages are mostly words and numbers.
struct Tokens {
  /// For each token a hash of its bytes. All numbers have the same.
  private(set) var hashes: [UInt32] = []
  /// Where each token starts, and where the last one ends.
  private(set) var offsets: [UInt32] = []

  /// The hash of a number: ids, versions and positions count, so one is as good as another.
  static let number: UInt32 = 1
  private static let longestNumber = 15

  var count: Int { hashes.count }

  init(_ bytes: [UInt8]) {
    hashes.reserveCapacity(bytes.count / 4)
    offsets.reserveCapacity(bytes.count / 4 + 1)
    bytes.withUnsafeBufferPointer { scan($0) }
  }

  private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let start = index
      let isWord = Self.isWord(bytes[index])
      // FNV-1a (Fowler, Noll, Vo), with a wider product.
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      while index < bytes.count, Self.isWord(bytes[index]) == isWord {
        hash = (hash ^ UInt64(bytes[index])) &* 0x9E37_79B9_7F4A_7C15
        index += 1
      }
      let isNumber = isWord && Self.number(UnsafeBufferPointer(rebasing: bytes[start..<index])) != nil
      hashes.append(isNumber ? Self.number : UInt32(truncatingIfNeeded: hash >> 32) | 2)
      offsets.append(UInt32(truncatingIfNeeded: start))
    }
    offsets.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// The bytes of a range of tokens.
  func place(_ range: Range<Int>) -> Range<Int> { Int(offsets[range.lowerBound])..<Int(offsets[range.upperBound]) }

  static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }

  /// The value of a token that is a number: at most 15 digits, without a leading zero.
  static func number(_ token: some Collection<UInt8>) -> Int? {
    guard token.count <= longestNumber, let first = token.first, first != 0x30 || token.count == 1 else { return nil }
    var value = 0
    for byte in token {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte &- 0x30)
    }
    return value
  }
}
