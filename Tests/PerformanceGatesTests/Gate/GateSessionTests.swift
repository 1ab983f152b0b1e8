import Measurement
import PerformanceGates
import Testing

@Suite struct GateSessionTests {
  private func session(_ paths: [String], budgets: Budgets, today: CalendarDay = Sample.today) -> GateSession {
    GateSession(
      Sample.comparison(paths: paths), budgets: budgets, plan: .gate, today: today, pinnedCorpus: Sample.corpus)
  }

  private func names(_ next: GateSession.Next) -> [String] {
    if case .measure(let paths) = next { paths.map(\.name) } else { [] }
  }

  /// What is decided is not measured again; what failed is, alone.
  @Test func eachRoundMeasuresWhatIsStillOpen() {
    let budgets = Sample.budgets(["startup", "hover"].map { PathBudget(name: $0, limits: Limits(medianPercent: 3)) })
    var session = session(["startup", "hover"], budgets: budgets)
    #expect(names(session.next) == ["startup", "hover"])
    session.add(Sample.round([Sample.series("startup"), Sample.series("hover", effect: 0.06)]))
    #expect(names(session.next) == ["startup", "hover"])
    session.add(Sample.round([Sample.series("startup", seed: 2), Sample.series("hover", seed: 2)], seed: 2))
    #expect(names(session.next) == ["hover"])
    session.add(Sample.round([Sample.series("hover", seed: 3)], seed: 3))
    #expect(session.next == .done)
    let report = session.report()
    #expect(report.outcome == .pass && report.paths.map(\.rounds.count) == [2, 3])
  }

  /// Nothing is measured for a verdict that is known beforehand.
  @Test func withExpiredBudgetsNothingIsMeasured() {
    let session = session(["startup"], budgets: Sample.budgets(), today: Sample.today.advanced(by: 400))
    #expect(session.next == .done)
    #expect(session.report().outcome == .invalid)
  }

  /// The plan's comparison says when a path has enough restarts.
  @Test func thePlanCarriesTheLimitOfThePath() throws {
    let session = session(["startup"], budgets: Sample.budgets())
    guard case .measure(let paths) = session.next, var path = paths.first?.comparison else {
      Issue.record("nothing to measure")
      return
    }
    #expect(path.state == .needs(8))
    for restart in Sample.series(effect: 0.06).summaries { path.add(restart) }
    #expect(path.state == .decided(.fail))
  }

  /// Judging the file gives what judging the rounds one by one gave.
  @Test func theFileIsJudgedAsTheRoundsWere() throws {
    var session = session(["startup"], budgets: Sample.budgets())
    session.add(Sample.round([Sample.series(effect: 0.05, restarts: 12)]))
    session.add(Sample.round([Sample.series(effect: 0.05, restarts: 12, seed: 2)], seed: 2))
    let written = Array(PrettyJSON.text(session.comparison.json).utf8)
    let read = try Comparison(parsing: written)
    #expect(read == session.comparison)
    let report = Sample.report(read)
    #expect(report.outcome == .fail)
    #expect(report.paths == session.report().paths)
  }

  @Test func noiseIsWarnedAboutWithoutAVerdict() throws {
    var session = session(["startup"], budgets: Sample.budgets())
    for seed in 1...2 {
      var series = Sample.series(seed: UInt64(seed))
      for index in series.restarts.indices {
        var base = series.restarts[index].wall.base
        base[0] *= 1.8
        var target = series.restarts[index].wall.target
        target[0] *= 1.8
        series.restarts[index].wall = try PairedSamples(base: base, target: target)
      }
      session.add(Sample.round([series], seed: UInt64(seed)))
    }
    let path = try #require(session.report().paths.first)
    #expect(path.outcome == .pass)
    #expect(
      path.warnings.contains { $0.hasPrefix("base: the first sample takes +8") || $0.contains("warm up longer") },
      "\(path.warnings)")
  }
}
