import Simulation

/// An account that is locked while a transfer lasts.
private actor Account {
  let name: String
  private var isLocked = false
  private var waiting: [UnsafeContinuation<Void, Never>] = []

  init(_ name: String) { self.name = name }

  func lock() async {
    guard isLocked else {
      isLocked = true
      return
    }
    await withUnsafeContinuation { waiting.append($0) }
  }

  func unlock() {
    if waiting.isEmpty { isLocked = false } else { waiting.removeFirst().resume() }
  }
}

extension Scenario {
  /// Two transfers in opposite directions; each locks where the money comes from first.
  package static let twoActors = Scenario(
    "deadlock of two actors", places: ["body", "there", "back", "before", "holding", "locked", "after", "end"]
  ) { change in
    { world in
      let (one, other) = (Account("one"), Account("other"))
      await change.at("body", world)
      let there = world.spawn(name: "there") {
        await change.at("there", world)
        for _ in 0..<3 { await transfer(from: one, to: other, world, change) }
      }
      let back = world.spawn(name: "back") {
        await change.at("back", world)
        let noise = Noise()
        await noise.hop(times: 40)
        await transfer(from: other, to: one, world, change)
      }
      try await there.value
      try await back.value
      await change.at("end", world)
    }
  }
}

private func transfer(from source: Account, to target: Account, _ world: SimulatedWorld, _ change: Change) async {
  await change.at("before", world)
  await world.waiting(for: source.name) { await source.lock() }
  await world.holding(source.name) {
    await change.at("holding", world)
    await world.waiting(for: target.name) { await target.lock() }
    await world.holding(target.name) { await change.at("locked", world) }
  }
  await target.unlock()
  await source.unlock()
  await change.at("after", world)
}
