import Simulation
import Testing

@Suite struct ChoiceTests {
  private func draws(seed: UInt64 = 1, others: Int = 0, choices: [Schedule.Choice] = []) -> [Int] {
    let box = Box<[Int]>([])
    let schedule = Schedule(seed: seed, choices: choices)
    _ = run(.replay(schedule)) { world in
      for _ in 0..<others { _ = world.choose("others", below: 10) }
      box.value = (0..<20).map { _ in world.choose("mine", below: 1_000) }
    }
    return box.value
  }

  @Test func theSameSeedGivesTheSameDraws() { #expect(draws(seed: 7) == draws(seed: 7)) }

  @Test func anotherSeedGivesOtherDraws() { #expect(draws(seed: 7) != draws(seed: 8)) }

  @Test func drawsOfOneStreamDoNotShiftThoseOfAnother() { #expect(draws(others: 0) == draws(others: 5)) }

  @Test func aScheduleLaysDownSingleDraws() {
    let forced = draws(choices: [.init(stream: "mine", ordinal: 3, value: 42)])
    var expected = draws()
    expected[3] = 42
    #expect(forced == expected)
  }

  @Test func aForcedDrawStaysBelowItsBound() {
    #expect(draws(choices: [.init(stream: "mine", ordinal: 0, value: .max)]).first == 999)
  }

  @Test func faultsComeAsTheirRulesSay() {
    let box = Box<[Fault?]>([])
    let rules = ["read": [FaultRule(.fail, after: 2, limit: 3)], "write": [FaultRule(.drop, rate: 0)]]
    _ = Simulation.run(SimulationOptions(faults: rules)) { world in
      box.value = (0..<8).map { _ in world.fault(at: "read") } + [world.fault(at: "write"), world.fault(at: "else")]
    }
    #expect(box.value == [nil, nil, .fail, .fail, .fail, nil, nil, nil, nil, nil])
  }

  @Test func aRateIsARate() {
    let box = Box(0)
    let rules = ["read": [FaultRule(.fail, rate: 250_000)]]
    _ = Simulation.run(SimulationOptions(seed: 3, faults: rules)) { world in
      box.value = (0..<4_000).count { _ in world.fault(at: "read") == .fail }
    }
    #expect((900...1_100).contains(box.value))
  }

  @Test func passingAPlaceStallsOrThrows() {
    let rules = ["slow": [FaultRule(.stall(.seconds(9)))], "broken": [FaultRule(.crash)]]
    let report = Simulation.run(SimulationOptions(faults: rules)) { world in
      try await world.pass("fine")
      try await world.pass("slow")
      try await world.pass("broken")
    }
    #expect(report.time == .seconds(9))
    #expect(report.outcome == .failed("injected fault at broken: crash"))
  }
}
