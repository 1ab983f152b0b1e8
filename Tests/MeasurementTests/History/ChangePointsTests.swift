import Measurement
import SyntheticMeasurements
import Testing

@Suite struct ChangePointsTests {
  private func series(_ stretches: [(Int, Double)], noise: Double = 0.01, seed: UInt64 = 1) -> [Double] {
    var stream = RandomStream(seed: seed, name: "history")
    return stretches.flatMap { count, level in (0..<count).map { _ in level * (1 + noise * stream.normal()) } }
  }

  @Test func oneChangeIsFoundWhereItIs() throws {
    let found = ChangePoints(series([(30, 100), (30, 105)])).points
    #expect(found.count == 1)
    let point = try #require(found.first)
    #expect(abs(point.index - 30) <= 2, "\(point)")
    #expect(abs(point.ratio - 1.05) < 0.01, "\(point)")
  }

  @Test func severalChangesComeInOrder() {
    let found = ChangePoints(series([(25, 100), (25, 104), (25, 98)])).points
    #expect(found.count == 2)
    #expect(zip(found.map(\.index), [25, 50]).allSatisfy { abs($0 - $1) <= 2 }, "\(found)")
  }

  @Test func noiseHasNone() {
    var alarms = 0
    for seed in 0..<100 {
      var stream = RandomStream(seed: UInt64(seed), name: "heavy")
      let noise = (0..<40).map { _ in 100 + stream.heavyTailed() }
      if !ChangePoints(noise, permutations: 199, seed: UInt64(seed)).points.isEmpty { alarms += 1 }
    }
    #expect(alarms <= 5, "\(alarms) of 100 at one per cent")
  }

  /// Each step of half a per cent passes the gate; together they do not pass unseen.
  @Test func slowCreepIsFound() throws {
    let creep = (0..<12).map { (6, 100 * (1 + 0.005 * Double($0))) }
    let found = ChangePoints(series(creep, noise: 0.005)).points
    let first = try #require(found.first)
    let last = try #require(found.last)
    #expect(last.after / first.before > 1.03, "\(found)")
  }

  @Test(arguments: [[], [1.0], [1, 2, 3, 4, 5, 6, 7, 8, 9], Array(repeating: 4.0, count: 30)])
  func shortAndConstantSeriesHaveNone(_ samples: [Double]) { #expect(ChangePoints(samples).points.isEmpty) }

  @Test func theSameSeedFindsTheSame() {
    let samples = series([(30, 100), (30, 101)], seed: 5)
    #expect(ChangePoints(samples, seed: 3) == ChangePoints(samples, seed: 3))
  }
}
