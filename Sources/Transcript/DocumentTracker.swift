import JSONRPC

/// A document that is open, as the client sees it.
package struct OpenDocument: Sendable {
  package var uri: String
  package var version: Int?
  package var text: DocumentText
  /// The record that opened it, and the one that changed its text last.
  package var openedAt: Int
  package var changedAt: Int
  /// Something was wrong with what the client sent, or the server refused it: what the server takes for the text is not known.
  package var isDoubtful: Bool
}

/// The open documents, with their text as the client sees it.
struct DocumentTracker: Sendable {
  private var open: [String: OpenDocument] = [:]
  /// Documents that were open once.
  private var known: Set<String> = []

  func document(_ uri: String) -> OpenDocument? { open[DocumentURI.key(uri)] }

  func wasEverOpen(_ uri: String) -> Bool { known.contains(DocumentURI.key(uri)) }

  enum Outcome {
    case event(DocumentEvent)
    /// The parameters lack this member.
    case missing(String)
  }

  /// What is changed in a text.
  enum Changes {
    case each(JSONView)
    case whole(JSONView)
  }

  mutating func open(_ uri: String, version: Int?, text: JSONView, record: Int) -> Outcome {
    guard let bytes = text.utf8 else { return .missing("text") }
    let key = DocumentURI.key(uri)
    let previous = open[key]
    let hasLoneSurrogate = text.hasLoneSurrogate
    let document = OpenDocument(
      uri: uri, version: version, text: DocumentText(bytes), openedAt: record, changedAt: record,
      isDoubtful: previous != nil || hasLoneSurrogate)
    open[key] = document
    known.insert(key)
    var event = event(.opened, uri: uri, before: previous, after: document)
    let issues: [EditIssue] = hasLoneSurrogate ? [.loneSurrogate] : []
    event.edits = [AppliedEdit(range: nil, replaced: 0..<0, inserted: bytes, issues: issues)]
    return .event(event)
  }

  mutating func change(
    _ uri: String, version: Int?, _ changes: Changes, encoding: PositionEncoding, record: Int
  ) -> Outcome {
    let key = DocumentURI.key(uri)
    // Taken out while it is edited, so that its storage is not copied.
    guard var document = open.removeValue(forKey: key) else {
      return .event(DocumentEvent(kind: .changed, uri: uri, version: version, wasOpen: false))
    }
    let previousVersion = document.version
    let edits =
      switch changes {
      case .each(let list): list.elements.map { document.text.apply(ContentChange($0), encoding: encoding) }
      case .whole(let text): [document.text.apply(ContentChange(whole: text), encoding: encoding)]
      }
    document.version = version ?? previousVersion
    document.changedAt = record
    if let version, let previousVersion, version <= previousVersion { document.isDoubtful = true }
    if edits.contains(where: { !$0.issues.allSatisfy(\.isHarmless) }) { document.isDoubtful = true }
    open[key] = document
    return .event(
      DocumentEvent(
        kind: .changed, uri: uri, version: version, previousVersion: previousVersion, wasOpen: true, edits: edits,
        byteCount: document.text.bytes.count))
  }

  mutating func save(_ uri: String, text: JSONView?) -> Outcome {
    let document = document(uri)
    var event = event(.saved, uri: uri, before: document, after: document)
    if let saved = text?.utf8 { event.savedTextMatches = saved == document?.text.bytes }
    return .event(event)
  }

  mutating func close(_ uri: String) -> Outcome {
    let document = open.removeValue(forKey: DocumentURI.key(uri))
    return .event(event(.closed, uri: uri, before: document, after: document))
  }

  /// The server has refused what the client did to a document.
  mutating func refused(_ uri: String) { open[DocumentURI.key(uri)]?.isDoubtful = true }

  private func event(
    _ kind: DocumentEvent.Kind, uri: String, before: OpenDocument?, after: OpenDocument?
  ) -> DocumentEvent {
    DocumentEvent(
      kind: kind, uri: uri, version: after?.version, previousVersion: before?.version, wasOpen: before != nil,
      byteCount: after?.text.bytes.count)
  }
}

extension EditIssue {
  /// Whether all servers take the change in the same way.
  fileprivate var isHarmless: Bool {
    switch self {
    case .start(.columnBeyondLine), .end(.columnBeyondLine): true
    case .start, .end, .reversed, .lengthMismatch, .loneSurrogate, .noText: false
    }
  }
}

// MARK: - LSP

extension DocumentTracker {
  mutating func didOpen(_ params: JSONView?, record: Int) -> Outcome {
    let found = params?["textDocument"]?.members("uri", "version", "text")
    guard let uri = found?[0]?.string else { return .missing("textDocument.uri") }
    guard let text = found?[2], text.isString else { return .missing("textDocument.text") }
    return open(uri, version: found?[1]?.integer, text: text, record: record)
  }

  mutating func didChange(_ params: JSONView?, encoding: PositionEncoding, record: Int) -> Outcome {
    let found = params?.members("textDocument", "contentChanges")
    let identifier = found?[0]?.members("uri", "version")
    guard let uri = identifier?[0]?.string else { return .missing("textDocument.uri") }
    guard let changes = found?[1], changes.isArray else { return .missing("contentChanges") }
    return change(uri, version: identifier?[1]?.integer, .each(changes), encoding: encoding, record: record)
  }

  mutating func didSave(_ params: JSONView?) -> Outcome {
    let found = params?.members("textDocument", "text")
    guard let uri = found?[0]?["uri"]?.string else { return .missing("textDocument.uri") }
    return save(uri, text: found?[1])
  }

  mutating func didClose(_ params: JSONView?) -> Outcome {
    guard let uri = params?["textDocument"]?["uri"]?.string else { return .missing("textDocument.uri") }
    return close(uri)
  }
}

// MARK: - query-engine-v2

extension DocumentTracker {
  mutating func engineOpen(_ params: JSONView?, record: Int) -> Outcome {
    let found = params?.members("uri", "version", "text")
    guard let uri = found?[0]?.string else { return .missing("uri") }
    guard let text = found?[2], text.isString else { return .missing("text") }
    return open(uri, version: found?[1]?.integer, text: text, record: record)
  }

  /// `changes` is a list, or the whole text.
  mutating func engineChange(_ params: JSONView?, record: Int) -> Outcome {
    let found = params?.members("uri", "version", "changes", "text", "encoding")
    guard let uri = found?[0]?.string else { return .missing("uri") }
    let changes: Changes
    if let list = found?[2], list.isArray {
      changes = .each(list)
    } else if let text = found?[2] ?? found?[3], text.isString {
      changes = .whole(text)
    } else {
      return .missing("changes")
    }
    let encoding = found?[4]?.string.flatMap(PositionEncoding.init(rawValue:)) ?? .utf16
    return change(uri, version: found?[1]?.integer, changes, encoding: encoding, record: record)
  }

  mutating func engineClose(_ params: JSONView?) -> Outcome {
    guard let uri = params?["uri"]?.string else { return .missing("uri") }
    return close(uri)
  }
}
