import Measurement
import ProcessControl
import Synchronization
import Testing

@testable import Benchmarking

struct TurnTakingTests {
  /// Each burst as it begins.
  private final class Log: Sendable {
    let entries = Mutex<[(side: Side, burst: Int)]>([])
    func add(_ side: Side, _ burst: Int) { entries.withLock { $0.append((side, burst)) } }
  }

  private func play(_ turns: TurnTaking, bursts: [Side: Int]) -> [(side: Side, burst: Int)] {
    let log = Log()
    let threads = bursts.map { side, count in
      WorkerThread(name: "\(side)") {
        for burst in 0..<count {
          turns.begin(side)
          log.add(side, burst)
          turns.end(side)
        }
        turns.finish(side)
      }
    }
    for thread in threads { _ = thread.join() }
    return log.entries.withLock { $0 }
  }

  @Test(arguments: 1...20)
  func burstsAlternateInTheDrawnOrder(seed: UInt64) {
    let turns = TurnTaking(seed: seed, name: "t")
    let log = play(turns, bursts: [.base: 40, .target: 40])
    for burst in 0..<40 {
      let pair = log[2 * burst..<2 * burst + 2]
      #expect(pair.map(\.burst) == [burst, burst])
      #expect(pair.first?.side == turns.first(burst: burst))
    }
  }

  @Test func whoHasMoreToSayGoesOnAlone() {
    let log = play(TurnTaking(seed: 3, name: "t"), bursts: [.base: 5, .target: 30])
    #expect(log.count { $0.side == .target } == 30)
  }
}
