import Foundation
import IncrementalQueries
import Synchronization
import Testing

/// Whatever was asked, written, let go or cancelled before and meanwhile: an answer is what it would be in an empty database.
@Suite struct AnswersTests {
  /// More seeds are tried with `QUERY_SEEDS=5000`.
  private static let seedCount = ProcessInfo.processInfo.environment["QUERY_SEEDS"].flatMap { Int($0) } ?? 300

  @Test func everyAnswerIsWhatItWouldBeWithoutMemos() {
    var comparisons = 0
    for seed in 0..<Self.seedCount {
      let world = GraphWorld(seed: seed)
      SimulatedEvaluators(world).run(steps: 60)
      comparisons += world.finish()
    }
    #expect(comparisons > Self.seedCount * 20)
  }

  @Test func everyAnswerToSeveralThreadsIsWhatItWouldBeWithoutMemos() async {
    var comparisons = 0
    for seed in 0..<(Self.seedCount / 5) {
      let world = GraphWorld(seed: seed)
      await withTaskGroup(of: Void.self) { group in
        for thread in 0..<4 {
          group.addTask { Self.work(in: world, thread: thread) }
        }
      }
      comparisons += world.finish()
    }
    #expect(comparisons > Self.seedCount * 10)
  }

  private static func work(in world: GraphWorld, thread: Int) {
    var random = SplitMix(seed: world.seed * 4 + thread)
    var retained = world.database.snapshot
    for _ in 0..<50 {
      let node = random.below(world.graph.nodes.count)
      switch random.below(10) {
      case 0, 1: world.write(using: &random)
      case 2: world.ask(node, at: retained, using: &random)
      case 3: retained = world.database.snapshot
      case 4: world.database.removeUnused(before: retained.revision.next)
      default: world.ask(node, at: world.database.snapshot, using: &random)
      }
    }
  }
}
