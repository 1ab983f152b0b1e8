import Measurement
import SyntheticMeasurements
import Testing

@Suite struct BlockBootstrapTests {
  private func autoregressive(_ count: Int, _ coefficient: Double, _ stream: inout RandomStream) -> [Double] {
    var value = stream.normal() / (1 - coefficient * coefficient).squareRoot()
    return (0..<count).map { _ in
      value = coefficient * value + stream.normal()
      return value
    }
  }

  @Test func blocksAreLongerWhereSamplesDependOnThoseBefore() {
    var stream = RandomStream(seed: 1, name: "series")
    let lengths = (0..<30).map { _ in
      (
        BlockBootstrap.blockLength((0..<300).map { _ in stream.normal() }),
        BlockBootstrap.blockLength(autoregressive(300, 0.7, &stream))
      )
    }
    let independent = OrderStatistics.median(lengths.map(\.0))
    let dependent = OrderStatistics.median(lengths.map(\.1))
    #expect(independent < 4, "\(independent)")
    #expect(dependent > 8, "\(dependent)")
  }

  /// Resampling single samples pretends to know more than it does; blocks know better.
  @Test func itHoldsTheTruthWhereSingleSamplesWouldNot() {
    var (blocks, single) = (0, 0)
    var stream = RandomStream(seed: 2, name: "coverage")
    for _ in 0..<150 {
      let samples = autoregressive(200, 0.6, &stream)
      let mean = { (samples: [Double]) in OrderStatistics.mean(samples) }
      if BlockBootstrap.interval(samples, resamples: 99, stream: &stream, statistic: mean).contains(0) { blocks += 1 }
      if BlockBootstrap.interval(samples, resamples: 99, meanLength: 1, stream: &stream, statistic: mean).contains(0) {
        single += 1
      }
    }
    // Percentiles of resamples are a little narrow when samples say this much of each other.
    #expect(blocks >= 120, "\(blocks) of 150")
    #expect(single < 112, "\(single) of 150: the series does not depend on itself enough for this test")
  }

  @Test func theSameSeedGivesTheSameInterval() {
    let intervals = (0..<2).map { _ in
      var stream = RandomStream(seed: 9, name: "resamples")
      return BlockBootstrap.interval(
        Samples.ratios, stream: &stream, statistic: { OrderStatistics.median($0) })
    }
    #expect(intervals[0] == intervals[1])
  }

  @Test(arguments: [[1.0], [3.0, 3, 3, 3, 3, 3, 3, 3, 3, 3], [1, 2]])
  func shortAndConstantSeriesAreTaken(_ samples: [Double]) {
    var stream = RandomStream(seed: 1, name: "resamples")
    let interval = BlockBootstrap.interval(samples, resamples: 50, stream: &stream, statistic: { $0[0] })
    #expect(samples.contains { $0 >= interval.low } && interval.low <= interval.high)
    #expect(BlockBootstrap.blockLength(samples) == 1)
  }
}
