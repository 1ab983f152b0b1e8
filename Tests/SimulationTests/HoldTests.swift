import Simulation
import SimulationScenarios
import Testing

@Suite struct HoldTests {
  private func recorded(_ scheduler: SchedulerKind, seed: UInt64, _ body: @escaping Body) -> SimulationReport {
    Simulation.run(SimulationOptions(scheduler: scheduler, seed: seed, recordsSchedule: true), body)
  }

  @Test(arguments: allSchedulers)
  func theHoldsOfARunAreTheSameRun(_ scheduler: SchedulerKind) throws {
    for scenario in Scenario.all {
      for seed in 0..<10 {
        let report = recorded(scheduler, seed: UInt64(seed), scenario.body())
        let holds = try #require(Schedule(text: report.deviations.text))
        #expect(holds == report.deviations)
        let again = recorded(.replay(holds), seed: 77, scenario.body())
        #expect(again.hash == report.hash, "\(scenario) \(scheduler) \(seed)")
        #expect(again.holds == report.holds)
      }
    }
  }

  @Test func firstInFirstOutHoldsNobody() {
    #expect(recorded(.firstInFirstOut, seed: 1, Scenario.publishAfterCancel.body()).holds.isEmpty)
    #expect(!recorded(.random, seed: 1, Scenario.publishAfterCancel.body()).holds.isEmpty)
  }

  /// A bug that an order shows needs few of the holds; and any part of them can be tried.
  @Test func theHoldsThatMatterAreFew() throws {
    let scenario = Scenario.twoActors
    let body = scenario.body()
    let failing = try #require(
      (0..<1000).lazy.map { recorded(.pct(depth: 2), seed: $0, body) }.first { scenario.isFailure($0) })
    var schedule = failing.deviations
    var index = 0
    while index < schedule.holds.count {
      var fewer = schedule
      fewer.holds.remove(at: index)
      if run(.replay(fewer), body).outcome == failing.outcome { schedule = fewer } else { index += 1 }
    }
    #expect(run(.replay(schedule), body).outcome == failing.outcome)
    #expect((1...3).contains(schedule.holds.count), "\(failing.holds.count) became \(schedule.holds.count)")
  }

  @Test(arguments: ["1;;;;x", "1;;;;a", "1;;;;a.1>b", "1;;;;a.1>b*1+", "1;;;;a.1~2~3", "1;;;;a.1;"])
  func whatIsNoHoldIsRefused(_ text: String) { #expect(Schedule(text: text) == nil) }
}
