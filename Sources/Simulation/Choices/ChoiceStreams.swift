/// Draws by name: the n-th draw of a stream depends on the seed, the stream's name and n, and on nothing else. A draw more or less
/// elsewhere shifts no other stream.
struct ChoiceStreams {
  private let seed: UInt64
  private var counts: [String: Int] = [:]

  init(seed: UInt64) { self.seed = seed }

  /// The next number of the stream, and how many came before it.
  mutating func draw(_ name: String) -> (value: UInt64, ordinal: Int) {
    let ordinal = counts[name, default: 0]
    counts[name] = ordinal + 1
    return (Mixer.mix(seed ^ Mixer.hash(of: name), UInt64(ordinal)), ordinal)
  }
}
