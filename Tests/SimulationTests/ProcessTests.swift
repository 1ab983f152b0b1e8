import Simulation
import SimulationScenarios
import Testing

/// Runs in other processes: the same hash there, or another one when something is not controlled.
@Suite struct ProcessTests {
  @Test(arguments: Scenario.all.indices, [SchedulerKind.random, .pct(depth: 3), .partialOrder, .starvation()])
  func theHashIsTheSameInAnyProcess(_ index: Int, _ scheduler: SchedulerKind) {
    let scenario = Scenario.all[index]
    let here = Simulation.run(SimulationOptions(scheduler: scheduler, seed: 11), scenario.body()).hash
    let there = victim("scenario '\(scenario.name)' \(scheduler.text) 11")
    #expect(there.contains("hash \(String(here, radix: 16)),"), "\(there.prefix(300))")
  }

  /// Written down from a debug build; release builds and other machines have the same.
  @Test(arguments: [
    (0, "random", 0x02dd_0f04_78c4_6f37), (1, "pct:3:1000", 0xce52_bfed_7ae1_2860), (2, "pos", 0xa081_91b4_87ae_0287),
    (3, "starve:10000", 0x8668_dd61_c2c6_59d8) as (Int, String, UInt64),
  ])
  func theHashIsTheSameInAnyBuild(_ index: Int, _ scheduler: String, _ expected: UInt64) throws {
    let kind = try #require(SchedulerKind(text: scheduler))
    let hash = Simulation.run(SimulationOptions(scheduler: kind, seed: 11), Scenario.all[index].body()).hash
    #expect(String(hash, radix: 16) == String(expected, radix: 16))
  }

  @Test func whatDependsOnItsSeedOnlyIsTheSameInTwoProcesses() {
    let outputs = Set((0..<4).map { _ in victim("nondeterminism none") })
    #expect(outputs.count == 1)
    #expect(outputs.first?.contains("finished") == true)
  }

  /// Each of them is the same with a probability of 1 in 32 at most, six times in a row never.
  @Test(arguments: ["setOrder", "address", "realTime", "file"])
  func whatDependsOnMoreIsNotTheSameInTwoProcesses(_ kind: String) {
    let outputs = Set((0..<6).map { _ in victim("nondeterminism \(kind)") })
    #expect(outputs.count > 1)
    #expect(outputs.allSatisfy { $0.contains("finished") })
  }

  @Test func theOrderOfASetIsTheSameWhenHashingIsDeterministic() {
    let outputs = Set(
      (0..<3).map { _ in victim("nondeterminism setOrder", environment: "SWIFT_DETERMINISTIC_HASHING=1") })
    #expect(outputs.count == 1)
  }

  @Test(arguments: ["plainTask", "detachedTask", "mainActor", "stream"])
  func installedExecutorsOwnIt(_ kind: String) {
    let outputs = Set((0..<2).map { _ in victim("installed \(kind)") })
    #expect(outputs.count == 1)
    let output = outputs.first ?? ""
    #expect(output.hasPrefix("finished") && output.contains("unfinished []"), "\(output)")
    #expect(output.contains("note "))
  }

  @Test func installedExecutorsNoticeARealSleep() {
    let output = victim("installed realSleep")
    #expect(output.contains("body slept on a real clock"), "\(output)")
  }
}
