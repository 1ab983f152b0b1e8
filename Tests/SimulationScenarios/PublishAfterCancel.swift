import Simulation

private actor Publisher {
  private var cancelled = false
  private(set) var isLate = false

  func isWanted() -> Bool { !cancelled }
  func cancel() { cancelled = true }
  func publish() { if cancelled { isLate = true } }
}

extension Scenario {
  /// The worker asks whether its answer is still wanted, and then publishes it: what is cancelled between the two is published all
  /// the same. The cancel comes late, and eight other tasks are about.
  package static let publishAfterCancel = Scenario(
    "publish after cancel", places: ["body", "worker", "asked", "published", "editor", "cancelling", "noise", "end"]
  ) { change in
    { world in
      let publisher = Publisher()
      await change.at("body", world)
      let worker = world.spawn(name: "worker") {
        await change.at("worker", world)
        if await publisher.isWanted() {
          await change.at("asked", world)
          world.note("wanted")
          await publisher.publish()
        }
        await change.at("published", world)
      }
      let editor = world.spawn(name: "editor") {
        await change.at("editor", world)
        await makeNoise(world, change)
        await change.at("cancelling", world)
        world.note("cancel")
        await publisher.cancel()
      }
      await withDiscardingTaskGroup { group in
        for _ in 0..<8 { group.addTask { await makeNoise(world, change) } }
      }
      try await worker.value
      try await editor.value
      await change.at("end", world)
      if await publisher.isLate { throw PlantedBug(description: "published after the cancel") }
    }
  }
}

private func makeNoise(_ world: SimulatedWorld, _ change: Change) async {
  let noise = Noise()
  await noise.hop(times: 30)
  await change.at("noise", world)
  await noise.hop(times: 30)
}
