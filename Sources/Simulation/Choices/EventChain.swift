/// A hash over all events so far. Cheap: two multiplications an event.
struct EventChain {
  private(set) var hash: UInt64 = 0x5241_5052_4953_4521

  mutating func add(_ kind: SimulationEvent.Kind, _ subject: UInt64, _ value: UInt64) {
    hash = Mixer.mix(hash ^ subject, value &+ UInt64(kind.rawValue) << 56)
  }
}
