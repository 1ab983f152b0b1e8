import JSONRPC
package import Transcript

/// INV-05: a query over a snapshot that was never given out is answered with `SNAPSHOT_NOT_FOUND`; one over a snapshot
/// that is kept is not (limit `snapshotsKept`).
package struct UnknownSnapshot: Checker {
  package static let property = Property(
    id: "unknown-snapshot",
    purpose: "A snapshot that was never given out is not found, and one that is kept is (INV-05).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  /// What is found on the disk makes revisions, too: snapshots a little above the highest one may be there.
  private static let slack = 64
  private static let notFound = "SNAPSHOT_NOT_FOUND"

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, case .fixed(let name)? = exchange.query?.snapshot,
      exchange.answer?.outcome == .result, let reply = exchange.answer?.reply, !session.hasGap
    else { return }
    let highest = session.revisions.highest
    let revision = SnapshotName.revision(name)
    if reply.errorCode == nil {
      guard revision.map({ $0 > highest + Self.slack }) ?? true else { return }
      report.find(
        observation.record, expected: "SNAPSHOT_NOT_FOUND for \(name), which was never given out", came: "a result")
    } else if reply.errorCode == Self.notFound, let kept = session.limits.snapshotsKept, let revision {
      guard revision <= highest, highest - revision < kept else { return }
      report.find(
        observation.record, expected: "\(name) to be kept, as the latest is \(SnapshotName.name(highest))",
        came: Self.notFound)
    }
  }
}
