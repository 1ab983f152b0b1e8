import JSONRPC
package import Transcript

/// INV-01: revisions of mutations strictly increase, in the order in which they were sent, and name their snapshots.
package struct RevisionsIncrease: Checker {
  package static let property = Property(
    id: "revisions-increase", purpose: "Revisions of mutations strictly increase, and name their snapshots (INV-01).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.answer?.outcome == .result,
      let acknowledgement = exchange.answer?.acknowledgement
    else { return }
    guard let revision = acknowledgement.revision, revision >= 1 else {
      return report.find(
        observation.record, expected: "a revision from 1 on for \(exchange.subject)",
        came: acknowledgement.revision.map(String.init) ?? "none")
    }
    let name = SnapshotName.name(revision)
    if acknowledgement.snapshotID != name {
      report.find(
        observation.record, expected: "the snapshotId \(name) for \(exchange.subject)",
        came: acknowledgement.snapshotID ?? "none")
    }
    let record = exchange.request.record
    if let earlier = session.revisions.last(before: record), earlier.revision >= revision {
      report.find(
        observation.record, expected: "a revision above \(earlier.revision) (of record \(earlier.record))",
        came: "\(revision)")
    } else if let later = session.revisions.first(after: record), later.revision <= revision {
      report.find(
        observation.record, expected: "a revision below \(later.revision) (of record \(later.record))",
        came: "\(revision)")
    }
  }
}
