import JSONRPC
import Recording
package import Transcript

/// Progress begins once, is reported only while it runs, and ends.
///
/// Source: LSP 3.17, "Work Done Progress".
package struct ProgressBalance: Checker {
  package static let property = Property(
    id: "progress-balance", purpose: "Progress begins once, is reported while it runs, and ends.", languageServer: .must
  )
  package static let interests: Interests = .progress

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .progress(let event) = observation.fact else { return }
    let weight: Weight = session.hasGap ? .observation : .must
    switch (event.stage, event.wasRunning) {
    case (.begin, true):
      report.find(
        observation.record, expected: "the end of progress \(event.token)", came: "its second begin", weight: weight)
    case (.report, false), (.end, false):
      report.find(
        observation.record, expected: "progress \(event.token) to begin first", came: "its \(event.stage)",
        weight: weight)
    case (.begin, false) where event.request == nil:
      report.observe(
        observation.record, expected: "a token that a request brought", came: "progress \(event.token) of nobody")
    case (.partialResult, _) where event.request == nil:
      report.observe(
        observation.record, expected: "partial results for a request in flight", came: "some for token \(event.token)")
    default: break
    }
  }

  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {
    guard ending.isWhole, let end = session.lastRecord else { return }
    for token in ending.runningProgress {
      report.observe(end, expected: "an end of progress \(token)", came: "none")
    }
  }
}
