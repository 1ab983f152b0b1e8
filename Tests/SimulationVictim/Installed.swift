import Simulation

/// What only belongs to a simulation when the process's executors were installed.
enum Installed: String {
  case plainTask, detachedTask, mainActor, realSleep, stream

  func run() -> SimulationReport {
    Simulation.run(SimulationOptions(scheduler: .random, seed: 3, traceLimit: 1_000)) { world in
      switch self {
      case .plainTask: await Task { try? await use(world, "plain") }.value
      case .detachedTask: await Task.detached { try? await use(world, "detached") }.value
      case .mainActor: await Screen.draw(world)
      case .realSleep: try await Task.sleep(for: .seconds(3_600))
      case .stream: await count(world)
      }
    }
  }

  private func count(_ world: SimulatedWorld) async {
    let (stream, continuation) = AsyncStream<Int>.makeStream()
    Task {
      for number in 0..<5 {
        try? await world.clock.sleep(for: .seconds(1))
        continuation.yield(number)
      }
      continuation.finish()
    }
    for await number in stream { world.note("\(number)") }
  }
}

private func use(_ world: SimulatedWorld, _ name: String) async throws {
  await Task.yield()
  try await world.clock.sleep(for: .seconds(60))
  world.note("\(name) task")
}

@MainActor
private enum Screen {
  static func draw(_ world: SimulatedWorld) async {
    world.note("draws")
    await Task.yield()
    world.note("drawn")
  }
}
