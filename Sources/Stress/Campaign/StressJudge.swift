import Checkers
package import Replay
import Simulation

/// Judges runs by what one run alone cannot tell.
package struct StressJudge {
  private let session: RecordedSession
  private let target: any StressTarget
  /// How many more fresh servers are asked where a server's answers may depend on time.
  private static let controls = 2
  /// Made when it is needed first; the inner optional is nil when there is none.
  private var oracle: FreshOracle??

  package init(_ session: RecordedSession, _ target: any StressTarget) {
    self.session = session
    self.target = target
  }

  /// Adds to the run's verdict what is found.
  package mutating func judge(_ run: inout StressRun, _ options: RunOptions) throws(ReplayRun.Failure) {
    for finding in [Self.excess(run, options), Self.lateStop(run, options)] {
      if let finding { Self.add(finding, to: &run) }
    }
    guard options.oracles.contains(Oracle.fresh.rawValue), !Self.changesAnswers(options.faults),
      [.passed, .failed].contains(run.verdict.conclusion), let oracle = try freshOracle(),
      let finding = oracle.finding(in: run.events)
    else { return }
    Self.add(finding, to: &run)
  }

  private static func add(_ finding: Finding, to run: inout StressRun) {
    run.verdict.findings.append(finding)
    if run.verdict.conclusion == .passed, finding.weight == .must { run.verdict.conclusion = .failed }
  }

  /// What the server keeps beyond what it may.
  private static func excess(_ run: StressRun, _ options: RunOptions) -> Finding? {
    guard let limit = options.limits[RunLimits.retainedSnapshots], let kept = run.verdict.telemetry?.retainedSnapshots,
      kept > limit
    else { return nil }
    return Finding(
      checker: "bounded-memory", weight: .must, record: run.events.count,
      expected: "at most \(limit) old states that are kept", came: "\(kept)")
  }

  /// What was worked on behind a cancel for longer than may be. Only the telemetry tells: the answer is sent before the work stops.
  private static func lateStop(_ run: StressRun, _ options: RunOptions) -> Finding? {
    guard let limit = options.limits[RunLimits.cancelToStop] else { return nil }
    for row in run.verdict.telemetry?.classes ?? [] {
      guard let worst = row.cancelToStop.max(), worst > limit else { continue }
      return Finding(
        checker: CancelToStop.property.id, weight: .must, record: run.events.count,
        expected: "work of class \(row.name) to stop within \(limit) µs after its cancel", came: "\(worst) µs")
    }
    return nil
  }

  private mutating func freshOracle() throws(ReplayRun.Failure) -> FreshOracle? {
    if let oracle { return oracle }
    guard let fresh = FreshSession.of(session) else {
      oracle = .some(nil)
      return nil
    }
    let subject = try target.subject(fresh)
    let events = try subject.play(RunOptions()).events
    var controls: [[FreshOracle.Event]] = []
    for _ in 0..<(target.isSimulated ? 0 : Self.controls) { controls.append(try subject.play(RunOptions()).events) }
    let made = FreshOracle(fresh: events, controls: controls)
    oracle = made
    return made
  }

  /// Whether a server may rightly know less than the client meant to tell it.
  private static func changesAnswers(_ faults: [String: [FaultRule]]) -> Bool {
    faults.contains { _, rules in
      rules.contains { if case .stall = $0.fault { false } else { true } }
    }
  }
}
