package import Transcript

/// Every message is a request, a notification or an answer, with the parameters that its method needs.
package struct WellFormedMessages: Checker {
  package static let property = Property(
    id: "well-formed-messages",
    purpose: "Every message is a request, a notification or an answer, with the parameters its method needs.",
    weight: .must)
  package static let interests: Interests = .anomalies

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .anomaly(let anomaly) = observation.fact else { return }
    switch anomaly {
    case .malformed(let party, let error):
      report.find(observation.record, expected: "a JSON object from the \(party)", came: "\(error)")
    case .shapeless(let party):
      report.find(
        observation.record, expected: "a request, a notification or an answer from the \(party)",
        came: "an object with neither method, result nor error")
    case .badParams(let party, let method, let missing):
      report.find(observation.record, expected: "\(method) from the \(party) with \(missing)", came: "none")
    case .duplicateAnswer, .unknownAnswer, .reusedID: break
    }
  }
}
