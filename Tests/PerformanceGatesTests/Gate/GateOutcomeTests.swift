import Measurement
import PerformanceGates
import SyntheticMeasurements
import Testing

/// Each way in which a gate can end, as documented: only two calm rounds without a slowdown pass.
@Suite struct GateOutcomeTests {
  private func rounds(_ effects: [Double], count: Int? = nil) -> [Comparison.Round] {
    effects.enumerated().map { index, effect in
      Sample.round([Sample.series(effect: effect, seed: UInt64(index + 1))], seed: UInt64(index + 1))
    }
  }

  private func check(
    _ comparison: Comparison, _ outcome: GateOutcome, exit: Int32, says: String = "",
    budgets: Budgets = Sample.budgets(),
    plan: GatePlan = .gate, today: CalendarDay = Sample.today, pinnedCorpus: String = Sample.corpus,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let report = Sample.report(comparison, budgets: budgets, plan: plan, today: today, pinnedCorpus: pinnedCorpus)
    let said = report.reasons.map(\.description) + report.paths.flatMap(\.reasons) + report.suites.map(\.detail)
    #expect(report.outcome == outcome, "\(said)", sourceLocation: sourceLocation)
    #expect(report.exitCode == exit, sourceLocation: sourceLocation)
    #expect(says.isEmpty || said.contains { $0.contains(says) }, "\(said)", sourceLocation: sourceLocation)
  }

  // MARK: Rounds

  @Test func twoCalmRoundsPass() { check(Sample.comparison(rounds: rounds([0, 0])), .pass, exit: 0) }

  @Test func oneRoundIsNotEnough() {
    check(Sample.comparison(rounds: rounds([0])), .unresolved, exit: 4)
    check(Sample.comparison(rounds: rounds([0])), .pass, exit: 0, plan: .check)
  }

  @Test func aSlowdownFailsWhenAFreshRoundShowsItToo() {
    check(Sample.comparison(rounds: rounds([0.06, 0.06])), .fail, exit: 1, says: "slower by +6")
    check(Sample.comparison(rounds: rounds([0.06])), .unresolved, exit: 4)
    check(Sample.comparison(rounds: rounds([0.06])), .fail, exit: 1, plan: .check)
  }

  /// A failure that does not come again is no failure, and no pass before two rounds in a row passed.
  @Test func aFailureThatDoesNotComeAgainNeedsTwoPassesAfterIt() {
    check(Sample.comparison(rounds: rounds([0.06, 0])), .unresolved, exit: 4)
    check(Sample.comparison(rounds: rounds([0.06, 0, 0])), .pass, exit: 0)
  }

  /// Both pass the limit of 3 %, but they cannot both be right.
  @Test func roundsThatContradictEachOtherDoNotPass() {
    check(Sample.comparison(rounds: rounds([-0.05, 0.01])), .unresolved, exit: 4)
    check(Sample.comparison(rounds: rounds([-0.05, 0.01, 0.01])), .pass, exit: 0)
    check(Sample.comparison(rounds: rounds([0.01, -0.05, 0.01, -0.05])), .unresolved, exit: 4)
  }

  @Test(arguments: [(8, 0.025), (10, 0.025), (20, 0.015), (60, 0.015)])
  func roundsAgreeMoreCloselyTheMoreRestartsTheyHad(_ restarts: Int, _ tolerance: Double) {
    let limit = EffectLimit(share: 0.03).logRatio(base: 1)
    #expect(abs(GatePlan.agreement(restarts: restarts, limit: limit) - tolerance) < 1e-12)
    let between = GatePlan.agreement(restarts: 14, limit: limit)
    #expect(between > 0.015 && between < 0.025)
    #expect(abs(GatePlan.agreement(restarts: restarts, limit: 4 * limit) - 4 * tolerance) < 1e-12)
    #expect(abs(GatePlan.agreement(restarts: restarts, limit: limit / 4) - tolerance) < 1e-12)
  }

  @Test func whatStaysOpenEndsUnresolved() {
    var noise = Sample.noise
    noise.bias = 0.03
    let open = (1...4).map { index in
      Sample.round([Sample.series(effect: 0.03, restarts: 60, seed: UInt64(index), noise: noise)], seed: UInt64(index))
    }
    let session = GateSession(
      Sample.comparison(rounds: open), budgets: Sample.budgets(), plan: .gate, today: Sample.today,
      pinnedCorpus: Sample.corpus)
    #expect(session.next == .done)
    #expect(session.report().outcome == .unresolved)
    #expect(session.report().paths[0].reasons[0].contains("too close to the limit"))
  }

