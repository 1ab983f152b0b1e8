/// Draws by name outside of a simulation, with the rule that holds inside: the n-th draw of a stream depends on the seed, the stream's name
/// and n, and on nothing else.
public struct Choices: Sendable {
  private var streams: ChoiceStreams

  /// All draws come from the seed.
  public init(seed: UInt64) { streams = ChoiceStreams(seed: seed) }

  /// A number from 0 up to `bound`, without it, which must be positive.
  public mutating func draw(_ stream: String, below bound: Int) -> Int {
    precondition(bound > 0, "there is nothing to choose from")
    return Int(streams.draw(stream, below: UInt64(bound)).value)
  }
}
