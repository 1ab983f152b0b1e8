import Measurement
import ProcessControl

/// Lets two clients speak in turn, so that what the machine does to one it does to the other: each burst of requests of one is followed or
/// preceded by the same burst of the other, in an order that is random.
///
/// Bursts are numbered. A client may begin its burst when the other has done as many (or one more, where the other goes first), or has come
/// to its end; so one of the two can always go on.
final class TurnTaking: Sendable {
  private struct State {
    var done: [Side: Int] = [:]
    var finished: Set<Side> = []
  }

  private let state = Monitor(State())
  private let seed: UInt64
  private let name: String

  init(seed: UInt64, name: String) {
    self.seed = seed
    self.name = name
  }

  func first(burst: Int) -> Side {
    var stream = RandomStream(seed: seed, name: "\(name), burst \(burst)")
    return stream.below(2) == 0 ? .base : .target
  }

  /// Waits until it is this side's turn.
  func begin(_ side: Side) {
    let burst = state.withLock { $0.done[side, default: 0] }
    let needed = first(burst: burst) == side ? burst : burst + 1
    _ = state.wait { state in
      state.finished.contains(side.other) || state.done[side.other, default: 0] >= needed ? true : nil
    }
  }

  func end(_ side: Side) {
    state.withLock { $0.done[side, default: 0] += 1 }
    state.broadcast()
  }

  func finish(_ side: Side) {
    state.withLock { _ = $0.finished.insert(side) }
    state.broadcast()
  }
}