  // MARK: What says nothing

  @Test func expiredBudgetsAreInvalid() {
    let comparison = Sample.comparison(rounds: rounds([0, 0]))
    check(comparison, .invalid, exit: 3, says: "expired on 2027-03-01", today: Sample.today.advanced(by: 61))
    check(comparison, .pass, exit: 0, today: Sample.today.advanced(by: 60))
    check(comparison, .invalid, exit: 3, says: "dated", today: Sample.today.advanced(by: -31))
  }

  @Test func aChangedCorpusIsInvalid() {
    let comparison = Sample.comparison(rounds: rounds([0, 0]))
    check(comparison, .invalid, exit: 3, says: "measure both in this change", pinnedCorpus: "deadbeef")
    var other = comparison
    other.target.corpus = "deadbeef"
    check(other, .invalid, exit: 3, says: "give both the same")
    other.base.corpus = "deadbeef"
    check(other, .invalid, exit: 3, says: "the corpus is deadbeef")
  }

  @Test func aMissingPathIsInvalid() {
    let paths = [PathBudget(name: "startup"), PathBudget(name: "hover")]
    check(
      Sample.comparison(rounds: rounds([0, 0])), .invalid, exit: 3,
      says: "\"hover\" has a budget, but was not measured",
      budgets: Sample.budgets(paths))
    // It is there, but this round left it out.
    check(
      Sample.comparison(paths: ["startup", "hover"], rounds: rounds([0, 0])), .invalid, exit: 3, says: "\"hover\"",
      budgets: Sample.budgets(paths))
  }

  @Test func unequalPathsAreInvalid() {
    var comparison = Sample.comparison(rounds: rounds([0, 0]))
    comparison.target.paths.append("hover")
    check(comparison, .invalid, exit: 3, says: "only target: hover")
    comparison.base.paths = ["hover"]
    check(comparison, .invalid, exit: 3, says: "only target: startup")
  }

  @Test func anEmptyComparisonIsInvalid() {
    check(
      Sample.comparison(paths: [], rounds: []), .invalid, exit: 3, says: "no path was measured",
      budgets: Sample.budgets([]))
    check(Sample.comparison(rounds: []), .invalid, exit: 3, says: "no path was measured")
    var empty = Sample.series()
    empty.restarts = []
    check(Sample.comparison(rounds: [Sample.round([empty])]), .invalid, exit: 3, says: "has no restarts")
    check(Sample.comparison(rounds: [Sample.round([])]), .invalid, exit: 3, says: "was not measured")
  }

  @Test func allRoundsOfAComparisonMustPassAndAgree() {
    func outcome(_ effects: [Double]) -> GateOutcome {
      let comparison = Sample.comparison(rounds: rounds(effects))
      return Sample.report(comparison, plan: .check(comparison)).outcome
    }
    #expect(outcome([0]) == .pass && outcome([0, 0, 0]) == .pass)
    #expect(outcome([0, 0.06]) == .fail && outcome([0.06, 0]) == .fail)
    #expect(outcome([0, -0.1]) == .unresolved)
  }

  /// A gate goes on with the paths that are open.
  @Test func whatAGateMeasuredIsJudgedAsByAGate() {
    func outcome(_ startup: [Double], other: [Double]) -> GateOutcome {
      let paths = [("startup", startup), ("other", other)]
      let rounds = (0..<max(startup.count, other.count)).map { index in
        Sample.round(
          paths.filter { index < $0.1.count }.map { Sample.series($0.0, effect: $0.1[index], seed: UInt64(index + 1)) },
          seed: UInt64(index + 1))
      }
      let comparison = Sample.comparison(paths: paths.map(\.0), rounds: rounds)
      return Sample.report(comparison, plan: .check(comparison)).outcome
    }
    #expect(outcome([0, 0], other: [-0.05, 0, 0]) == .pass)
    #expect(outcome([0, 0], other: [-0.1, 0, -0.1, 0]) == .unresolved)
    #expect(outcome([0.06, 0.06], other: [0, 0, 0]) == .fail)
    // One round is not enough because another path had more.
    #expect(outcome([0], other: [0, 0]) != .pass)
  }

