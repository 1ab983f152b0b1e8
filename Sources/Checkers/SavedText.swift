package import Transcript

/// The text that comes with `didSave` is the text that the edits led to.
///
/// Where it is not, client and server have lost each other: every later range means something else to each of them.
package struct SavedText: Checker {
  package static let property = Property(
    id: "saved-text", purpose: "The text that comes with a save is the text that the edits led to.",
    languageServer: .must)
  package static let interests: Interests = .documents

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .document(let event) = observation.fact, event.wasOpen, event.savedTextMatches == false
    else { return }
    report.find(
      observation.record,
      expected: "the text that version \(event.version.map(String.init) ?? "?") of \(event.uri) has",
      came: "another text", weight: session.hasGap ? .observation : .must)
  }
}
