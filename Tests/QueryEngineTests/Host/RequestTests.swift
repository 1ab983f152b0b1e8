import PikeAnalysis
import PikeSyntax
import QueryEngine
import Simulation
import Testing

@testable import IncrementalQueries

@Suite(.schedules(Schedules.many)) struct RequestTests {
  @Test func aCancelledRequestIsAnsweredAtOnceAndNeverAgain() throws {
    let world = try World(steps: 5)
    try world.open(a, "one")
    world.drain()
    world.submit("1", .hover(a, origin))
    world.simulation.runOne()
    #expect(world.engine.cancel("1"))
    #expect(world.answers["1"].map(\.outcome) == [.cancelled(.requested)])
    #expect(!world.engine.cancel("1"))
    world.drain()
    #expect(world.answers["1"].count == 1)
  }

  @Test func cancelToStopIsMeasuredUntilNothingWorksAnyMore() throws {
    let world = try World(steps: 3) { $0.stepCost = { _ in .milliseconds(4) } }
    try world.open(a, "one")
    world.drain()
    world.submit("1", .hover(a, origin))
    world.drain()
    world.advance(by: .milliseconds(1))
    #expect(world.engine.cancel("1"))
    let answer = try #require(world.answers["1"].first)
    #expect(answer.metrics.isCancelled)
    #expect(answer.metrics.cancelToStop == nil)
    #expect(world.engine.statistics.stoppingRequests == 1)
    #expect(world.engine.statistics.recent.allSatisfy { $0.id != "1" })
    world.advance(by: .milliseconds(3))
    let record = try #require(world.engine.statistics.recent.last { $0.id == "1" })
    #expect(record.outcome == .cancelled)
    #expect(record.metrics.cancelToStop == .milliseconds(3))
    #expect(world.engine.statistics.stoppingRequests == 0)
  }

  @Test func anIdInUseIsRefusedAndFreeAgainOnceAnswered() throws {
    let world = try World(steps: 2)
    try world.open(a, "one")
    world.submit("1", .hover(a, origin))
    world.submit("1", .definition(a, origin))
    let outcomes = world.answers["1"].map(\.outcome)
    #expect(outcomes == [.rejected("a request with the id 1 is open")])
    world.drain()
    #expect(world.answers["1"].last?.outcome.text == "one")
    #expect(world.ask("1", .hover(a, origin))?.outcome.text == "one")
    world.submit("1", .hover(a, origin))
    world.engine.cancel("1")
    #expect(world.ask("1", .hover(a, origin))?.outcome.text == "one")
    #expect(world.answers["1"].count == 5)
  }

  @Test func identicalRequestsAreComputedOnce() throws {
    let world = try World()
    try world.open(a, "one")
    world.drain()
    for id in ["1", "2", "3"] { world.submit(id, .hover(a, origin)) }
    world.engine.cancel("1")
    world.drain()
    #expect(world.answers["1"].map(\.outcome) == [.cancelled(.requested)])
    #expect(world.answers["2"].map(\.outcome.text) == ["one"])
    #expect(world.answers["3"].map(\.metrics.isShared) == [true])
    #expect(world.engine.statistics[.interactive].scheduling.shared == 2)
  }

  @Test func aNewerCompletionSupersedesTheOlder() throws {
    let world = try World()
    try world.open(a, "one")
    world.submit("1", .completion(a, origin))
    world.submit("2", .completion(a, TextPosition(line: 0, column: 1)))
    #expect(world.answers["1"].map(\.outcome) == [.cancelled(.superseded)])
    world.drain()
    #expect(world.answers["2"].map(\.outcome.paths) == [[]])
    #expect(world.engine.statistics[.typing].scheduling.superseded == 1)
  }

  @Test func aTypingRequestPassesABackgroundOneBetweenItsSteps() throws {
    let world = try World(steps: 10) { $0.width = 1 }
    try world.open(a, "one")
    world.drain()
    world.submit("slow", .libraryIndex)
    world.simulation.runOne()
    world.submit("quick", .completion(a, origin))
    world.drain()
    #expect(world.answers.all.map(\.id) == ["quick", "slow"])
  }

  @Test func everyRequestIsToldOf() throws {
    let world = try World { $0.stepCost = { _ in .milliseconds(2) } }
    try world.open(a, "one")
    world.drain()
    world.submit("result", .diagnostics(a))
    world.submit("cancelled", .hover(a, origin))
    world.engine.cancel("cancelled")
    world.submit("none", .hover(a, origin), at: .fixed(Revision(99)))
    world.submit("result", .hover(a, origin))
    world.drain()
    world.advance(by: .milliseconds(2))
    let records = world.engine.statistics.recent
    #expect(records.map(\.id).sorted() == ["cancelled", "none", "result", "result"])
    #expect(records.map(\.outcome).filter { $0 == .rejected }.count == 1)
    let result = try #require(records.last { $0.outcome == .result })
    #expect(result.metrics.duration == .milliseconds(2))
    #expect(result.metrics.queueWait == .zero)
    #expect(result.metrics.isCacheHit)
    #expect(result.snapshotUsed == world.engine.revision)
    #expect(result.metrics.work[WorkKind(index: 0)] == 1)
    #expect(world.engine.statistics.work[WorkKind(index: 0)] == 1)
    #expect(world.engine.statistics[.typing].results == 1)
    #expect(world.engine.statistics[.interactive].refused == 2)
  }

  @Test func theRingOfMetricsForgetsTheOldest() throws {
    let world = try World { $0.recentMetrics = 3 }
    try world.open(a, "one")
    for id in 1...5 { _ = world.ask("\(id)", .hover(a, origin)) }
    #expect(world.engine.statistics.recent.map(\.id) == ["3", "4", "5"])
    #expect(world.engine.statistics[.interactive].answered == 5)
  }

  @Test func unwantedDiagnosticsAreLeftOutAsOfTheirSetting() throws {
    let world = try World()
    let before = try world.open(a, "one")
    var settings = EngineSettings()
    settings.disabledDiagnostics = ["text"]
    _ = try world.engine.updateSettings(settings)
    #expect(world.ask("1", .diagnostics(a))?.outcome == .result(.diagnostics([])))
    #expect(world.ask("2", .diagnostics(a), at: .fixed(before))?.outcome.text == "one")
  }

  /// A step that does not keep its promises must not take the engine with it.
  struct BrokenStepper: FeatureStepper {
    let interruption: QueryInterruption
    mutating func step(in context: QueryContext) throws(QueryInterruption) -> FeatureResult? { throw interruption }
  }

  @Test(arguments: [
    QueryInterruption.cancelled,
    .missing(MissingInput(input: SourceInput.self, key: a)),
    .missing(MissingInput(input: SourceInput.self, key: "not a file")),
    .missing(MissingInput(input: ProjectInput.self, key: Whole.whole)),
  ])
  func aDefectFailsItsRequestAlone(_ interruption: QueryInterruption) throws {
    let world = try World {
      let sound = $0.stepper
      $0.stepper = { query in
        if case .hover = query.request { BrokenStepper(interruption: interruption) } else { sound(query) }
      }
    }
    try world.open(a, "one")
    let outcome = world.ask("1", .hover(a, origin))?.outcome
    guard case .failed = outcome else {
      Issue.record("it should have failed, not \(String(describing: outcome))")
      return
    }
    #expect(world.ask("2", .diagnostics(a))?.outcome.text == "one")
    #expect(world.engine.statistics.runningComputations == 0)
  }
}
