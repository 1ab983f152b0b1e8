package import JSONRPC

/// What a server says in its answer to `initialize` that a client has to keep to.
package struct ServerOffer: Sendable, Equatable {
  /// LSP 3.17, "TextDocumentSyncKind".
  package enum Changes: Int, Sendable {
    case none = 0
    /// Texts as a whole.
    case full = 1
    case incremental = 2
  }

  package var features: Set<Feature>
  package var changes = Changes.incremental
  /// Whether it wants to be told of saves, and with the text.
  package var hearsSaves = true
  package var hearsSavedText = true

  /// Of a server that takes whatever a client may tell.
  package init(features: Set<Feature>) { self.features = features }

  package init(serverCapabilities capabilities: JSONValue) {
    features = Set(serverCapabilities: capabilities)
    // LSP 3.17, "Text Document Synchronization": a number is short for its `change`, and saves are told.
    let sync = capabilities["textDocumentSync"]
    let kind = sync?.integer ?? sync?["change"]?.integer ?? 0
    changes = Changes(rawValue: kind) ?? .none
    let save = sync?["save"]
    hearsSaves = sync?.integer != nil || save.map { $0 != false && $0 != .null } ?? false
    hearsSavedText = save?["includeText"] == true
  }
}
