import JSONRPC
import Recording
import Replay
import Simulation
import Synchronization
import Testing

@testable import Shrinking

/// A server in a simulation. A request that was cancelled while it looked the other way publishes all the same.
private actor ToyServer {
  private var cancelled: Set<Int> = []
  private(set) var publishedAfterCancel = false

  func answer(_ id: Int) async {
    for _ in 0..<3 { await Task.yield() }
    if cancelled.contains(id) { return }
    await Task.yield()
    if cancelled.contains(id) { publishedAfterCancel = true }
  }

  func cancel(_ id: Int) { cancelled.insert(id) }
}

private final class Counter: Sendable {
  private let state = Mutex(0)

  var value: Int { state.withLock { $0 } }

  func add(_ count: Int) { state.withLock { $0 += count } }
}

private struct PublishedAfterCancel: Error {}

/// Runs a candidate against it, each message in a task of its own, as far as it is one that takes time.
private func simulate(_ candidate: ShrinkCandidate) -> Attempt {
  let said = candidate.session.said
  var options = candidate.options.simulation
  options.recordsSchedule = true
  let report = Simulation.run(options) { world in
    let server = ToyServer()
    let open = Counter()
    func start(_ name: String, _ body: @escaping @Sendable () async -> Void) {
      open.add(1)
      world.spawn(name: name) {
        await body()
        open.add(-1)
      }
    }
    for message in said {
      let id = message.id ?? message.params["id"]?.integer ?? 0
      switch message.method {
      case "textDocument/completion": start("query \(id)") { await server.answer(id) }
      case "$/cancelRequest": start("cancel \(id)") { await server.cancel(id) }
      default: start("other") { await Task.yield() }
      }
      await Task.yield()
    }
    while open.value > 0 { try await world.clock.sleep(for: .milliseconds(1)) }
    if await server.publishedAfterCancel { throw PublishedAfterCancel() }
  }
  let signature: String? = if case .failed = report.outcome { "published after cancel" } else { nil }
  return Attempt(signature: signature, schedule: report.deviations, events: report.steps)
}

@Suite struct SimulatedTests {
  private func session(_ seed: UInt64) -> TestClient {
    PlantedSession.make(seed: seed, steps: 60, plantAt: 0) { _ in }.client
  }

  @Test(arguments: [SchedulerKind.random, .pct(depth: 3, length: 400), .partialOrder])
  func anOrderThatFailsBecomesAPreemptionOrTwo(_ kind: SchedulerKind) throws {
    let client = session(4)
    var options = RunOptions()
    #expect(simulate(ShrinkCandidate(session: client.session, options: options)).signature == nil)
    options.scheduler = kind
    let seed = (0..<300).first { seed in
      options.seed = UInt64(seed)
      return simulate(ShrinkCandidate(session: client.session, options: options)).signature != nil
    }
    options.seed = UInt64(try #require(seed))
    let result = try Shrinker().shrink(
      ShrinkCandidate(session: client.session, options: options), oracle: ClosureOracle(simulate))
    // Others may be needed: what is rare in any order may need company to happen in one that is found.
    let methods = result.candidate.session.methods
    #expect(methods.count <= 10)
    #expect(methods.filter { $0 == "textDocument/completion" }.count == 1 && methods.last == "$/cancelRequest")
    #expect((1...3).contains(result.measure.deviations), "\(result.candidate.options.scheduler)")
    #expect(result.isOneMinimal, "\(result.runs) runs: \(result.passes)")
    // Again, from what would stand in a file.
    let recording = result.candidate.recording(violation: result.signature)
    let again = ShrinkCandidate(session: recording, options: try #require(try RunOptions(recording.header.run)))
    #expect(simulate(again).signature == result.signature)
  }
}
