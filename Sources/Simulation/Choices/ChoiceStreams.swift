/// Draws by name: the n-th draw of a stream depends on the seed, the stream's name and n, and on nothing else. A draw more or less
/// elsewhere shifts no other stream.
struct ChoiceStreams {
  /// Draws that give another value than they would.
  let overrides: [Schedule.Choice]
  private let seed: UInt64
  /// The name's hash, and how many draws there were.
  private var states: [String: (name: UInt64, count: Int)] = [:]

  init(seed: UInt64, overrides: [Schedule.Choice] = []) {
    self.seed = seed
    self.overrides = overrides
  }

  /// The next number of the stream, and the hash of its name.
  mutating func draw(_ stream: String, below bound: UInt64) -> (value: UInt64, name: UInt64) {
    let state = states[stream] ?? (Mixer.hash(of: stream), 0)
    defer { states[stream] = (state.name, state.count + 1) }
    if !overrides.isEmpty, let forced = overrides.first(where: { $0.ordinal == state.count && $0.stream == stream }) {
      return (min(forced.value, bound - 1), state.name)
    }
    let random = Mixer.mix(seed ^ state.name, UInt64(state.count))
    return (random.multipliedFullWidth(by: bound).high, state.name)
  }
}
