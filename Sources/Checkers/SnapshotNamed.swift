import JSONRPC
package import Transcript

/// INV-02: every answer to a query names exactly one snapshot that was read, and a fixed query's the one asked for.
package struct SnapshotNamed: Checker {
  package static let property = Property(
    id: "snapshot-named",
    purpose: "Every query names the one snapshot that it read, a fixed one that asked for (INV-02).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let query = exchange.query,
      exchange.answer?.outcome == .result, let reply = exchange.answer?.reply
    else { return }
    func find(_ expected: String, _ came: String) {
      report.find(observation.record, expected: "\(expected) in the answer to \(exchange.subject)", came: came)
    }
    if reply.requestID != query.requestID, let name = query.requestID {
      find("the requestId \(name)", reply.requestID?.description ?? "none")
    }
    guard reply.snapshotIDCount == 1 else {
      return find("one snapshotIdUsed", reply.snapshotIDCount == 0 ? "none" : "\(reply.snapshotIDCount)")
    }
    if case .fixed(let asked) = query.snapshot, reply.errorCode == nil || reply.snapshotIDUsed != nil,
      reply.snapshotIDUsed != asked
    {
      return find("the snapshot \(asked), which was asked for,", reply.snapshotIDUsed ?? "null")
    }
    guard reply.errorCode == nil else { return }
    guard let used = reply.revisionUsed else {
      return find("the name of a snapshot", reply.snapshotIDUsed ?? "null")
    }
    if reply.revision != used { find("the revision \(used)", reply.revision.map(String.init) ?? "none") }
    if let feature = query.feature, reply.feature != feature {
      find("the feature \(feature)", reply.feature ?? "none")
    }
  }
}
