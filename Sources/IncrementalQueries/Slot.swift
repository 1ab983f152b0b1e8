/// Where what belongs to a key lives: which table, which place in it, and how often that place was given to another key.
@usableFromInline
package struct Slot: Hashable, Sendable {
  /// One word, so that slots are quickly compared.
  private let bits: UInt64

  init(table: UInt16, generation: UInt16, index: Int32) {
    bits = UInt64(table) << 48 | UInt64(generation) << 32 | UInt64(UInt32(bitPattern: index))
  }

  var table: UInt16 { UInt16(truncatingIfNeeded: bits >> 48) }
  var generation: UInt16 { UInt16(truncatingIfNeeded: bits >> 32) }
  @usableFromInline package var index: Int32 { Int32(truncatingIfNeeded: bits) }

  @usableFromInline
  package func hash(into hasher: inout Hasher) { hasher.combine(bits) }

  /// Slots are numbers that nobody chooses, so they need no hashing that withstands an attack.
  @usableFromInline
  package func _rawHashValue(seed: Int) -> Int {
    Int(truncatingIfNeeded: Self.mixed(bits ^ UInt64(bitPattern: Int64(seed))))
  }

  private static func mixed(_ bits: UInt64) -> UInt64 {
    let product = (bits ^ bits >> 32) &* 0x9E37_79B9_7F4A_7C15
    return (product ^ product >> 29) &* 0xBF58_476D_1CE4_E5B9 ^ product >> 32
  }
}
