import Simulation
import SimulationScenarios
import Testing

@Suite struct DeadlockTests {
  @Test func itSaysWhoWaitsForWhatAndWhoHasIt() throws {
    var portfolio = Portfolio()
    let scenario = Scenario.twoActors
    let failure = portfolio.search(limit: 10_000, isFailure: scenario.isFailure) { scenario.body() }.failure
    let report = try #require(failure)
    guard case .deadlock(let tasks) = report.outcome else {
      Issue.record("\(report)")
      return
    }
    let there = try #require(tasks.first { $0.task == "there" })
    let back = try #require(tasks.first { $0.task == "back" })
    #expect(there.waitsFor == "other" && there.heldBy == "back" && !there.mayHaveEnded)
    #expect(back.waitsFor == "one" && back.heldBy == "there" && !back.mayHaveEnded)
    #expect(report.description.contains("there waits for other, which is held by back"))
  }

  @Test func tasksThatHaveEndedAreNotListed() {
    let report = run { world in
      try await world.spawn(name: "ended") {}.value
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    guard case .deadlock(let tasks) = report.outcome else {
      Issue.record("\(report)")
      return
    }
    #expect(tasks.map(\.task) == ["body"])
  }

  @Test func childrenAreListedAsSuchThatMayHaveEnded() {
    let report = run { world in
      async let child: Void = Noise().hop()
      await child
      await world.waiting(for: "nothing") { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }
    }
    guard case .deadlock(let tasks) = report.outcome else {
      Issue.record("\(report)")
      return
    }
    #expect(tasks.map(\.task) == ["body", "body.1"])
    #expect(tasks.map(\.mayHaveEnded) == [false, true])
    #expect(tasks[0].waitsFor == "nothing")
  }

  @Test func whatIsWaitedForIsForgottenAfterwards() {
    let report = run { world in
      try await world.waiting(for: "the clock") { try await world.clock.sleep(for: .seconds(1)) }
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
    }
    guard case .deadlock(let tasks) = report.outcome else {
      Issue.record("\(report)")
      return
    }
    #expect(tasks.map(\.waitsFor) == [nil])
  }

  @Test func aTaskThatIsNotOwnedIsHintedAt() {
    let report = run { _ in
      await Task.detached { await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in } }.value
    }
    #expect(report.outcome.description.hasPrefix("deadlock"))
    #expect(report.description.contains("Task.detached"))
    #expect(report.description.contains("Simulation.install()"))
  }
}
