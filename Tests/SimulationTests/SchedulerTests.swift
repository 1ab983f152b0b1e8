import Simulation
import SimulationScenarios
import Testing

@Suite struct SchedulerTests {
  private let body = Scenario.publishAfterCancel.body()

  @Test(arguments: allSchedulers)
  func theSameSeedGivesTheSameRun(_ scheduler: SchedulerKind) {
    #expect(run(scheduler, seed: 9, body).hash == run(scheduler, seed: 9, body).hash)
  }

  @Test(arguments: [SchedulerKind.random, .pct(depth: 3), .partialOrder, .starvation()])
  func otherSeedsGiveOtherRuns(_ scheduler: SchedulerKind) {
    let hashes = Set((0..<20).map { run(scheduler, seed: $0, body).hash })
    #expect(hashes.count > 10)
  }

  @Test func firstInFirstOutIsOneScheduleForAnySeed() {
    let hashes = Set((0..<5).map { run(.firstInFirstOut, seed: $0, body).hash })
    #expect(hashes.count == 1)
  }

  @Test func randomTakesEachOfThreeEquallyOften() {
    var firsts: [String: Int] = [:]
    for seed in 0..<3_000 {
      let report = run(.random, seed: UInt64(seed)) { world in
        for name in ["a", "b", "c"] { world.spawn(name: name) { world.note(name) } }
      }
      firsts[notes(of: report).first ?? "none", default: 0] += 1
    }
    #expect(firsts.count == 3)
    for name in ["a", "b", "c"] { #expect((900...1_100).contains(firsts[name] ?? 0)) }
  }

  @Test func aCallOfAnActorIsADecision() {
    let orders = Set(
      (0..<50).map { seed in
        notes(
          of: run(.random, seed: seed) { world in
            for name in ["a", "b"] {
              world.spawn(name: name) {
                await Noise().hop()
                world.note(name)
              }
            }
          })
      })
    #expect(orders == [["a", "b"], ["b", "a"]])
  }

  @Test func starvationHoldsATaskBackWhileTimePasses() {
    let orders = Set(
      (0..<40).map { seed in
        notes(
          of: run(.starvation(), seed: seed) { world in
            world.spawn(name: "quick") { world.note("quick") }
            world.spawn(name: "late") {
              try await world.clock.sleep(for: .seconds(100))
              world.note("late")
            }
          })
      })
    #expect(orders.contains(["late", "quick"]))
  }

  /// The reverse order takes three delays: two of the first, one of the second.
  @Test(arguments: [(0, 1), (1, 3), (2, 5), (3, 6)])
  func theDelayBoundedSearchTriesAllOrdersWithSoManyDelays(_ bound: Int, _ count: Int) {
    var search = DelayBoundedSearch(bound: bound)
    var orders: Set<[String]> = []
    var (report, runs) = (SimulationReport?.none, 0)
    while let scheduler = search.next(after: report) {
      let last = run(scheduler) { world in
        for name in ["a", "b", "c"] { world.spawn(name: name) { world.note(name) } }
      }
      orders.insert(notes(of: last))
      (report, runs) = (last, runs + 1)
    }
    #expect(orders.count == count)
    #expect(runs < 60)
  }

  @Test(arguments: allSchedulers + [.replay(Schedule(seed: 5))])
  func theTextIsTheScheduler(_ scheduler: SchedulerKind) {
    #expect(SchedulerKind(text: scheduler.text) == scheduler)
  }

  @Test(arguments: ["", "lifo", "pct:-1", "pct:1:2:3", "random:1", "replay:", "replay:xyz", "delays:1,x", "starve:-5"])
  func whatIsNoSchedulerIsRefused(_ text: String) {
    let scheduler = SchedulerKind(text: text)
    #expect(scheduler == nil)
  }
}
