import Simulation
import SimulationScenarios
import Testing

@Suite struct PlantedBugTests {
  @Test(arguments: Scenario.all.indices)
  func thePortfolioFindsItInTenSeconds(_ index: Int) {
    let scenario = Scenario.all[index]
    var runs = 0
    let seconds = processorSeconds {
      var portfolio = Portfolio()
      let search = portfolio.search(limit: 100_000, isFailure: scenario.isFailure) { scenario.body() }
      let isFound = search.failure != nil
      #expect(isFound, "\(scenario.name)")
      runs = search.runs
    }
    #expect(seconds < 10, "\(scenario.name): \(runs) runs")
  }

  @Test(arguments: Scenario.all.indices, [SchedulerKind.firstInFirstOut, .random])
  func plainOrdersDoNotFindIt(_ index: Int, _ scheduler: SchedulerKind) {
    let scenario = Scenario.all[index]
    let failures = (0..<100).count {
      scenario.isFailure(Simulation.run(.init(scheduler: scheduler, seed: $0), scenario.body()))
    }
    #expect(failures == 0, "\(scenario.name)")
  }

  @Test func thePortfolioIsTheSameForTheSameSeed() {
    var (one, other) = (Portfolio(seed: 5), Portfolio(seed: 5))
    for _ in 0..<30 {
      let (left, right) = (one.next(), other.next())
      #expect(left.scheduler == right.scheduler && left.seed == right.seed)
    }
  }

  @Test func thePortfolioTakesTheLengthFromTheRunBefore() {
    var portfolio = Portfolio()
    _ = portfolio.next()
    let report = run { world in for _ in 0..<100 { await Task.yield() } }
    #expect(portfolio.next(after: report).scheduler == .pct(depth: 2, length: report.steps))
  }
}
