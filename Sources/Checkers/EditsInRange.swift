package import Transcript

/// Every edit lies within the text that it changes.
///
/// A column behind its line's end is legal and means the line's end (LSP 3.17, "Position").
package struct EditsInRange: Checker {
  package static let property = Property(
    id: "edits-in-range", purpose: "Every edit lies within the text it changes.", weight: .must)
  package static let interests: Interests = .documents

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .document(let event) = observation.fact else { return }
    for edit in event.edits {
      for issue in edit.issues {
        let place = edit.range.map { "\($0) of \(event.uri)" } ?? event.uri
        let (expected, came, weight) = Self.explain(issue)
        report.find(
          observation.record, expected: expected, came: "\(came) at \(place)",
          weight: session.hasGap ? .observation : weight)
      }
    }
  }

  private static func explain(_ issue: EditIssue) -> (expected: String, came: String, weight: Weight) {
    switch issue {
    case .start(let issue): explain(issue, "start")
    case .end(let issue): explain(issue, "end")
    case .reversed: ("a range that starts before its end", "a reversed one", .must)
    case .lengthMismatch(let given, let actual):
      ("a rangeLength of \(actual)", "\(given)", .observation)
    case .loneSurrogate: ("text in whole characters", "half of a surrogate pair", .must)
    case .noText: ("a change with its text", "one without", .must)
    }
  }

  private static func explain(
    _ issue: PositionIssue, _ which: String
  ) -> (expected: String, came: String, weight: Weight) {
    switch issue {
    case .negative: ("a \(which) at a line and column of 0 or more", "a negative one", .must)
    case .lineBeyondEnd: ("a \(which) within the text", "a line behind its last one", .must)
    case .columnBeyondLine: ("a \(which) within its line", "a column behind its end", .observation)
    case .insideCharacter: ("a \(which) between two characters", "one within a character", .must)
    }
  }
}
