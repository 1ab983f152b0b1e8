import Simulation
import SimulationScenarios
import Testing

@Suite struct ManualSimulationTests {
  @Test func nothingHappensUntilItIsTold() {
    let simulation = ManualSimulation()
    let box = Box(0)
    simulation.world.spawn(name: "counter") { box.value += 1 }
    #expect(box.value == 0 && !simulation.isIdle)
    #expect(simulation.runOne())
    simulation.drain()
    #expect(box.value == 1 && simulation.isIdle && !simulation.runOne())
  }

  @Test func sleepersWakeWhenTheirTimeHasCome() {
    let simulation = ManualSimulation()
    let (world, log) = (simulation.world, Box<[Int]>([]))
    for seconds in [3, 1, 2] {
      world.spawn(name: "sleeper") {
        try await world.clock.sleep(for: .seconds(seconds))
        log.value.append(seconds)
      }
    }
    simulation.drain()
    #expect(simulation.sleepers == 3 && simulation.nextDeadline == .seconds(1))
    simulation.advance(by: .seconds(2))
    #expect(log.value == [])
    simulation.drain()
    #expect(log.value == [1, 2])
    simulation.advance(by: .seconds(5))
    simulation.drain()
    #expect(log.value == [1, 2, 3] && simulation.sleepers == 0)
  }

  @Test func aSleepThatIsOverBeforeItBeginsEnds() {
    let simulation = ManualSimulation()
    let (world, box) = (simulation.world, Box(false))
    let deadline = world.clock.now.advanced(by: .seconds(1))
    world.spawn(name: "late") {
      try await world.clock.sleep(until: deadline)
      box.value = true
    }
    simulation.advance(by: .seconds(2))
    simulation.drain()
    #expect(box.value)
  }

  @Test func theSchedulerDecidesTheOrder() {
    let orders = (0..<20).map { seed in
      let simulation = ManualSimulation(SimulationOptions(scheduler: .random, seed: UInt64(seed)))
      let log = Box<[Int]>([])
      for task in 0..<4 { simulation.world.spawn(name: "\(task)") { log.value.append(task) } }
      simulation.drain()
      return log.value
    }
    #expect(Set(orders).count > 5)
    #expect(orders.allSatisfy { $0.sorted() == [0, 1, 2, 3] })
  }

  @Test func aWakeUpFromAnotherThreadIsAnEscape() {
    let simulation = ManualSimulation()
    let box = Box<UnsafeContinuation<Void, Never>?>(nil)
    simulation.world.spawn(name: "waiter") { await withUnsafeContinuation { box.value = $0 } }
    simulation.drain()
    #expect(simulation.escapes == [])
    onAnotherThread { box.value?.resume() }
    #expect(simulation.escapes == [.foreignEnqueue])
  }

  @Test func twoOfThemDoNotMeetEachOther() {
    let (one, other) = (ManualSimulation(), ManualSimulation())
    let log = Box<[String]>([])
    one.world.spawn(name: "one") { log.value.append("one") }
    other.world.spawn(name: "other") { log.value.append("other") }
    other.drain()
    #expect(log.value == ["other"])
    one.drain()
    #expect(log.value == ["other", "one"] && one.escapes == [] && other.escapes == [])
  }
}
