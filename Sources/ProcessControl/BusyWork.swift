/// Work that does nothing for anybody: what measurements plant to see whether they notice.
package enum BusyWork {
  /// Computes until this moment, in nanoseconds of ``Uptime``.
  package static func compute(until end: Int64) {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while Uptime.now() < end {
      for value in 0..<UInt64(64) { hash = (hash ^ value) &* 0x100_0000_01B3 }
    }
    // So that the compiler cannot leave the work out.
    if hash == 0 { fatalError("a hash of nothing") }
  }
}
