/// Eight bytes of a text, looked at together; the first byte is the lowest.
///
/// The tests answer with a mask in which the highest bit of each byte says whether the test holds for that byte. They
/// are exact for every byte (Warren, Hacker's Delight, "Find First 0-Byte"): the cheaper form that subtracts lets a
/// borrow run into the next byte, which would report endings that are not there.
struct ByteWord {
  static let count = 8

  private let bytes: UInt64

  /// Reads eight bytes; near the end of a text, its padding is among them.
  @inline(__always)
  init(at pointer: UnsafePointer<UInt8>) {
    bytes = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The mask of the bytes that are not ASCII.
  @inline(__always)
  var nonASCII: UInt64 { bytes & Self.repeating(0x80) }

  /// The mask of the bytes that are `byte`.
  @inline(__always)
  func matches(_ byte: UInt8) -> UInt64 {
    let difference = bytes ^ Self.repeating(byte)
    let low = Self.repeating(0x7F)
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// How many bytes come before the first one in a mask; eight when there is none.
  @inline(__always)
  static func bytesBeforeFirst(of mask: UInt64) -> Int { mask.trailingZeroBitCount >> 3 }

  @inline(__always)
  private static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }
}
