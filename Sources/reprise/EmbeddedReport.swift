import JSONRPC
import Replay
import Simulation

/// Collects what replays of the embedded engine found, as text or as one JSON document.
struct EmbeddedReport {
  private let format: ReportFormat
  private var text = ""
  private var replays: [JSONValue] = []

  init(_ format: ReportFormat) { self.format = format }

  mutating func add(_ verdict: Verdict, expected: String?) {
    add(TextReport.lines(verdict) + ExpectedViolation.lines(verdict, expected), JSONReport.value(verdict))
  }

  mutating func add(_ result: Campaign.Result) {
    add(CampaignReport.lines(result), CampaignReport.json(result))
  }

  mutating func add(_ stop: StopState, _ schedule: Schedule, verdict: Verdict) {
    add(StopReport.lines(stop, schedule, verdict), StopReport.json(stop, schedule, verdict))
  }

  mutating func add(trace: [SimulationEvent]) {
    guard format == .text else { return }
    text += trace.enumerated().map { "\($0.offset)  \($0.element)\n" }.joined()
  }

  private mutating func add(_ lines: [String], _ json: JSONValue) {
    switch format {
    case .text: text += lines.joined(separator: "\n") + "\n"
    case .json: replays.append(json)
    }
  }

  /// The text since this was asked last.
  mutating func takeText() -> String {
    defer { text = "" }
    return text
  }

  /// What stands at the end.
  func finish() -> [UInt8] {
    format == .json ? JSONReport.document(replays).serialized() + [UInt8(ascii: "\n")] : []
  }
}
