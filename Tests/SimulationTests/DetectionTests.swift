import Simulation
import SimulationScenarios
import Testing

@Suite struct DetectionTests {
  @Test func aRunOfTooManyStepsIsALivelock() {
    let report = Simulation.run(SimulationOptions(stepLimit: 1_000)) { _ in
      while !Task.isCancelled { await Task.yield() }
    }
    #expect(report.outcome == .livelock("the run has made 1000 steps"))
    #expect(report.steps == 1_000)
  }

  @Test func aRunOfTooMuchTimeIsALivelock() {
    let report = Simulation.run(SimulationOptions(timeLimit: .seconds(100))) { world in
      while true { try await world.clock.sleep(for: .seconds(1)) }
    }
    #expect(report.outcome == .livelock("the time limit has passed"))
    #expect(report.time == .seconds(100))
  }

  @Test func aTaskThatIsReadyForTooLongStarves() {
    let options = SimulationOptions(scheduler: .starvation(limit: 5_000), seed: 0, starvationLimit: 200)
    let outcomes = (0..<16).map { seed in
      var options = options
      options.seed = UInt64(seed)
      return Simulation.run(options) { world in
        world.spawn(name: "other") { for _ in 0..<1_000 { await Task.yield() } }
        world.spawn(name: "another") { for _ in 0..<1_000 { await Task.yield() } }
      }.outcome
    }
    #expect(outcomes.contains(.starvation(task: "other", steps: 201)))
    #expect(outcomes.contains(.finished))
  }

  @Test func firstInFirstOutStarvesNobody() {
    let report = Simulation.run(SimulationOptions(starvationLimit: 20)) { world in
      for task in 0..<10 { world.spawn(name: "\(task)") { for _ in 0..<100 { await Task.yield() } } }
    }
    #expect(report.outcome == .finished)
  }

  @Test func anErrorOfTheBodyIsTheOutcome() {
    let report = run { _ in throw PlantedBug(description: "it went wrong") }
    #expect(report.outcome == .failed("it went wrong"))
  }

  @Test func aWakeUpFromAnotherThreadIsAnEscape() {
    let box = Box<UnsafeContinuation<Void, Never>?>(nil)
    let report = run { world in
      world.spawn(name: "waker") {
        let continuation = box.value
        onAnotherThread { continuation?.resume() }
      }
      await withUnsafeContinuation { box.value = $0 }
    }
    #expect(report.outcome == .escaped([.foreignEnqueue]))
  }

  @Test func useFromAnotherThreadIsAnEscape() {
    let report = run { world in
      onAnotherThread {
        _ = world.clock.now
        world.clock.charge(.seconds(1))
        _ = world.choose("x", below: 2)
        world.note("x")
      }
    }
    let expected: [Escape] = [.foreignUse(of: "the clock"), .foreignUse(of: "choose"), .foreignUse(of: "note")]
    #expect(report.outcome == .escaped(expected))
    #expect(report.time == .zero && notes(of: report).isEmpty)
  }

  @Test func cancellingASleepingTaskFromAnotherThreadIsAnEscape() {
    let report = run { world in
      let sleeper = world.spawn(name: "sleeper") { try await world.clock.sleep(for: .seconds(1)) }
      for _ in 0..<5 { await Task.yield() }
      onAnotherThread { sleeper.cancel() }
    }
    #expect(report.outcome == .escaped([.foreignUse(of: "cancelling a sleeping task")]))
  }

  @Test func aPlainTaskThatUsesTheClockDoesNotPassUnnoticed() {
    let report = run { world in try await Task.detached { try await world.clock.sleep(for: .seconds(1)) }.value }
    switch report.outcome {
    case .deadlock, .escaped: break
    default: Issue.record("\(report)")
    }
  }

  @Test func aRealSleepIsADeadlockWhereItIsNotOwned() {
    let report = run { _ in try await Task.sleep(for: .seconds(3_600)) }
    #expect(report.outcome.description.hasPrefix("deadlock"))
    #expect(report.description.contains("a real sleep"))
  }
}
