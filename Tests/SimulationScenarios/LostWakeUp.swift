import Simulation

/// Tells those who wait when something is there; but looking and waiting are two calls.
private actor Mailbox {
  private var isFull = false
  private var waiting: [UnsafeContinuation<Void, Never>] = []

  func look() -> Bool { isFull }

  func wait() async { await withUnsafeContinuation { waiting.append($0) } }

  func put() {
    isFull = true
    for waiter in waiting { waiter.resume() }
    waiting = []
  }
}

extension Scenario {
  /// The consumer looks, and then waits: what is put between the two wakes nobody up.
  package static let lostWakeUp = Scenario(
    "lost wake-up", places: ["body", "consumer", "looked", "received", "producer", "producing", "produced", "end"]
  ) { change in
    { world in
      let mailbox = Mailbox()
      await change.at("body", world)
      let consumer = world.spawn(name: "consumer") {
        await change.at("consumer", world)
        if await !mailbox.look() {
          await change.at("looked", world)
          await world.waiting(for: "the mailbox") { await mailbox.wait() }
        }
        await change.at("received", world)
        world.note("received")
      }
      let producer = world.spawn(name: "producer") {
        await change.at("producer", world)
        let noise = Noise()
        await noise.hop(times: 10)
        await change.at("producing", world)
        await mailbox.put()
        await change.at("produced", world)
      }
      try await producer.value
      try await consumer.value
      await change.at("end", world)
    }
  }
}
