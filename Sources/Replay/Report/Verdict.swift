package import Checkers
package import Measurement
package import Recording
import Simulation

/// What a replay found.
package struct Verdict: Sendable {
  package enum Conclusion: String, Sendable {
    case passed
    case failed
    /// The server could not be started, or never answered `initialize`.
    case couldNotRun = "could-not-run"
    case interrupted
  }

  /// One method's requests.
  package struct MethodRow: Sendable, Equatable {
    package var method: String
    package var requests = 0
    package var same = 0
    /// Of the same ones: those that differ and are right both ways, by reason.
    package var excused: [AnswerComparison.Excuse: Int] = [:]
    package var different = 0
    package var missing = 0
    package var extra = 0
    /// Not answered on either side, or long polls that were still open.
    package var open = 0
    package var recordedLatency: LatencyQuantiles?
    package var replayedLatency: LatencyQuantiles?
  }

  /// The first difference of a method.
  package struct Example: Sendable, Equatable {
    package var method: String
    /// Which of the method's requests it is, counted from 1.
    package var ordinal: Int
    /// Records of the recorded request and of its answer.
    package var request: Int
    package var answer: Int?
    package var differences: [JSONDifference]
  }

  /// How often the server called a method of the client's.
  package struct TrafficRow: Sendable, Equatable {
    package var method: String
    package var isRequest: Bool
    package var recorded: Int
    package var replayed: Int
  }

  package struct Server: Sendable, Equatable {
    package var name: String?
    package var version: String?
    package var command: [String]
  }

  package var recording: String
  package var clock: String
  package var recordedClient: Server
  package var recordedServer: Server
  package var replayedServer: Server
  /// Microseconds.
  package var recordedDuration: Int64
  package var replayedDuration: Int64
  package var messages: (recorded: Int, sent: Int)
  package var methods: [MethodRow] = []
  package var examples: [Example] = []
  package var diagnostics: [DiagnosticsComparison.Document] = []
  package var traffic: [TrafficRow] = []
  package var problems: [Problem] = []
  package var omittedProblems: [(kind: Problem.Kind, count: Int)] = []
  package var tokens: (bound: Int, unbound: Int)
  package var workspace = WorkspaceSummary()
  package var standardError: [String] = []
  package var leftovers = 0
  /// How the server's process ended.
  package var status: End.Status?
  /// From a change of a document to its first diagnostics.
  package var firstDiagnostics: (recorded: LatencyQuantiles?, replayed: LatencyQuantiles?)
  /// Where properties do not hold in the replayed session; records are those of the replayed session.
  package var findings: [Finding] = []
  /// What the server tells of itself; nil for a process.
  package var telemetry: ServerTelemetry?
  /// Nil when the server ran on real threads.
  package var simulation: SimulationSummary?
  /// The same session on real threads, when that was asked for beside the simulated run.
  package var measured: MeasuredRun?
  /// The fault that was planted in the server, in words.
  package var planted: String?
  package var conclusion = Conclusion.passed
  /// The command line that does this again.
  package var reproduce = ""

  package struct WorkspaceSummary: Sendable, Equatable {
    /// Empty when the files are in memory.
    package var path = ""
    package var isTemporary = false
    package var isKept = false
    package var unpacked = 0
    package var created: [String] = []
    package var saved = 0
  }
}

extension Verdict {
  /// The run did not come to its end.
  mutating func failed(in report: SimulationReport) {
    let text = ([report.outcome.description] + report.outcome.details).joined(separator: "; ")
    problems.append(Problem(.simulation, .failure, text))
    if conclusion != .interrupted { conclusion = .failed }
  }

  package func total(_ count: (MethodRow) -> Int) -> Int { methods.reduce(0) { $0 + count($1) } }

  package var excusedCount: Int { total { $0.excused.values.reduce(0, +) } }

  /// What speaks against the server, in few words; empty when nothing does.
  package var failures: [String] {
    var parts: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { parts.append("\(count) \(count == 1 ? one : many)") }
    }
    add(total(\.different), "answer differs", "answers differ")
    add(total(\.missing), "answer is missing", "answers are missing")
    add(diagnostics.filter(\.fails).count, "document's diagnostics differ", "documents' diagnostics differ")
    for finding in findings where finding.weight == .must {
      parts.append("\(finding.checker): expected \(finding.expected), came \(finding.came)")
    }
    parts += problems.filter { $0.severity == .failure && $0.kind != .timedOut }.map(\.message)
    if parts.isEmpty { parts += problems.filter { $0.severity == .failure }.map(\.message) }
    return parts
  }
}
