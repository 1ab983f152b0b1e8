import Simulation
import SimulationScenarios
import Testing

@Suite struct LifetimeTests {
  typealias Continuation = UnsafeContinuation<Void, Never>

  /// A run that is over while a task still waits.
  private func deadlocked() -> Continuation? {
    let box = Box<Continuation?>(nil)
    let report = run { _ in await withUnsafeContinuation { box.value = $0 } }
    guard case .deadlock = report.outcome else { return nil }
    return box.value
  }

  @Test func aTaskMayBeWokenUpAfterTheEnd() throws {
    let continuation = try #require(deadlocked())
    continuation.resume()
  }

  @Test func aTaskMayBeWokenUpByAnotherThreadAfterTheEnd() throws {
    let continuation = try #require(deadlocked())
    onAnotherThread { continuation.resume() }
  }

  @Test func aTaskMayBeWokenUpByALaterRunWhichIsNotDisturbed() throws {
    let continuation = try #require(deadlocked())
    let report = run { world in
      continuation.resume()
      world.note("after")
    }
    #expect(report.outcome == .finished)
    #expect(notes(of: report) == ["after"])
  }

  @Test func theClockShowsTheEndAfterTheEnd() {
    let box = Box<SimulatedWorld?>(nil)
    let report = run { world in
      box.value = world
      try await world.clock.sleep(for: .seconds(5))
    }
    #expect(report.outcome == .finished)
    #expect(box.value?.clock.now.offset == .seconds(5))
  }

  @Test func theClockEndsSleepAfterTheEnd() async {
    let box = Box<SimulatedWorld?>(nil)
    _ = run { world in box.value = world }
    await #expect(throws: CancellationError.self) { try await box.value?.clock.sleep(for: .seconds(1)) }
  }

  @Test func aRunWithinARunIsOneOfItsOwn() {
    let inner: Body = { world in
      for _ in 0..<3 { try await world.clock.sleep(for: .seconds(1)) }
      world.note("inner")
    }
    let alone = run(.random, seed: 4, inner)
    let report = run { world in
      await Task.yield()
      let within = run(.random, seed: 4, inner)
      world.note("\(within.hash == alone.hash)")
      try await world.clock.sleep(for: .seconds(60))
      world.note("outer")
    }
    #expect(report.outcome == .finished)
    #expect(notes(of: report) == ["true", "outer"])
    #expect(report.time == .seconds(60))
  }

  @Test func runsOnSeveralThreadsDoNotDisturbEachOther() async {
    let alone = run(.random, seed: 1, Scenario.starvation.body()).hash
    await withTaskGroup(of: UInt64.self) { group in
      for _ in 0..<8 { group.addTask { run(.random, seed: 1, Scenario.starvation.body()).hash } }
      for await hash in group { #expect(hash == alone) }
    }
  }

  @Test func tasksAreCancelledAtTheEndAndWhatTheyDoDoesNotCount() {
    let endings = Box(0)
    let body: Body = { world in
      world.spawn(name: "sleeper") {
        defer { endings.value += 1 }
        while !Task.isCancelled { try? await world.clock.sleep(for: .seconds(1_000)) }
        world.note("too late")
      }
      throw PlantedBug(description: "over")
    }
    let report = Simulation.run(SimulationOptions(timeLimit: .seconds(1), traceLimit: 100), body)
    #expect(endings.value == 1)
    #expect(report.unfinishedTasks == ["sleeper"])
    #expect(notes(of: report).isEmpty)
  }

  @Test func whatARunMadeIsGoneAfterIt() {
    final class Token: Sendable {
      let count: Box<Int>
      init(_ count: Box<Int>) {
        self.count = count
        count.value += 1
      }
      deinit { count.value -= 1 }
    }
    let alive = Box(0)
    for seed in 0..<100 {
      _ = run(.random, seed: UInt64(seed)) { world in
        let token = Token(alive)
        for name in ["a", "b"] {
          world.spawn(name: name) {
            try await world.clock.sleep(for: .seconds(10))
            withExtendedLifetime(token) {}
          }
        }
        async let child: Void = world.clock.sleep(for: .seconds(99))
        try await child
      }
    }
    #expect(alive.value == 0)
  }
}