  @Test func tooFewRestartsAreNoPass() {
    let few = Sample.comparison(rounds: [Sample.round([Sample.series(restarts: 7)])])
    check(few, .unresolved, exit: 4, plan: .check)
  }

  @Test func unequalAnswersAreInvalid() {
    var other = Sample.series()
    other.answers.target = "b2"
    check(Sample.comparison(rounds: [Sample.round([other])]), .invalid, exit: 3, says: "answer differently")
  }

  @Test func aPathMeasuredTwiceIsInvalid() {
    let twice = Sample.round([Sample.series(), Sample.series(seed: 2)])
    check(Sample.comparison(rounds: [twice]), .invalid, exit: 3, says: "twice")
  }

  // MARK: Noise

  /// Noisy rounds do not count, and after three of them the gate gives up.
  @Test func aNoisyMachineIsInvalid() {
    var noisy = rounds([0, 0, 0])
    for index in noisy.indices { noisy[index].machine = MachineNoise(steal: [0.5, 0.4]) }
    check(Sample.comparison(rounds: noisy), .invalid, exit: 4, says: "less crowded")
    let calm = Array(noisy.prefix(2)) + rounds([0, 0])
    check(Sample.comparison(rounds: calm), .pass, exit: 0)
    check(Sample.comparison(rounds: Array(noisy.prefix(1))), .invalid, exit: 4, says: "less crowded")
  }

  @Test func aRoundThatTellsBaseFromItselfIsInvalid() {
    let series = [Sample.series()]
    let alarm = Comparison.Round(series: series + Sample.selfTests(control: 0.06))
    check(
      Sample.comparison(rounds: [alarm, alarm, alarm]), .invalid, exit: 4, says: "base against itself came out as fail")
  }

  @Test func aRoundThatMissesPlantedWorkIsInvalid() {
    let blind = Comparison.Round(series: [Sample.series()] + Sample.selfTests(planted: 0))
    check(Sample.comparison(rounds: [blind, blind, blind]), .invalid, exit: 4, says: "this run is blind")
  }

  @Test func aRoundWithoutSelfTestIsInvalid() {
    let round = Comparison.Round(series: [Sample.series()])
    check(Sample.comparison(rounds: [round, round]), .invalid, exit: 3, says: "has no self-test (control)")
    check(Sample.comparison(rounds: [round]), .pass, exit: 0, plan: .check)
  }

  @Test func restartsThatDriftAreInvalid() {
    var drifting = Sample.series(restarts: 60)
    drifting.restarts = (0..<60).map { restart in
      // Each restart is slower than the one before it; the first eight lie about the limit.
      var noise = Sample.noise
      noise.bias = 0
      var stream = RandomStream(seed: UInt64(restart), name: "drift")
      let samples = noise.samples(effect: 0.004 * Double(restart) + 0.016, restart: 0, of: 1, stream: &stream)
      return Series.Restart(wall: samples, first: Array(repeating: .base, count: samples.count))
    }
    let rounds = Array(repeating: Sample.round([drifting]), count: 3)
    check(Sample.comparison(rounds: rounds), .invalid, exit: 4, says: "from the first restart to the last")
  }

  // MARK: Suites

  @Test func suitesMustBeGreen() {
    var plan = GatePlan.gate
    plan.suites = ["typing", "cancel-storm"]
    let comparison = Sample.comparison(rounds: rounds([0, 0]))
    let typing = SuiteResult(name: "typing", outcome: .pass)
    check(comparison, .invalid, exit: 3, says: "suite \"cancel-storm\" was not run", plan: plan)
    let failing = SuiteResult(name: "cancel-storm", outcome: .fail, detail: "INV-04")
    #expect(Sample.report(comparison, plan: plan, suites: [typing, failing]).outcome == .fail)
    let green = SuiteResult(name: "cancel-storm", outcome: .pass)
    #expect(Sample.report(comparison, plan: plan, suites: [typing, green]).outcome == .pass)
  }

  @Test(arguments: [
    ([GateOutcome](), GateOutcome.invalid), ([.pass], GateOutcome.pass), ([.pass, .unresolved], .unresolved),
    ([.unresolved, .invalid], .invalid),
    ([.pass, .invalid, .fail], .fail),
  ])
  func nothingPassesUnlessAllPass(_ outcomes: [GateOutcome], _ expected: GateOutcome) {
    #expect(GateOutcome.all(outcomes) == expected)
  }
}
