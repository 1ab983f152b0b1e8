import JSONRPC

/// The open documents, with their text as the client sees it.
struct DocumentTracker: Sendable {
  struct Document: Sendable {
    var uri: String
    var version: Int?
    var text: DocumentText
  }

  private var open: [String: Document] = [:]
  /// Documents that were open once.
  private var known: Set<String> = []

  func document(_ uri: String) -> Document? { open[DocumentURI.key(uri)] }

  func wasEverOpen(_ uri: String) -> Bool { known.contains(DocumentURI.key(uri)) }

  enum Outcome {
    case event(DocumentEvent)
    /// The parameters lack this member.
    case missing(String)
  }

  mutating func didOpen(_ params: JSONView?) -> Outcome {
    let found = params?["textDocument"]?.members("uri", "version", "text")
    guard let uri = found?[0]?.string else { return .missing("textDocument.uri") }
    guard let text = found?[2]?.utf8 else { return .missing("textDocument.text") }
    let key = DocumentURI.key(uri)
    let previous = open[key]
    let document = Document(uri: uri, version: found?[1]?.integer, text: DocumentText(text))
    open[key] = document
    known.insert(key)
    var event = event(.opened, uri: uri, before: previous, after: document)
    let issues: [EditIssue] = found?[2]?.hasLoneSurrogate == true ? [.loneSurrogate] : []
    event.edits = [AppliedEdit(range: nil, replaced: 0..<0, inserted: text, issues: issues)]
    return .event(event)
  }

  mutating func didChange(_ params: JSONView?, encoding: PositionEncoding) -> Outcome {
    let found = params?.members("textDocument", "contentChanges")
    let identifier = found?[0]?.members("uri", "version")
    guard let uri = identifier?[0]?.string else { return .missing("textDocument.uri") }
    guard let changes = found?[1], changes.isArray else { return .missing("contentChanges") }
    let key = DocumentURI.key(uri)
    let version = identifier?[1]?.integer
    // Taken out while it is edited, so that its storage is not copied.
    guard var document = open.removeValue(forKey: key) else {
      return .event(DocumentEvent(kind: .changed, uri: uri, version: version, wasOpen: false))
    }
    let previousVersion = document.version
    let edits = changes.elements.map { document.text.apply(ContentChange($0), encoding: encoding) }
    document.version = version ?? previousVersion
    open[key] = document
    return .event(
      DocumentEvent(
        kind: .changed, uri: uri, version: version, previousVersion: previousVersion, wasOpen: true, edits: edits,
        byteCount: document.text.bytes.count))
  }

  mutating func didSave(_ params: JSONView?) -> Outcome {
    let found = params?.members("textDocument", "text")
    guard let uri = found?[0]?["uri"]?.string else { return .missing("textDocument.uri") }
    let document = document(uri)
    var event = event(.saved, uri: uri, before: document, after: document)
    if let saved = found?[1]?.utf8 { event.savedTextMatches = saved == document?.text.bytes }
    return .event(event)
  }

  mutating func didClose(_ params: JSONView?) -> Outcome {
    guard let uri = params?["textDocument"]?["uri"]?.string else { return .missing("textDocument.uri") }
    let document = open.removeValue(forKey: DocumentURI.key(uri))
    return .event(event(.closed, uri: uri, before: document, after: document))
  }

  private func event(
    _ kind: DocumentEvent.Kind, uri: String, before: Document?, after: Document?
  ) -> DocumentEvent {
    DocumentEvent(
      kind: kind, uri: uri, version: after?.version, previousVersion: before?.version, wasOpen: before != nil,
      byteCount: after?.text.bytes.count)
  }
}
