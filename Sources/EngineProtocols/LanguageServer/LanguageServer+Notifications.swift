import JSONRPC
import PikeAnalysis
import QueryEngine

extension LanguageServer {
  /// What is refused is told to the person, since a notification has no answer.
  func notified(_ method: String, _ message: IncomingMessage.Parameters) throws(InvalidParams) {
    switch method {
    case "initialized": initialized()
    case "textDocument/didOpen": try didOpen(try params(message, method))
    case "textDocument/didChange": try didChange(try params(message, method))
    case "textDocument/didClose":
      _ = try mutations.close(try Params(message.value).object("textDocument").file())
    case "textDocument/didSave": try didSave(try Params(message.value))
    case "workspace/didChangeConfiguration": try configurationChanged(try Params(message.value))
    case "workspace/didChangeWatchedFiles": try filesChanged(try Params(message.value))
    case "workspace/didChangeWorkspaceFolders": try foldersChanged(try Params(message.value))
    case "$/cancelRequest": try cancel(try Params(message.value))
    // What nobody knows means nothing to anybody.
    default: break
    }
  }

  /// A text with half of a surrogate pair is taken: each half counts as one character, as it does for the editor.
  private func params(_ message: IncomingMessage.Parameters, _ method: String) throws(InvalidParams) -> Params {
    if message.hasLoneSurrogate {
      log(.warning, "\(method): one half of a surrogate pair is no character; it is taken for U+FFFD")
    }
    return try Params(message.value)
  }

  // MARK: Documents

  private func didOpen(_ params: Params) throws(InvalidParams) {
    let document = try params.object("textDocument")
    _ = try document.optionalString("languageId")
    _ = try mutations.open(
      try document.file(), uri: try document.string("uri"), version: try document.version(),
      text: try document.string("text"))
  }

  private func didChange(_ params: Params) throws(InvalidParams) {
    let document = try params.object("textDocument")
    let changes = try params.changes("contentChanges")
    _ = try mutations.change(try document.file(), version: try document.version(), changes, client.encoding)
  }

  /// The file on disk is another one now, which matters once the document is closed.
  private func didSave(_ params: Params) throws(InvalidParams) {
    let file = try params.object("textDocument").file()
    _ = try mutations.update(WorkspaceUpdate(touchedFiles: [file.path]))
  }

  // MARK: The workspace

  private func filesChanged(_ params: Params) throws(InvalidParams) {
    var update = WorkspaceUpdate()
    for change in try params.objects("changes") {
      let file = try change.file()
      if file.path.utf8.first == UInt8(ascii: "/") { update.touchedFiles.append(file.path) }
    }
    _ = try mutations.update(update)
    refresher.refresh()
  }

  private func foldersChanged(_ params: Params) throws(InvalidParams) {
    let event = try params.object("event")
    let update = WorkspaceUpdate(
      addedRoots: try Self.folders(event, "added"), removedRoots: try Self.folders(event, "removed"))
    _ = try mutations.update(update)
    roots.removeAll { update.removedRoots.contains($0) }
    roots += update.addedRoots.filter { !roots.contains($0) }
    try applySettings()
    refresher.refresh()
  }

  private static func folders(_ event: Params, _ key: String) throws(InvalidParams) -> [String] {
    var paths: [String] = []
    for folder in try event.optionalObjects(key) {
      // Folders that are on no disk of ours have no files for us.
      if let path = DocumentURI.path(try folder.string("uri")) { paths.append(path) }
    }
    return paths
  }

  // MARK: Cancelling

  private func cancel(_ params: Params) throws(InvalidParams) {
    let id: RequestID
    switch params["id"] {
    case .string(let text): id = .string(text)
    case .number(let raw): id = Int64(raw).map { .integer($0) } ?? .other(raw)
    default: throw params.wrong("id", "an integer or a string")
    }
    let name = id.description
    if outbox.markCancelled(name) { engine.cancel(name) }
  }
}
