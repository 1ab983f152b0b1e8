package import Checkers
package import JSONRPC
import Recording
package import Replay
package import Simulation

/// What is put under stress.
package protocol StressTarget: Sendable {
  /// What its workspaces are written in.
  var language: SampleWorkspace.Language { get }
  var framings: [Framing] { get }
  /// What it may be asked and told by such a client.
  func offer(to dialect: ClientDialect) -> ServerOffer
  /// Whether runs are the same each time, and orders can be chosen.
  var isSimulated: Bool { get }
  /// How long it must be silent before it is asked what it makes of the final texts; milliseconds.
  var quietBeforeProbes: Int { get }
  /// The fault that was planted in it.
  var planted: String? { get }

  func subject(_ session: RecordedSession) throws(ReplayRun.Failure) -> any StressSubject
}

extension StressTarget {
  package var planted: String? { nil }
  package var quietBeforeProbes: Int { Probes.quiet }
}

/// A session, made ready to be played against a target any number of times.
package protocol StressSubject: Sendable {
  /// About how many steps a run has.
  var typicalSteps: Int { get }

  /// Plays it as `options` say; with ``StressRun/deviations`` if `recordsSchedule`.
  func play(_ options: RunOptions, recordsSchedule: Bool) throws(ReplayRun.Failure) -> StressRun
  /// Writes a run as a file that makes it again. Returns the path.
  func write(_ options: RunOptions, to folder: String) throws(SessionWriterError) -> String
}

extension StressSubject {
  package func play(_ options: RunOptions) throws(ReplayRun.Failure) -> StressRun {
    try play(options, recordsSchedule: false)
  }
}

/// How a run went.
package struct StressRun: Sendable {
  package var verdict: Verdict
  package var events: [FreshOracle.Event]

  package init(verdict: Verdict, events: [FreshOracle.Event]) {
    self.verdict = verdict
    self.events = events
  }

  /// It failed by what did not come again, and that says nothing.
  package var isDoubted = false
  /// Whether the server did not come to talk.
  package var isDead: Bool { verdict.conclusion == .couldNotRun }

  /// Equal for equal runs; nil where there is no such thing.
  package var hash: UInt64?
  /// Where its order differed from first in, first out.
  package var deviations: Schedule?
  package var steps = 0
  /// Nanoseconds.
  package var processorTime: Int64 = 0
  /// Microseconds of the session's own time.
  package var time: Int64 = 0
}

/// A server in this process.
package struct EmbeddedTarget: StressTarget {
  package let language = SampleWorkspace.Language.pike
  package var framings = Framing.allCases
  package var planted: String?
  package let isSimulated = true
  private let server: @Sendable (Framing) -> EmbeddedServerFactory
  private let limits: CheckerLimits

  /// - Parameters:
  ///   - limits: what the server promises beyond its protocol.
  ///   - server: makes one for each run.
  package init(limits: CheckerLimits, server: @escaping @Sendable (Framing) -> EmbeddedServerFactory) {
    self.limits = limits
    self.server = server
  }

  package func offer(to dialect: ClientDialect) -> ServerOffer { ServerOffer(features: .all) }

  package func subject(_ session: RecordedSession) throws(ReplayRun.Failure) -> any StressSubject {
    var options = EmbeddedRun.Options()
    options.limits = limits
    return EmbeddedSubject(run: try EmbeddedRun(session, options: options, server: server(session.header.framing)))
  }
}

private struct EmbeddedSubject: StressSubject {
  let run: EmbeddedRun

  var typicalSteps: Int { run.typicalSteps }

  func play(_ options: RunOptions, recordsSchedule: Bool) -> StressRun {
    let simulated = recordsSchedule ? run.simulate(recordingSchedule: options) : run.simulate(options)
    var result = StressRun(verdict: simulated.verdict, events: simulated.events)
    result.hash = simulated.report.hash
    if recordsSchedule { result.deviations = simulated.report.deviations }
    if let summary = simulated.verdict.simulation {
      (result.steps, result.time) = (summary.steps, summary.time)
      result.processorTime = summary.processorTime + summary.judgingTime
    }
    return result
  }

  func write(_ options: RunOptions, to folder: String) throws(SessionWriterError) -> String {
    try FailureFiles(folder: folder).write(run, options)
  }
}
