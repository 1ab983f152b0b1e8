import JSONRPC
package import Transcript

/// INV-07: a query of the latest state reads no snapshot older than the last mutation that was sent before it.
package struct ReadYourEdits: Checker {
  package static let property = Property(
    id: "read-your-edits", purpose: "A query of the latest state reads the mutations sent before it (INV-07).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, exchange.query?.snapshot == .latest,
      let used = exchange.answer?.reply?.revisionUsed, !session.hasGap,
      let last = session.revisions.last(before: exchange.request.record), used < last.revision
    else { return }
    report.find(
      observation.record,
      expected:
        "\(exchange.subject) to read \(SnapshotName.name(last.revision)) (of record \(last.record)) or a later one",
      came: SnapshotName.name(used))
  }
}
