import JSONRPC
package import Transcript

/// The first diagnostics of a document's new text come soon after the last change (limit `firstDiagnostics`).
///
/// Documents that the server never published for are not judged: their diagnostics are pulled, or nobody's business.
package struct FirstDiagnostics: Checker {
  package static let property = Property(
    id: "first-diagnostics", purpose: "The first diagnostics come soon after the last change of a document.",
    languageServer: .must)
  package static let interests: Interests = [.documents, .diagnostics]

  package static func isWanted(with limits: CheckerLimits) -> Bool { limits.firstDiagnostics != nil }

  private struct State: Sendable {
    var hasPublished = false
    /// The last change that no diagnostics came for so far.
    var pending: (uri: String, version: Int?, record: Int, time: Int64)?
  }
  private var documents: [String: State] = [:]

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.firstDiagnostics else { return }
    switch observation.fact {
    case .document(let event):
      let key = DocumentURI.key(event.uri)
      switch event.kind {
      case .opened, .changed:
        judge(documents[key], until: observation.time, limit, &report)
        documents[key, default: State()].pending = (event.uri, event.version, observation.record, observation.time)
      case .closed: documents[key]?.pending = nil
      case .saved: break
      }
    case .diagnostics(let publish):
      let key = DocumentURI.key(publish.uri)
      guard let pending = documents[key]?.pending else { return }
      documents[key]?.hasPublished = true
      if let version = publish.version, let changed = pending.version, version < changed { return }
      documents[key]?.pending = nil
      let latency = observation.time - pending.time
      guard latency > limit else { return }
      report.find(
        observation.record,
        expected: "diagnostics of \(publish.uri) in \(limit.duration) after its change (record \(pending.record))",
        came: "some after \(latency.duration)")
    default: break
    }
  }

  private func judge(_ state: State?, until time: Int64, _ limit: Int64, _ report: inout Report) {
    guard let state, state.hasPublished, let pending = state.pending, time - pending.time > limit else { return }
    report.find(
      pending.record, expected: "diagnostics of \(pending.uri) in \(limit.duration) after this change",
      came: "none in \((time - pending.time).duration)")
  }

  package mutating func finish(_ ending: Ending, _ session: Session, _ report: inout Report) {
    guard let limit = session.limits.firstDiagnostics, ending.isWhole else { return }
    let states = documents.values.filter { $0.pending != nil }
    for state in states.sorted(by: { ($0.pending?.record ?? 0) < ($1.pending?.record ?? 0) }) {
      judge(state, until: session.doneAt ?? session.lastTime, limit, &report)
    }
  }
}
