import Simulation

private actor Lease {
  private var renewals = 0

  func renew() { renewals += 1 }
  func isRenewed() -> Bool { renewals > 0 }
}

extension Scenario {
  /// The lease is renewed by a task that comes soon, almost always.
  package static let starvation = Scenario(
    "starvation", places: ["body", "renewer", "renewed", "worker", "working", "other", "checking", "end"]
  ) { change in
    { world in
      let lease = Lease()
      await change.at("body", world)
      let renewer = world.spawn(name: "renewer") {
        await change.at("renewer", world)
        await lease.renew()
        await change.at("renewed", world)
      }
      let worker = world.spawn(name: "worker") {
        await change.at("worker", world)
        let noise = Noise()
        await noise.hop(times: 100)
        await change.at("working", world)
        await noise.hop(times: 100)
        await change.at("checking", world)
        guard await lease.isRenewed() else { throw PlantedBug(description: "the lease ran out") }
      }
      world.spawn(name: "other") {
        await change.at("other", world)
        for _ in 0..<20 { await Task.yield() }
      }
      try await worker.value
      try await renewer.value
      await change.at("end", world)
    }
  }
}
