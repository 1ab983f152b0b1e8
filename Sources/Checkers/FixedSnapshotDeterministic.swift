import JSONRPC
package import Transcript

/// INV-03: identical queries over one fixed snapshot give deep-equal results.
///
/// Kept are hashes of the last few thousand questions and results.
package struct FixedSnapshotDeterministic: Checker {
  package static let property = Property(
    id: "fixed-snapshot-deterministic",
    purpose: "Identical queries over one fixed snapshot give equal results (INV-03).",
    queryEngine: .must)
  package static let interests: Interests = .answers

  private struct Known: Sendable {
    var result: UInt64
    var record: Int
  }
  private var known = RecentValues<UInt64, Known>(capacity: 4096)

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    guard case .answered(let exchange) = observation.fact, let query = exchange.query,
      case .fixed(let snapshot) = query.snapshot, let feature = query.feature,
      let result = exchange.answer?.reply?.result
    else { return }
    let canonical = CanonicalHash()
    var question = CanonicalHash.mix(Self.hash(feature), Self.hash(snapshot))
    if let params = query.params { question = CanonicalHash.mix(question, canonical.hash(params)) }
    let hash = canonical.hash(result)
    guard let earlier = known[question] else {
      return known.insert(Known(result: hash, record: observation.record), at: question)
    }
    guard earlier.result != hash else { return }
    report.find(
      observation.record,
      expected: "the result of record \(earlier.record) for \(exchange.subject) over \(snapshot) again",
      came: "another one")
  }

  private static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(UInt64(text.utf8.count)) { CanonicalHash.mix($0, UInt64($1)) }
  }
}
