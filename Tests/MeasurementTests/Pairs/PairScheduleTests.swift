import Measurement
import Testing

@Suite struct PairScheduleTests {
  @Test func eachPathGetsItsPairsHalfOfThemEachWay() {
    let schedule = PairSchedule(pairsPerPath: [50, 7, 0, 100], seed: 1, restart: 0)
    for (path, count) in [50, 7, 0, 100].enumerated() {
      let pairs = schedule.pairs.filter { $0.path == path }
      #expect(pairs.count == count)
      let baseFirst = pairs.count { $0.first == .base }
      #expect(abs(2 * baseFirst - count) <= 1)
    }
  }

  @Test func theOrderIsRandomButComesFromTheSeed() {
    let schedule = PairSchedule(pairsPerPath: [50, 50], seed: 1, restart: 0)
    #expect(schedule == PairSchedule(pairsPerPath: [50, 50], seed: 1, restart: 0))
    #expect(schedule != PairSchedule(pairsPerPath: [50, 50], seed: 2, restart: 0))
    #expect(schedule != PairSchedule(pairsPerPath: [50, 50], seed: 1, restart: 1))
    // Neither in turn nor one half after the other.
    let orders = schedule.pairs.filter { $0.path == 0 }.map(\.first)
    let changes = zip(orders, orders.dropFirst()).count { $0 != $1 }
    #expect((15...35).contains(changes), "\(changes) changes in 49")
  }

  /// In each round all paths come once, in an order of its own, and those with fewer pairs are spread over the whole restart.
  @Test func itGoesRoundAllPaths() {
    let even = PairSchedule(pairsPerPath: [20, 20, 20], seed: 4, restart: 2)
    var orders: Set<[Int]> = []
    for round in 0..<20 {
      let paths = even.pairs[(3 * round)..<(3 * round + 3)].map(\.path)
      #expect(paths.sorted() == [0, 1, 2])
      orders.insert(paths)
    }
    #expect(orders.count >= 4)
    let uneven = PairSchedule(pairsPerPath: [100, 4], seed: 4, restart: 2)
    let places = uneven.pairs.indices.filter { uneven.pairs[$0].path == 1 }
    #expect(zip(places, places.dropFirst()).allSatisfy { (20...30).contains($1 - $0) }, "\(places)")
  }

  /// Whoever goes first is not told by chance alone: over many restarts each position is base's about half of the time.
  @Test func noPositionBelongsToASide() {
    var baseFirst = [Int](repeating: 0, count: 10)
    for restart in 0..<400 {
      let schedule = PairSchedule(pairsPerPath: [10], seed: 8, restart: restart)
      for (index, pair) in schedule.pairs.enumerated() where pair.first == .base { baseFirst[index] += 1 }
    }
    #expect(baseFirst.allSatisfy { (160...240).contains($0) }, "\(baseFirst)")
  }

  @Test func oddCountsGoEitherWay() {
    let firsts = Set((0..<20).map { PairSchedule(pairsPerPath: [1], seed: 1, restart: $0).pairs[0].first })
    #expect(firsts.count == 2)
    #expect(PairSchedule(pairsPerPath: [], seed: 1, restart: 0).pairs.isEmpty)
  }

  @Test(arguments: [
    (1_000_000.0, 1), (10_000.0, 1), (9_999.0, 2), (100.0, 100), (99.0, 102),
    (0.0, BatchSize.largest), (0.001, BatchSize.largest),
  ])
  func shortOperationsComeInBatches(_ operation: Double, _ expected: Int) {
    #expect(BatchSize.choose(operation: operation) == expected)
  }
}
