/// A `textDocument/publishDiagnostics`, beside what the client thought of the document at that moment.
package struct PublishedDiagnostics: Equatable, Sendable {
  package var record: Int
  package var time: Int64
  package var uri: String
  /// The version that the server says it looked at.
  package var version: Int?
  package var count: Int
  /// The array of diagnostics, as it was written.
  package var diagnostics: [UInt8]
  /// The document's version in the client; nil when it is not open.
  package var documentVersion: Int?
  package var isOpen: Bool
  package var wasEverOpen: Bool
}

extension PublishedDiagnostics {
  /// Nil when the parameters name no document or have no diagnostics.
  init?(_ message: Message, documents: DocumentTracker) {
    let found = message.params?.members("uri", "version", "diagnostics")
    guard let uri = found?[0]?.string, let diagnostics = found?[2], diagnostics.isArray else { return nil }
    let document = documents.document(uri)
    self.init(
      record: message.record, time: message.time, uri: uri, version: found?[1]?.integer,
      count: diagnostics.elementCount, diagnostics: Array(diagnostics.raw), documentVersion: document?.version,
      isOpen: document != nil, wasEverOpen: documents.wasEverOpen(uri))
  }
}
