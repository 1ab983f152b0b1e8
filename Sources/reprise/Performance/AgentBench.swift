import Benchmarking
import Measurement
import PerformanceGates

/// Measures one path in a process of its own.
struct AgentBench {
  let samples: Int
  let warmup: Int

  func measure(_ path: String) throws(BenchmarkingError) -> BenchRow {
    let client = try AgentClient([Program.path, "bench", "--agent"], directory: nil)
    try client.send(.start(path: path, operations: AgentContest.warmupOperations * warmup))
    let start = try client.start()
    let batch = BatchSize.choose(operation: Double(max(1, start.nanoseconds)), shortest: AgentContest.shortestSample)
    var row = BenchRow(name: path, batch: batch)
    row.peakMemory = start.peakMemory
    row.counters = start.counters.map { ($0.name, $0.value) }
    for _ in 0..<samples {
      try client.send(.sample(path: path, operations: batch))
      let sample = try client.sample()
      row.wall.append(Double(sample.wall) / Double(batch))
      row.cpu.append(Double(sample.cpu) / Double(batch))
    }
    return row
  }
}

/// What was measured of one path. Nanoseconds of one operation.
struct BenchRow {
  var name: String
  /// Operations a sample.
  var batch = 1
  var wall: [Double] = []
  /// Empty where it was not measured.
  var cpu: [Double] = []
  var counters: [(name: String, value: Int)] = []
  /// Bytes; nil where it was not measured.
  var peakMemory: Int?
  /// By run: how many samples each had, so that a slow first run is seen.
  var runs: [Int] = []

  init(name: String, batch: Int = 1) {
    self.name = name
    self.batch = batch
  }

  /// What to think of before believing the numbers.
  var warnings: [String] {
    guard wall.count >= 8 else { return ["too few samples to tell anything about their spread; ask for more"] }
    return NoiseLimits().findings(samples: [wall]).map(\.advice)
  }

  var histogram: LatencyHistogram {
    var histogram = LatencyHistogram(longest: 3_600_000_000_000)
    for time in wall { histogram.record(Int64(time)) }
    return histogram
  }
}
