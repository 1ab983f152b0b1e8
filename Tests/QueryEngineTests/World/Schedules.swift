import Foundation
import Simulation
import Testing

/// Runs each test of a suite in many orders of the engine's tasks: what became ready first first, and then as so many seeds say.
struct Schedules: SuiteTrait, TestTrait, TestScoping {
  /// As many as can be had in a few seconds; `ENGINE_SCHEDULES` says another number.
  static let many = ProcessInfo.processInfo.environment["ENGINE_SCHEDULES"].flatMap { UInt64($0) } ?? 30

  let count: UInt64
  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    try await function()
    for seed in 1..<count + 1 {
      try await ChosenSchedule.$current.withValue(Self.options(seed)) { try await function() }
    }
  }

  private static func options(_ seed: UInt64) -> SimulationOptions {
    let kinds: [SchedulerKind] = [
      .random, .pct(depth: 2, length: 50), .partialOrder, .pct(depth: 3, length: 50), .starvation(limit: 20),
    ]
    return SimulationOptions(scheduler: kinds[Int(seed) % kinds.count], seed: seed)
  }
}

extension Trait where Self == Schedules {
  /// That many orders beside the first.
  static func schedules(_ count: UInt64) -> Self { Schedules(count: count) }
}

/// The order in which the tasks of the running test are run.
enum ChosenSchedule {
  @TaskLocal static var current = SimulationOptions()

  static func simulation() -> ManualSimulation { ManualSimulation(current) }
}
