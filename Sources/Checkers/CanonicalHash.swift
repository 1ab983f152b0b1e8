import JSONRPC
import Transcript

/// A hash of what a JSON text means: the order of members, white space and how strings are escaped do not count.
///
/// The mixing is that of MurmurHash3's finaliser (A. Appleby). It keeps no secrets: equal hashes are taken for equal values.
struct CanonicalHash {
  /// Whether the order of an array's elements counts.
  var isOrdered = true
  /// Members that are passed over, wherever they stand.
  var passesOver: [StaticString] = []

  func hash(_ view: JSONView) -> UInt64 {
    view.bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, range: view.range)
      return (try? value(&scanner)) ?? 0
    }
  }

  private func value(_ scanner: inout JSONScanner) throws(JSONError) -> UInt64 {
    scanner.skipWhitespace()
    switch scanner.peek() {
    case UInt8(ascii: "{"): return try object(&scanner)
    case UInt8(ascii: "["): return try array(&scanner)
    default:
      let range = try scanner.skipValue()
      return Self.scalar(UnsafeBufferPointer(rebasing: scanner.bytes[range]))
    }
  }

  private func object(_ scanner: inout JSONScanner) throws(JSONError) -> UInt64 {
    var sum: UInt64 = 0x6F62_6A65_6374_0000
    try scanner.forEachMember { (scanner, key) throws(JSONError) in
      if passesOver.contains(where: { scanner.isString(at: key, $0) }) {
        _ = try scanner.skipValue()
        return
      }
      let name = Self.scalar(UnsafeBufferPointer(rebasing: scanner.bytes[key]))
      sum = try sum &+ Self.mix(name, value(&scanner))
    }
    return Self.mix(sum, 1)
  }

  private func array(_ scanner: inout JSONScanner) throws(JSONError) -> UInt64 {
    var hash: UInt64 = 0x6172_7261_7900_0000
    let isOrdered = isOrdered
    try scanner.forEachElement { (scanner) throws(JSONError) in
      let element = try value(&scanner)
      hash = isOrdered ? Self.mix(hash, element) : hash &+ Self.mix(2, element)
    }
    return Self.mix(hash, 3)
  }

  /// A string's escapes are resolved; numbers count as they are written.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard bytes.first == UInt8(ascii: "\""), bytes.contains(UInt8(ascii: "\\")) else { return plain(bytes) }
    let inner = UnsafeBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
    let quote = [UInt8(ascii: "\"")]
    return (quote + JSONText.unescape(inner) + quote).withUnsafeBufferPointer(plain)
  }

  private static func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count, let base = bytes.baseAddress {
      hash = mix(hash, UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return mix(hash, rest)
  }

  static func mix(_ hash: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (hash &* 0x9E37_79B9_7F4A_7C15) ^ value
    mixed ^= mixed >> 33
    mixed &*= 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 33
    mixed &*= 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 33)
  }
}
