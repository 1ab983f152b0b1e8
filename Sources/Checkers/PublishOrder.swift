import JSONRPC
import Recording
package import Transcript

/// Diagnostics are published for versions that exist, and never for an older one after a newer.
package struct PublishOrder: Checker {
  package static let property = Property(
    id: "publish-order", purpose: "Diagnostics are for versions that exist, and never older than those before.",
    languageServer: .must)
  package static let interests: Interests = [.documents, .diagnostics]

  private struct State: Sendable {
    /// The highest version that the client ever sent, over all openings: a late publish may be for an earlier one.
    var highest: Int?
    var published: (version: Int, record: Int)?
  }
  private var documents: [String: State] = [:]

  package init() {}

  package mutating func consume(_ observation: Observation, _ session: Session, _ report: inout Report) {
    switch observation.fact {
    case .document(let event):
      let key = DocumentURI.key(event.uri)
      if event.kind == .opened { documents[key, default: State()].published = nil }
      if let version = event.version {
        documents[key, default: State()].highest = max(version, documents[key]?.highest ?? version)
      }
    case .diagnostics(let publish): judge(publish, session, &report)
    default: break
    }
  }

  private mutating func judge(_ publish: PublishedDiagnostics, _ session: Session, _ report: inout Report) {
    let key = DocumentURI.key(publish.uri)
    guard let version = publish.version, publish.isOpen, !session.hasGap, let state = documents[key] else { return }
    if let highest = state.highest, version > highest {
      report.find(
        publish.record, expected: "a publish for a version of \(publish.uri) up to \(highest)", came: "\(version)")
    } else if let earlier = state.published, version < earlier.version {
      report.find(
        publish.record,
        expected: "no publish for \(publish.uri) older than version \(earlier.version) (record \(earlier.record))",
        came: "version \(version)")
    } else if let current = publish.documentVersion, version <= current {
      // A version above the current one is of an earlier opening, and says nothing about this one.
      documents[key]?.published = (version, publish.record)
    }
  }
}
