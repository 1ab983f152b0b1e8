import JSONRPC
import Recording
import Replay
import Simulation
import SyntheticConversations
import Testing

@testable import Shrinking

@Suite struct StatisticalTests {
  /// Fails in some of its runs only, and now and then in another way.
  private final class FlakyOracle: FailureOracle {
    private var choices: Choices
    private let rate: Int
    private let needs: (RecordedSession) -> Bool
    private(set) var runs = 0

    init(seed: UInt64, rate: Int, needs: @escaping (RecordedSession) -> Bool) {
      choices = Choices(seed: seed)
      self.rate = rate
      self.needs = needs
    }

    func attempt(_ candidate: ShrinkCandidate) -> Attempt {
      runs += 1
      if choices.draw("noise", below: 100) < 2 { return Attempt(signature: "something else") }
      let fails =
        needs(candidate.session) ? choices.draw("rate", below: 100) < rate : choices.draw("chance", below: 200) == 0
      return Attempt(signature: fails ? "it fails" : nil)
    }
  }

  @Test(arguments: 0..<5)
  func aFlakyFailureShrinksToTheRightThing(_ seed: Int) throws {
    let planted = PlantedSession.make(seed: UInt64(seed), steps: 60, plantAt: 30) { session in
      session.client.notify("x/one", [:])
      session.ask("hover", "file:///w/a.pike")
      session.client.notify("x/two", [:])
    }
    let flaky = FlakyOracle(seed: UInt64(seed), rate: 60) { session in
      guard let one = session.methods.firstIndex(of: "x/one") else { return false }
      return session.methods[one...].contains("x/two")
    }
    let oracle = StatisticalOracle(flaky, signature: "it fails")
    let candidate = ShrinkCandidate(session: planted.client.session, options: RunOptions())
    let result = try Shrinker(budget: ShrinkBudget(maximumRuns: 4000)).shrink(candidate, oracle: oracle)
    #expect(result.candidate.session.methods == ["initialize", "initialized", "x/one", "x/two"])
    #expect(result.runs == flaky.runs)
    #expect(result.isOneMinimal)
  }

  /// That there was no time to see a failure is not that there is none.
  @Test(arguments: [(0, ShrinkError.outOfTime), (3, .outOfTime), (5, .outOfTime), (1000, .passes)])
  func timeThatIsUpIsNoPass(_ runs: Int, _ expected: ShrinkError) throws {
    let failsFirst = FlakyOracle(seed: 1, rate: 0) { _ in true }
    let planted = PlantedSession.make(seed: 1, steps: 10, plantAt: 5) { $0.client.notify("x/one", [:]) }
    let candidate = ShrinkCandidate(session: planted.client.session, options: RunOptions())
    let isOver = { failsFirst.runs >= runs }
    #expect(throws: expected) {
      let oracle = try StatisticalOracle.tuned(failsFirst, to: candidate, signature: "it fails", isOver: isOver)
      _ = try Shrinker(budget: ShrinkBudget(isOver: isOver)).shrink(candidate, oracle: oracle)
    }
  }

  @Test func theTestDecidesByWhatItSees() {
    func decision(_ outcomes: [Bool]) -> (SequentialTest.Decision, Int) {
      var test = SequentialTest(low: 0.02, high: 0.3, error: 0.02)
      for outcome in outcomes where test.decision == .open { test.add(failed: outcome) }
      return (test.decision, test.runs)
    }
    #expect(decision([]) == (.open, 0))
    #expect(decision([true, true]) == (.fails, 2))
    #expect(decision(Array(repeating: false, count: 50)) == (.passes, 12))
    #expect(decision([true, false, false]).0 == .open)
    #expect(decision([true, false, false, true]).0 == .fails)
  }

  /// The errors are those that were allowed.
  @Test func theTestIsSeldomWrong() {
    var choices = Choices(seed: 9)
    func share(_ rate: Int, _ wrong: SequentialTest.Decision) -> Double {
      let count = (0..<2000).count { _ in
        var test = SequentialTest()
        while test.decision == .open { test.add(failed: choices.draw("run", below: 100) < rate) }
        return test.decision == wrong
      }
      return Double(count) / 2000
    }
    #expect(share(2, .fails) < 0.03)
    #expect(share(30, .passes) < 0.03)
  }
}
