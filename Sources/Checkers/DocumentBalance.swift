package import Transcript

/// A document is opened once before it is changed, saved or closed.
///
/// Source: LSP 3.17, "Text Document Synchronization".
package struct DocumentBalance: Checker {
  package static let property = Property(
    id: "document-balance", purpose: "A document is opened once, and only an open one is changed or closed.",
    weight: .must)
  package static let interests: Interests = .documents

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .document(let event) = observation.fact else { return }
    let weight: Weight = session.hasGap ? .observation : .must
    switch (event.kind, event.wasOpen) {
    case (.opened, true):
      report.find(
        observation.record, expected: "didClose before \(event.uri) is opened again", came: "a second didOpen",
        weight: weight)
    case (.changed, false), (.closed, false):
      report.find(
        observation.record, expected: "\(event.uri) to be open", came: "it was \(event.kind) while closed",
        weight: weight)
    case (.saved, false):
      report.observe(observation.record, expected: "\(event.uri) to be open", came: "it was saved while closed")
    default: break
    }
  }
}
