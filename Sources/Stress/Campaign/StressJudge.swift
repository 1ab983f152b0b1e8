import Checkers
import Recording
package import Replay
import Simulation

/// Judges runs by what one run alone cannot tell.
package struct StressJudge {
  private let target: any StressTarget
  private var session: RecordedSession
  /// Made when it is needed first; the inner optional is nil when there is nothing that a fresh server could be asked.
  private var freshSession: FreshSession??
  /// Those asked last, the latest first: sessions that end with the same texts share them, as do most of those that a shrinker tries.
  private var freshServers: [(session: RecordedSession, servers: FreshServers)] = []
  private static let mostFreshServers = 4

  package init(_ session: RecordedSession, _ target: any StressTarget) {
    self.target = target
    self.session = session
  }

  /// From now on the runs are of this session.
  package mutating func turn(to session: RecordedSession) {
    self.session = session
    freshSession = nil
  }

  /// Adds to the run's verdict what is found.
  package mutating func judge(_ run: inout StressRun, _ options: RunOptions) throws(ReplayRun.Failure) {
    for finding in [Self.excess(run, options), Self.lateStop(run, options)] {
      if let finding { Self.add(finding, to: &run) }
    }
    guard !Self.changesAnswers(options.faults), [.passed, .failed].contains(run.verdict.conclusion) else { return }
    for oracle in Oracle.allCases where options.oracles.contains(oracle.rawValue) {
      guard let fresh = makeFreshSession() else { return }
      if let finding = try finding(of: oracle, fresh, in: run.events) { Self.add(finding, to: &run) }
    }
  }

  private mutating func makeFreshSession() -> FreshSession? {
    let made = freshSession ?? FreshSession(session)
    freshSession = .some(made)
    return made
  }

  private mutating func finding(
    of oracle: Oracle, _ fresh: FreshSession, in events: [FreshOracle.Event]
  ) throws(ReplayRun.Failure) -> Finding? {
    switch oracle {
    case .fresh: return try difference(in: events, from: fresh.session)
    case .restart:
      guard let next = NextLife(fresh, after: events) else { return nil }
      let played = try target.subject(next.session).play(RunOptions())
      return next.finding(in: played.events, dependsOnTime: !target.isSimulated)
    }
  }

  /// From what fresh servers say that are given the final texts.
  private mutating func difference(
    in events: [FreshOracle.Event], from fresh: RecordedSession
  ) throws(ReplayRun.Failure) -> Finding? {
    var servers: FreshServers
    if let index = freshServers.firstIndex(where: { $0.session.saysTheSame(as: fresh) }) {
      servers = freshServers.remove(at: index).servers
    } else {
      let subject = try target.subject(fresh)
      servers = FreshServers(dependsOnTime: !target.isSimulated) { () throws(ReplayRun.Failure) in
        try subject.play(RunOptions()).events
      }
    }
    let finding = try servers.finding(in: events)
    freshServers.insert((fresh, servers), at: 0)
    if freshServers.count > Self.mostFreshServers { freshServers.removeLast() }
    return finding
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

  /// Whether a server may rightly know less than the client meant to tell it.
  private static func changesAnswers(_ faults: [String: [FaultRule]]) -> Bool {
    faults.contains { _, rules in
      rules.contains { if case .stall = $0.fault { false } else { true } }
    }
  }
}

extension RecordedSession {
  fileprivate func saysTheSame(as other: RecordedSession) -> Bool {
    header.framing == other.header.framing && records == other.records
  }
}
