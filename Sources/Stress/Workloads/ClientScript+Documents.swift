import JSONRPC
import Transcript

/// An edit that a script has made, to be undone.
package struct ScriptEdit: Sendable, Equatable {
  package var path: String
  /// Where the new text stands.
  package var range: Range<Int>
  package var removed: [UInt8]
}

/// One replacement within an edit. Those of one edit are applied one after the other.
package struct Replacement: Sendable, Equatable {
  /// In bytes.
  package var range: Range<Int>
  package var text: String

  package init(_ range: Range<Int>, _ text: String) {
    self.range = range
    self.text = text
  }
}

// Documents: what is open, and how it changes. Paths are relative to the workspace's root.
extension ClientScript {
  package func uri(_ path: String) -> String { FileURI.uri(ofPath: "\(workspace.root)/\(path)") }

  package func isOpen(_ path: String) -> Bool { documents[path] != nil }

  /// The text that an open document has, or the file on disk.
  package func text(_ path: String) -> [UInt8] { documents[path]?.text.bytes ?? disk[path]?.text ?? [] }

  package func version(_ path: String) -> Int? { documents[path]?.version }

  /// Where something of interest stands now.
  package func places(_ path: String, _ kind: SamplePlace.Kind? = nil) -> [SamplePlace] {
    let all = documents[path]?.places ?? disk[path]?.places ?? []
    guard let kind else { return all }
    return all.filter { $0.kind == kind }
  }

  /// The last offset up to this one at which an edit may begin or end.
  package func boundary(_ path: String, atOrBefore offset: Int) -> Int {
    documents[path]?.text.boundary(atOrBefore: offset) ?? 0
  }

  // MARK: Opening and closing

  /// Opens a document with the text of its file, or with another one.
  @discardableResult
  package mutating func open(_ path: String, text: String? = nil) -> RequestHandle? {
    precondition(documents[path] == nil, "\(path) is open")
    handshake()
    let file = disk[path]
    let bytes = text.map { Array($0.utf8) } ?? file?.text ?? []
    let places = bytes == file?.text ? file?.places ?? [] : []
    let document = OpenDocument(
      uri: uri(path), languageID: file?.languageID ?? workspace.language.rawValue, version: dialect.firstVersion,
      text: DocumentText(bytes), places: places)
    documents[path] = document
    openPaths.append(path)
    let item: JSONValue = [
      "uri": .string(document.uri), "languageId": .string(document.languageID),
      "version": .number(String(document.version)), "text": .string(document.text.string),
    ]
    return tell("textDocument/didOpen", ["textDocument": item], orMutate: "engine_open_document", item)
  }

  @discardableResult
  package mutating func close(_ path: String) -> RequestHandle? {
    guard let document = documents.removeValue(forKey: path) else { return nil }
    openPaths.removeAll { $0 == path }
    let name: JSONValue = ["uri": .string(document.uri)]
    return tell("textDocument/didClose", ["textDocument": name], orMutate: "engine_close_document", name)
  }

  // MARK: Changing

  /// Replaces a range of bytes, which must begin and end between characters.
  @discardableResult
  package mutating func edit(_ path: String, replacing range: Range<Int>, with text: String) -> ScriptEdit {
    edit(path, [Replacement(range, text)])[0]
  }

  /// Several replacements in one message.
  @discardableResult
  package mutating func edit(_ path: String, _ replacements: [Replacement]) -> [ScriptEdit] {
    guard var document = documents.removeValue(forKey: path) else { preconditionFailure("\(path) is not open") }
    var changes: [JSONValue] = []
    var edits: [ScriptEdit] = []
    for asked in replacements {
      let replacement = document.text.expressible(asked)
      let start = document.text.position(at: replacement.range.lowerBound, in: encoding)
      let end = document.text.position(at: replacement.range.upperBound, in: encoding)
      changes.append(["range": ["start": start.json, "end": end.json], "text": .string(replacement.text)])
      let inserted = Array(replacement.text.utf8)
      let after = replacement.range.lowerBound..<(replacement.range.lowerBound + inserted.count)
      edits.append(ScriptEdit(path: path, range: after, removed: Array(document.text.bytes[replacement.range])))
      document.replace(replacement.range, with: inserted)
    }
    change(path, document, changes)
    return edits
  }

  /// Gives a document a new text as a whole. `places` are those of the new text, where they are known.
  package mutating func replaceAll(_ path: String, with text: String, places: [SamplePlace] = []) {
    guard var document = documents.removeValue(forKey: path) else { preconditionFailure("\(path) is not open") }
    document.text = DocumentText(text)
    document.places = places
    change(path, document, [["text": .string(text)]])
  }

  /// Undoes an edit behind which nothing in the same place was edited.
  @discardableResult
  package mutating func undo(_ edit: ScriptEdit) -> ScriptEdit {
    self.edit(edit.path, replacing: edit.range, with: String(decoding: edit.removed, as: UTF8.self))
  }

  private mutating func change(_ path: String, _ document: OpenDocument, _ changes: [JSONValue]) {
    var document = document
    document.version += 1
    documents[path] = document
    let changes: [JSONValue] =
      framing == .contentLength && offer.changes == .full ? [["text": .string(document.text.string)]] : changes
    let version = JSONValue.number(String(document.version))
    let identifier: JSONValue = ["uri": .string(document.uri), "version": version]
    var query: [JSONMember] = [
      JSONMember("uri", .string(document.uri)), JSONMember("version", version),
      JSONMember("changes", .array(changes)),
    ]
    if encoding != .utf16 { query.append(JSONMember("encoding", .string(encoding.rawValue))) }
    tell(
      "textDocument/didChange", ["textDocument": identifier, "contentChanges": .array(changes)],
      orMutate: "engine_change_document", .object(query))
  }

  // MARK: Saving

  /// The file gets the document's text.
  package mutating func save(_ path: String) {
    guard let document = documents[path] else { return }
    put(SampleFile(path: path, languageID: document.languageID, text: document.text.bytes, places: document.places))
    if framing == .lines {
      changeWatchedFiles([.changed(path)])
      return
    }
    var params: [JSONMember] = [JSONMember("textDocument", ["uri": .string(document.uri)])]
    if dialect.sendsTextWithSave, offer.hearsSavedText {
      params.append(JSONMember("text", .string(document.text.string)))
    }
    if offer.hearsSaves { tell("textDocument/didSave", .object(params)) }
    if dialect.watchesOwnSaves || !offer.hearsSaves { changeWatchedFiles([.changed(path)]) }
  }

  /// What is on disk now.
  mutating func put(_ file: SampleFile) {
    if disk.updateValue(file, forKey: file.path) == nil { diskPaths.append(file.path) }
  }
}
