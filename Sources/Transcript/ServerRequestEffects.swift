import JSONRPC
import Recording

/// What a server's requests make a client do, beside answering.
///
/// Only the first client message of each effect gets the edge: those behind it follow by the order of the client's own
/// messages. Of several requests with the same effect the latest counts.
struct ServerRequestEffects: Sendable {
  private enum Effect: Hashable {
    /// A message of this method.
    case method(String)
    /// A change of this document.
    case change(document: String)
  }

  private var pending: [Effect: Int] = [:]

  mutating func received(_ request: Request, _ message: Message) {
    switch request.method {
    case Method.applyEdit:
      guard let edit = message.params?["edit"] else { return }
      for uri in Self.documents(in: edit) { pending[.change(document: DocumentURI.key(uri))] = request.record }
    case Method.registerCapability:
      let registrations = message.params?["registrations"]?.elements ?? []
      for method in registrations.compactMap({ $0["method"]?.string }) { pending[.method(method)] = request.record }
    default:
      for method in Self.refreshed[request.method] ?? [] { pending[.method(method)] = request.record }
    }
  }

  /// The records of the requests that made the client send `message`.
  mutating func causes(of message: Message) -> [Int] {
    guard !pending.isEmpty else { return [] }
    switch message.role {
    case .request(let request): return [pending.removeValue(forKey: .method(request.method))].compactMap { $0 }
    case .notification(let method):
      var causes = [pending.removeValue(forKey: .method(method))]
      if method == Method.didChange, let uri = message.params?["textDocument"]?["uri"]?.string {
        causes.append(pending.removeValue(forKey: .change(document: DocumentURI.key(uri))))
      }
      return causes.compactMap { $0 }
    default: return []
    }
  }

  /// The documents that a `WorkspaceEdit` changes.
  private static func documents(in edit: JSONView) -> [String] {
    let found = edit.members("changes", "documentChanges")
    let plain = found[0]?.members.map(\.key) ?? []
    let versioned = found[1]?.elements.compactMap { $0["textDocument"]?["uri"]?.string } ?? []
    return plain + versioned
  }

  /// What a client asks again after a refresh.
  private static let refreshed: [String: [String]] = [
    Method.semanticTokensRefresh: [
      Method.semanticTokensFull, Method.semanticTokensDelta, Method.semanticTokensRange,
    ],
    Method.inlayHintRefresh: [Method.inlayHint],
    Method.inlineValueRefresh: [Method.inlineValue],
    Method.codeLensRefresh: [Method.codeLens],
    Method.foldingRangeRefresh: [Method.foldingRange],
    Method.diagnosticRefresh: [Method.documentDiagnostic, Method.workspaceDiagnostic],
  ]
}
