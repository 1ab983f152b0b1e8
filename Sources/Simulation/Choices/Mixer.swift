/// Numbers that look random and are the same everywhere. (The mixing function of SplitMix64, by Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", 2014.)
enum Mixer {
  @inline(__always)
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9e37_79b9_7f4a_7c15
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  @inline(__always)
  static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 { mix(one ^ mix(other)) }

  static func hash(of text: String) -> UInt64 {
    // FNV-1a, then mixed: short names differ in all bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return mix(hash)
  }

  /// A number below `bound`, from all 64 bits of `random`.
  @inline(__always)
  static func bounded(_ random: UInt64, _ bound: Int) -> Int { Int(random.multipliedFullWidth(by: UInt64(bound)).high) }
}
