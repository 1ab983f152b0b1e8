import JSONRPC
package import Transcript

/// No diagnostics of a version come for a document whose closing the server has read.
///
/// That it was read is proved by an answer to a later request. Without a version the server may speak of the file instead,
/// which ``PublishTargets`` observes.
package struct NoPublishAfterClose: Checker {
  package static let property = Property(
    id: "no-publish-after-close", purpose: "No diagnostics of an open document come after its closing was read.",
    languageServer: .must)
  package static let interests: Interests = [.documents, .diagnostics]

  private var closes: [String: Int] = [:]

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    switch observation.fact {
    case .document(let event) where event.kind == .closed: closes[DocumentURI.key(event.uri)] = observation.record
    case .document(let event) where event.kind == .opened: closes[DocumentURI.key(event.uri)] = nil
    case .diagnostics(let publish):
      guard !publish.isOpen, publish.count > 0, let version = publish.version, !session.hasGap,
        let close = closes[DocumentURI.key(publish.uri)], session.readThrough > close
      else { return }
      report.find(
        observation.record, expected: "no diagnostics of \(publish.uri) after its didClose (record \(close)) was read",
        came: "\(publish.count) for version \(version)")
    default: break
    }
  }
}
