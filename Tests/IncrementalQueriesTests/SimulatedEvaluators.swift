import IncrementalQueries
import Synchronization

/// Writers, readers of old and new snapshots and a cleaner in one world and on one thread. Between the steps of a query others may
/// come in, as they would on threads of their own, but the same for each seed.
final class SimulatedEvaluators: Sendable {
  private let world: GraphWorld
  private let state: Mutex<State>

  private struct State {
    var random: SplitMix
    var retained: [Snapshot] = []
    /// How many evaluations are on the stack.
    var nesting = 0
    var tokens: [CancellationToken] = []
  }

  init(_ world: GraphWorld) {
    self.world = world
    state = Mutex(State(random: SplitMix(seed: ~world.seed), retained: [world.database.snapshot]))
  }

  func run(steps: Int) {
    let interleavingPercent = [0, 0, 3, 10][draw(4)]
    if interleavingPercent > 0 {
      world.setInterleaving { [self] in
        if draw(100) < interleavingPercent, state.withLock({ $0.nesting < 4 }) { step() }
      }
    }
    for _ in 0..<steps { step() }
    // What is retained holds to the end.
    for snapshot in state.withLock({ $0.retained }) { ask(at: snapshot) }
  }

  private func draw(_ bound: Int) -> Int { state.withLock { $0.random.below(bound) } }

  private func step() {
    switch draw(20) {
    case 0..<3: write()
    case 3..<5: ask(at: state.withLock { $0.retained[$0.random.below($0.retained.count)] })
    case 5: removeUnused()
    case 6: discover()
    case 7: state.withLock { $0.tokens.last }?.cancel()
    case 8: retain()
    default: ask(at: world.database.snapshot)
    }
  }

  private func write() {
    var random = state.withLock { SplitMix(seed: Int(truncatingIfNeeded: $0.random.next())) }
    world.write(using: &random)
  }

  private func discover() {
    var random = state.withLock { SplitMix(seed: Int(truncatingIfNeeded: $0.random.next())) }
    world.discover(draw(world.graph.inputCount), using: &random)
  }

  private func removeUnused() {
    let newest = world.database.snapshot.revision.number
    world.database.removeUnused(before: Revision(newest + 2 - min(newest, UInt64(draw(4)))))
  }

  private func retain() {
    let snapshot = world.database.snapshot
    state.withLock { state in
      if state.retained.count < 4 {
        state.retained.append(snapshot)
      } else {
        state.retained[state.random.below(4)] = snapshot
      }
    }
  }

  private func ask(at snapshot: Snapshot) {
    let token = CancellationToken()
    var random = state.withLock { state in
      state.nesting += 1
      state.tokens.append(token)
      return SplitMix(seed: Int(truncatingIfNeeded: state.random.next()))
    }
    world.ask(draw(world.graph.nodes.count), at: snapshot, cancellation: token, using: &random)
    state.withLock { state in
      state.nesting -= 1
      state.tokens.removeLast()
    }
  }
}
