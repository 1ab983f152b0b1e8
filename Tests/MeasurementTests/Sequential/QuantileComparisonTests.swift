import Measurement
import SyntheticMeasurements
import Testing

@Suite struct QuantileComparisonTests {
  private func compare(effect: Double, restarts: Int = 20, pairs: Int = 250, seed: UInt64) throws -> QuantileComparison
  {
    var noise = NoiseModel()
    noise.pairs = pairs
    noise.bias = 0.005
    noise.sharedNoise = 0.02
    var stream = RandomStream(seed: seed, name: "CPU time")
    let samples = (0..<restarts).map { noise.samples(effect: effect, restart: $0, of: restarts, stream: &stream) }
    return try #require(QuantileComparison(samples, seed: seed, resamples: 60))
  }

  @Test func equalSidesPassAndSlowOnesFail() throws {
    let equal = try compare(effect: 0, seed: 1)
    #expect(equal.samples == 5_000)
    #expect(equal.decide(limit: 0.04879) == .pass, "\(equal)")
    let slower = try compare(effect: 0.12, seed: 2)
    #expect(slower.decide(limit: 0.04879) == .fail, "\(slower)")
    #expect(slower.interval().contains(0.1133), "\(slower)")
  }

  /// Sorting the samples of all restarts gives the same.
  @Test func theQuantileIsThatOfAllSamples() throws {
    var stream = RandomStream(seed: 6, name: "samples")
    for probability in [0, 0.5, 0.95, 0.99, 1] {
      let restarts = try (0..<7).map { index in
        let times = (0..<(10 + index)).map { _ in 1 + stream.uniform() }
        return try PairedSamples(base: times, target: times.map { 2 * $0 })
      }
      let comparison = try #require(QuantileComparison(restarts, probability: probability, seed: 1, resamples: 5))
      let expected = OrderStatistics.quantile(restarts.flatMap(\.base), probability)
      #expect(isClose(comparison.base, expected) && isClose(comparison.target, 2 * expected))
    }
  }

  /// Fewer than five thousand samples have no p95 to speak of, however clear it looks.
  @Test func tooFewSamplesAreUnresolved() throws {
    let few = try compare(effect: 0.5, restarts: 19, seed: 3)
    #expect(few.decide(limit: 0.04879) == .unresolved)
    #expect(QuantileComparison([], seed: 1) == nil)
    let one = try PairedSamples(base: [1], target: [1])
    #expect(QuantileComparison([one], seed: 1) == nil)
  }

  @Test func itsStandardErrorIsThatOfRepeatedMeasurements() throws {
    let repeated = try (0..<24).map { try compare(effect: 0, seed: 100 + $0) }
    let actual = OrderStatistics.standardDeviation(repeated.map(\.logRatio))
    let claimed = OrderStatistics.median(repeated.map(\.standardError))
    #expect(claimed > 0.6 * actual && claimed < 1.7 * actual, "claimed \(claimed), actual \(actual)")
  }
}
