import Simulation
import SimulationScenarios
import Testing

@Suite struct DoubleRunTests {
  @Test(arguments: Scenario.all.indices, allSchedulers)
  func aRunIsTheSameTwice(_ index: Int, _ scheduler: SchedulerKind) {
    let check = DoubleRun.check(SimulationOptions(scheduler: scheduler, seed: 3)) { Scenario.all[index].body() }
    guard case .same = check else {
      Issue.record("\(check)")
      return
    }
  }

  @Test func theFirstEventThatDiffersIsNamed() {
    let runs = Box(0)
    let check = DoubleRun.check(SimulationOptions()) {
      { world in
        world.note("equal")
        runs.value += 1
        world.note("run \(runs.value)")
      }
    }
    guard case .different(let place, let first, let second) = check else {
      Issue.record("\(check)")
      return
    }
    #expect(place == 2)
    #expect(first?.subject == "run 3" && second?.subject == "run 4")
  }

  @Test func aRunThatEndsEarlierDiffersWhereItEnds() {
    let runs = Box(0)
    let check = DoubleRun.check(SimulationOptions()) {
      { world in
        runs.value += 1
        if runs.value % 2 == 0 { world.note("more") }
      }
    }
    guard case .different(at: 1, first: nil, let second) = check else {
      Issue.record("\(check)")
      return
    }
    #expect(second?.subject == "more")
  }
}
