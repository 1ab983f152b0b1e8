import Simulation
import SimulationScenarios
import Testing

@Suite struct ClockTests {
  @Test func timeMovesOnlyWhenNothingCanRun() {
    let report = run { world in
      world.spawn(name: "busy") {
        for _ in 0..<100 { await Task.yield() }
        world.note("busy ended at \(world.clock.now.offset)")
      }
      try await world.clock.sleep(for: .nanoseconds(1))
      world.note("woke up at \(world.clock.now.offset)")
    }
    #expect(notes(of: report) == ["busy ended at 0.0 seconds", "woke up at 1e-09 seconds"])
  }

  @Test func theEarlierDeadlineComesFirstAndEqualOnesComeInTheOrderOfAsking() {
    let report = run { world in
      let tasks = [("a", 2), ("b", 1), ("c", 2), ("d", 1)].map { name, seconds in
        world.spawn(name: name) {
          try await world.clock.sleep(for: .seconds(seconds))
          world.note(name)
        }
      }
      for task in tasks { try await task.value }
    }
    #expect(notes(of: report) == ["b", "d", "a", "c"])
    #expect(report.time == .seconds(2))
  }

  @Test func cancellationWakesASleepingTaskAtOnce() {
    let report = run { world in
      let sleeper = world.spawn(name: "sleeper") { try await world.clock.sleep(for: .seconds(1_000)) }
      try await world.clock.sleep(for: .seconds(1))
      sleeper.cancel()
      do { try await sleeper.value } catch is CancellationError { world.note("cancelled at \(world.clock.now.offset)") }
    }
    #expect(notes(of: report) == ["cancelled at 1.0 seconds"])
    #expect(report.time == .seconds(1))
  }

  @Test func aCancelledTaskDoesNotFallAsleep() {
    let report = run { world in
      let task = world.spawn(name: "task") {
        await Task.yield()
        try await world.clock.sleep(for: .seconds(5))
      }
      task.cancel()
      _ = await task.result
    }
    #expect(report.outcome == .finished && report.time == .zero)
  }

  @Test func chargedWorkMovesTimeAtOnceAndWakesWhatIsDue() {
    let report = run { world in
      world.spawn(name: "sleeper") {
        try await world.clock.sleep(for: .seconds(1))
        world.note("woke up at \(world.clock.now.offset)")
      }
      await Task.yield()
      await Task.yield()
      world.clock.charge(.seconds(3))
      world.note("worked until \(world.clock.now.offset)")
    }
    #expect(notes(of: report) == ["worked until 3.0 seconds", "woke up at 3.0 seconds"])
  }

  @Test func aDeadlineThatHasPassedOnlyYields() {
    let report = run { world in try await world.clock.sleep(for: .seconds(-5)) }
    #expect(report.outcome == .finished && report.time == .zero)
  }

  @Test func tenThousandCancelledTimersAreNoBurden() {
    let report = run { world in
      let tasks = (0..<10_000).map { number in
        world.spawn(name: "\(number)") { try await world.clock.sleep(for: .seconds(number + 1)) }
      }
      await Task.yield()
      await Task.yield()
      for (number, task) in tasks.enumerated() where number % 100 != 7 { task.cancel() }
      for task in tasks { _ = await task.result }
    }
    #expect(report.outcome == .finished)
    #expect(report.time == .seconds(9_908))
  }
}
