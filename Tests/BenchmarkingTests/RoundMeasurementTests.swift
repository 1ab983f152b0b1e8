import Measurement
import Testing

@testable import Benchmarking
@testable import PerformanceGates

/// Two programs that are numbers.
private struct FakeContest: Contest {
  let base = Contestant(command: ["base"], directory: nil, corpus: "c", paths: ["a", "b"])
  let target = Contestant(command: ["target"], directory: nil, corpus: "c", paths: ["a", "b"])
  let selfTestPath = "a"
  /// target / base of path b.
  var ratio = 1.0
  /// Whether planted work shows.
  var seesPlanted = true
  /// The restart from which answers differ.
  var differsFrom = Int.max

  /// A path that brings no samples.
  var silent = ""

  func restart(_ number: Int, _ plans: [RestartPlan]) throws(BenchmarkingError) -> [RestartResult] {
    plans.filter { $0.path != silent }.map { plan in
      var stream = RandomStream(seed: UInt64(number), name: "\(plan.kind) \(plan.path)")
      let bias = 1 + (stream.uniform() - 0.5) * 0.01
      let factor =
        switch plan.kind {
        case .path: plan.path == "b" ? ratio : 1
        case .control: 1.0
        case .planted: seesPlanted ? 1.05 : 1
        }
      let base = (0..<plan.pairs).map { _ in 1e6 * (1 + stream.uniform() * 0.02) }
      let target = base.map { $0 * factor * bias * (1 + (stream.uniform() - 0.5) * 0.02) }
      let first = base.indices.map { $0 % 2 == 0 ? Side.base : .target }
      return RestartResult(
        kind: plan.kind, path: plan.path, batch: plan.batch ?? 1,
        answers: BySide(base: "x", target: number % 1000 >= differsFrom ? "y" : "x"),
        samples: Series.Restart(wall: try! PairedSamples(base: base, target: target), first: first),
        counters: [("queries", BySide(base: 3, target: 3))], peakMemory: BySide(base: 7, target: 7 + number % 1000))
    }
  }
}

struct RoundMeasurementTests {
  private static let today = CalendarDay(year: 2026, month: 12, day: 1)!

  private func gate(_ contest: FakeContest) throws -> (GateReport, [Int]) {
    let budgets = Budgets(
      expires: Self.today, evidence: .init(measured: Self.today, commit: "c", artefact: "a"), corpus: "c",
      defaults: Limits(medianPercent: 3))
    func revision(_ contestant: Contestant) -> Comparison.Revision {
      .init(name: contestant.command[0], commit: nil, command: [], corpus: contestant.corpus, paths: contestant.paths)
    }
    let comparison = Comparison(
      created: "", tool: "", base: revision(contest.base), target: revision(contest.target),
      environment: MeasuredEnvironment(machine: "m", cores: 1), seed: 1)
    var session = GateSession(comparison, budgets: budgets, plan: .gate, today: Self.today, pinnedCorpus: "c")
    var measurement = RoundMeasurement(contest, hasSelfTest: true)
    var restarts: [Int] = []
    while case .measure(let plans) = session.next {
      let round = try measurement.measure(plans, rule: session.plan.rule)
      restarts.append(round.series.map(\.restarts.count).max() ?? 0)
      session.add(round)
    }
    return (session.report(), restarts)
  }

  @Test func whatIsTheSamePassesAfterTwoRoundsOfEightRestarts() throws {
    let (report, restarts) = try gate(FakeContest())
    #expect(report.outcome == .pass, "\(report.paths.map(\.reasons)) \(report.rounds.map(\.reasons))")
    #expect(restarts == [8, 8])
    #expect(report.paths.map { $0.peakMemory?.target } == [15, 15])
  }

  @Test func whatIsSlowerFailsAndTheOtherPathDoesNot() throws {
    let (report, _) = try gate(FakeContest(ratio: 1.05))
    #expect(report.paths.map(\.outcome) == [.pass, .fail])
  }

  @Test func aRoundThatIsBlindIsInvalid() throws {
    let (report, _) = try gate(FakeContest(seesPlanted: false))
    #expect(report.outcome == .invalid)
    #expect(report.exitCode == 4)
  }

  @Test func answersThatDifferOnceAreNoComparison() throws {
    let (report, _) = try gate(FakeContest(differsFrom: 5))
    #expect(report.outcome == .invalid)
    #expect(report.exitCode == 3)
  }

  @Test func aPathThatBringsNothingEndsTheRoundAndIsNoPass() throws {
    let (report, restarts) = try gate(FakeContest(silent: "b"))
    #expect(restarts.allSatisfy { $0 <= StoppingRule.standard.cap })
    #expect(report.outcome == .invalid)
    #expect(report.exitCode == 3)
  }

  @Test func aPersonMayEndIt() throws {
    var measurement = RoundMeasurement(FakeContest(), hasSelfTest: false)
    measurement.isInterrupted = { true }
    let plan = GateSession.PathPlan(
      name: "a", fewestPairs: 10, comparison: PairedComparison(limit: EffectLimit(share: 0.03)))
    #expect(throws: BenchmarkingError.self) { try measurement.measure([plan], rule: .standard) }
  }
}
