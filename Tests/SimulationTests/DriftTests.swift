import Simulation
import SimulationScenarios
import Testing

@Suite struct DriftTests {
  static let schedulers: [SchedulerKind] = [.pct(depth: 1), .pct(depth: 3), .partialOrder, .starvation()]

  /// Fifty changes to each program, and two failures of each scheduler.
  @Test(arguments: Scenario.all.indices, schedulers)
  func nineFailuresInTenSurviveAChange(_ index: Int, _ scheduler: SchedulerKind) {
    let scenario = Scenario.all[index]
    var failures: [SimulationReport] = []
    for seed in 0..<2_000 where failures.count < 2 {
      let report = Simulation.run(
        SimulationOptions(scheduler: scheduler, seed: UInt64(seed), recordsSchedule: true), scenario.body())
      if scenario.isFailure(report) { failures.append(report) }
    }
    #expect(failures.count == 2)
    let counts = Reproduction.count(of: failures, scenario)
    #expect(counts.tried == 100)
    #expect(counts.byTurns >= 90, "\(scenario.name): \(counts)")
  }

  @Test func theDriftOfAnAddedAwaitIsCounted() throws {
    let scenario = Scenario.lostWakeUp
    let report = Simulation.run(SimulationOptions(scheduler: .random, seed: 1, recordsSchedule: true), scenario.body())
    let changed = run(.replay(report.schedule), scenario.body(Change(kind: .yield, place: "producer")))
    let drift = try #require(changed.drift)
    #expect(!drift.isNone || drift.added > 0)
    #expect(drift.exact + drift.late + drift.missed == drift.total)
    #expect(drift.added == 2)
  }
}
