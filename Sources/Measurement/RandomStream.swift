/// Numbers that look random, from a seed and the name of what they are for. A draw more or less in one stream shifts no other.
///
/// Source: SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", 2014); names by FNV-1a.
package struct RandomStream: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64, name: String) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    state = Self.mix(seed ^ Self.mix(hash))
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    return Self.mix(state)
  }

  /// A number from 0 up to `bound`, without it, which must be positive. (The standard library's choice may change with its version.)
  package mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "there is nothing to choose from")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A number from 0 up to 1, without it.
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Fisher and Yates' shuffle.
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    for index in stride(from: elements.count - 1, to: 0, by: -1) { elements.swapAt(index, below(index + 1)) }
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
