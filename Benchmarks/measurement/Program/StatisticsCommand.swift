import ArgumentParser
import JSONRPC
import Measurement

/// Prints what `Measurement` says of samples, for `Scripts/compare-with-scipy` to hold against scipy.
struct StatisticsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "statistics",
    abstract: "Reads arrays of numbers, one a line, and prints an object of statistics for each.")

  func run() throws {
    while let line = readLine() {
      let value = try JSONValue(parsing: Array(line.utf8))
      let samples = (value.array ?? []).compactMap { element in
        if case .number(let raw) = element { Double(raw) } else { nil }
      }
      guard samples.count >= 3 else { throw ValidationError("at least three numbers a line, not \(line)") }
      print(String(decoding: Self.statistics(samples).serialized(), as: UTF8.self))
    }
  }

  private static func statistics(_ samples: [Double]) -> JSONValue {
    let location = HodgesLehmann(samples)
    let drift = Drift(samples)
    let estimate = RestartEstimate(samples)
    let interval = estimate?.interval()
    let lags = min(4, samples.count - 1)
    let values: [(String, Double)] = [
      ("q05", OrderStatistics.quantile(samples, 0.05)), ("median", OrderStatistics.median(samples)),
      ("q95", OrderStatistics.quantile(samples, 0.95)), ("mad", OrderStatistics.medianAbsoluteDeviation(samples)),
      ("deviation", OrderStatistics.standardDeviation(samples)), ("trimmed", estimate?.logRatio ?? .nan),
      ("trimmedLow", interval?.low ?? .nan), ("trimmedHigh", interval?.high ?? .nan),
      ("wilcoxon", SignedRank.probability(samples)), ("hodgesLehmann", location.estimate),
      ("hodgesLehmannLow", location.interval.low), ("hodgesLehmannHigh", location.interval.high),
      ("hodgesLehmannConfidence", location.interval.confidence), ("slope", drift.slope), ("trend", drift.probability),
      ("ljungBox", Autocorrelation.probabilityOfIndependence(samples, lags: lags)),
    ]
    let studentsT = StudentT(degreesOfFreedom: Double(samples.count - 1))
    let distributions: [(String, Double)] = [
      ("t", studentsT.cumulative(samples[0])), ("tQuantile", studentsT.quantile(0.975)),
      ("normal", NormalDistribution.cumulative(samples[0])),
    ]
    return .object((values + distributions).map { JSONMember($0.0, .number(String($0.1))) })
  }
}
