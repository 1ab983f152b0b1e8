package import Transcript

/// Diagnostics are published for documents that are open. Servers may publish for other files of a workspace.
package struct PublishTargets: Checker {
  package static let property = Property(
    id: "publish-targets", purpose: "Diagnostics are published for documents that are open.",
    languageServer: .observation)
  package static let interests: Interests = .diagnostics

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .diagnostics(let publish) = observation.fact, !publish.isOpen, publish.count > 0 else { return }
    report.find(
      observation.record, expected: "diagnostics of an open document",
      came: "\(publish.count) of \(publish.uri), which \(publish.wasEverOpen ? "is closed" : "was never opened")")
  }
}
