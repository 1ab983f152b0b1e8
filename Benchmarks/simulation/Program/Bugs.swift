import FigureSupport
import Simulation
import SimulationScenarios

/// Who finds the planted bugs, and how soon.
enum Bugs {
  private static let runs = 3_000

  static func show() {
    let schedulers: [(String, SchedulerKind)] = [
      ("fifo", .firstInFirstOut), ("random", .random), ("pct 1", .pct(depth: 1)), ("pct 2", .pct(depth: 2)),
      ("pct 3", .pct(depth: 3)), ("pos", .partialOrder), ("starve", .starvation()),
    ]
    print(
      "Failures in \(runs) runs of each; of the portfolio, runs and CPU seconds until the first, median of 21 seeds (worst).\n"
    )
    print(
      "bug".padded(to: 24) + schedulers.map { $0.0.padded(to: 8) }.joined() + "portfolio: runs".padded(to: 20)
        + "seconds")
    for scenario in Scenario.all {
      let counts = schedulers.map { "\(failures(of: scenario, $0.1))".padded(to: 8) }.joined()
      let searches = (0..<21).map { search(scenario, seed: UInt64($0) * 1_000_000) }
      let (runs, seconds) = (searches.map(\.runs).sorted(), searches.map(\.seconds).sorted())
      print(
        scenario.name.padded(to: 24) + counts + "\(runs[10]) (\(runs[20]))".padded(to: 20)
          + "\(seconds[10].rounded(3)) (\(seconds[20].rounded(3)))")
    }
  }

  private static func failures(of scenario: Scenario, _ scheduler: SchedulerKind) -> Int {
    (0..<runs).count { seed in
      scenario.isFailure(
        Simulation.run(SimulationOptions(scheduler: scheduler, seed: UInt64(seed)), scenario.body()))
    }
  }

  private static func search(_ scenario: Scenario, seed: UInt64) -> (runs: Int, seconds: Double) {
    var runs = 0
    let seconds = ProcessorTime.of {
      var portfolio = Portfolio(seed: seed)
      let found = portfolio.search(limit: 1_000_000, isFailure: scenario.isFailure) { scenario.body() }
      runs = found.runs
    }
    return (runs, seconds)
  }
}
