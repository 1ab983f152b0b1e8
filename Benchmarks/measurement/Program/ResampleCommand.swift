import ArgumentParser
import Foundation
import JSONRPC
import Measurement
import PerformanceGates

/// How often the gate errs on restarts that were really measured: gates are put together from them, drawn with replacement (the bootstrap
/// of Efron, 1979), since two hundred whole gates would take most of a day.
struct ResampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resample",
    abstract:
      "Puts gates together from the restarts in comparisons' files, and prints how often they pass, fail or stay open.")

  @Argument(help: "What `reprise compare --output` wrote.") var files: [String]
  @Option(help: "Gates that are put together.") var count = 200
  @Option(help: "The limit of each path, per cent, where no budgets are given.") var limit = 3.0
  @Option(help: "A budgets file, whose limits count.") var budgets: String?
  @Option(help: "What decides the draws.") var seed: UInt64 = 1

  func run() throws {
    let pools = try pools()
    let budgets = try self.budgets.map { path in
      guard let data = FileManager.default.contents(atPath: path) else { throw ValidationError("cannot read \(path)") }
      return try Budgets(parsing: Array(data))
    }
    print(
      "path                             restarts   median     pass %   fail %   open %   the sequential median rule %")
    var whole = (passes: 0, fails: 0, open: 0)
    var outcomes = [[GateOutcome]](repeating: [], count: count)
    for pool in pools {
      let results = (0..<count).map { gate(pool, number: $0, limit(of: pool.name, budgets)) }
      for (index, result) in results.enumerated() { outcomes[index].append(result) }
      print(line(pool.name, pool, results))
    }
    for outcome in outcomes.map({ GateOutcome.all($0) }) {
      switch outcome {
      case .pass: whole.passes += 1
      case .fail: whole.fails += 1
      default: whole.open += 1
      }
    }
    print("\(count) whole gates: \(whole.passes) pass, \(whole.fails) fail, \(whole.open) stay open")
  }

  private struct Pool {
    var name: String
    var restarts: [(samples: PairedSamples, summary: RestartSummary)] = []
  }

  private func pools() throws -> [Pool] {
    var pools: [Pool] = []
    for file in files {
      guard let data = FileManager.default.contents(atPath: file) else { throw ValidationError("cannot read \(file)") }
      let comparison = try Comparison(parsing: Array(data))
      for series in comparison.rounds.flatMap(\.series) where series.kind == .path {
        if !pools.contains(where: { $0.name == series.name }) { pools.append(Pool(name: series.name)) }
        let index = pools.firstIndex { $0.name == series.name } ?? 0
        pools[index].restarts += zip(series.restarts.map(\.wall), series.summaries).map { ($0, $1) }
      }
    }
    return pools
  }

  private func limit(of path: String, _ budgets: Budgets?) -> EffectLimit {
    budgets?.limits(of: path).median ?? EffectLimit(share: limit / 100)
  }

  private func gate(_ pool: Pool, number: Int, _ limit: EffectLimit) -> GateOutcome {
    var stream = RandomStream(seed: seed, name: "\(pool.name), gate \(number)")
    var path = PathRounds(plan: .gate)
    while path.state == .needsRound {
      var round = PairedComparison(limit: limit)
      while round.decision == nil { round.add(pool.restarts[stream.below(pool.restarts.count)].summary) }
      path.add(round)
    }
    guard case .decided(let outcome) = path.state else { return .unresolved }
    return outcome
  }

  private func line(_ name: String, _ pool: Pool, _ results: [GateOutcome]) -> String {
    let change = OrderStatistics.median(pool.restarts.map(\.summary.logRatio))
    let obvious = SequentialMedianRule.verdicts(pool.restarts.map(\.samples), share: limit / 100)
    func share(_ part: Int, _ whole: Int) -> String {
      whole == 0 ? "-" : "\((Double(part) / Double(whole) * 1000).rounded() / 10)"
    }
    let cells = [
      String(pool.restarts.count), "\((change * 10_000).rounded() / 100) %",
      share(results.count { $0 == .pass }, count), share(results.count { $0 == .fail }, count),
      share(results.count { $0 != .pass && $0 != .fail }, count), share(obvious.count { $0 }, obvious.count),
    ]
    let widths = [9, 9, 11, 9, 9, 20]
    return name + String(repeating: " ", count: max(1, 32 - name.count))
      + zip(cells, widths).map { String(repeating: " ", count: max(0, $1 - $0.count)) + $0 }.joined()
  }
}
