package import Transcript

/// A document's version grows with every change.
///
/// Source: LSP 3.17, "TextDocumentItem" and "VersionedTextDocumentIdentifier".
package struct DocumentVersions: Checker {
  package static let property = Property(
    id: "document-versions", purpose: "A document's version grows with every change.", weight: .must)
  package static let interests: Interests = .documents

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .document(let event) = observation.fact, event.kind == .changed, event.wasOpen else { return }
    guard let version = event.version else {
      return report.observe(observation.record, expected: "a version with the change of \(event.uri)", came: "none")
    }
    guard let previous = event.previousVersion, version <= previous else { return }
    if version == previous, event.edits.isEmpty {
      // Neovim flushes an empty list of changes now and then; the text is that of the version still.
      return report.observe(
        observation.record, expected: "a change of \(event.uri) that changes something",
        came: "none, for version \(version)")
    }
    report.find(
      observation.record, expected: "a version of \(event.uri) above \(previous)", came: "\(version)",
      weight: session.hasGap ? .observation : .must)
  }
}
