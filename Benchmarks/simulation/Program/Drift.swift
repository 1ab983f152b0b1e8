import FigureSupport
import Simulation
import SimulationScenarios

/// How many failures are had again after the code has changed.
enum Drift {
  static func show() {
    print(
      "Of failures found by each scheduler, 50 changes each: again by the recorded turns, by the seed, by either.\n")
    print("bug".padded(to: 24) + "found by".padded(to: 20) + "turns".padded(to: 14) + "seed".padded(to: 14) + "either")
    for scenario in Scenario.all {
      for kind: SchedulerKind in [
        .firstInFirstOut, .random, .pct(depth: 1), .pct(depth: 2), .pct(depth: 3), .partialOrder, .starvation(),
      ] {
        let failures = find(scenario, kind, count: 5)
        guard !failures.isEmpty else { continue }
        let counts = Reproduction.count(of: failures, scenario)
        func share(_ count: Int) -> String {
          "\((Double(count) * 100 / Double(counts.tried)).rounded(1)) %".padded(to: 14)
        }
        print(
          scenario.name.padded(to: 24) + kind.text.padded(to: 20) + share(counts.byTurns) + share(counts.bySeed)
            + share(counts.byEither) + "of \(counts.tried)")
      }
    }
  }

  static func find(_ scenario: Scenario, _ kind: SchedulerKind, count: Int) -> [SimulationReport] {
    var found: [SimulationReport] = []
    for seed in 0..<2_000 where found.count < count {
      let report = Simulation.run(
        SimulationOptions(scheduler: kind, seed: UInt64(seed), recordsSchedule: true), scenario.body())
      if scenario.isFailure(report) { found.append(report) }
      if kind == .firstInFirstOut { break }
    }
    return found
  }
}
