import Testing

@testable import QueryEngine

struct SchedulerPropertyTests {
  @Test(arguments: [(1, 1), (1, 3), (2, 2), (2, 8), (3, 4), (8, 8)])
  func whateverComesEachIsAnsweredOnceAndNobodyStarves(width: Int, patience: Int) {
    var (shared, superseded, promoted, discarded) = (0, 0, 0, 0)
    for seed in 0..<250 {
      var model = SchedulerModel(
        seed: UInt64(seed) &* 31 &+ UInt64(width * 1000 + patience),
        policy: .init(width: width, patience: patience, quantum: 1 + seed % 4))
      model.run(events: 20 + seed % 200)
      let problem = model.problems.first
      guard problem == nil else {
        Issue.record("seed \(seed), width \(width), patience \(patience): \(problem ?? "")")
        return
      }
      shared += model.shared
      superseded += model.superseded
      promoted += model.promoted
      discarded += model.discardedSuspended
    }
    // Sequences in which nothing of the kind happens would prove nothing.
    #expect(shared > 100)
    #expect(superseded > 100)
    #expect(promoted > 10)
    #expect(discarded > 100)
  }
}
