import IncrementalQueries
package import PikeAnalysis
package import PikeSyntax
import Synchronization

extension Engine {
  package func openDocument(
    _ file: FileID, version: Int, text: SourceText
  ) throws(MutationFailure) -> Acknowledgement {
    try checkSize(text, of: file)
    let source = SourceFile(text, isOpen: true, serial: nextSerial())
    return try mutate { host, changes throws(MutationFailure) in
      guard host.documents[file] == nil else { throw .alreadyOpen(file) }
      host.documents[file] = OpenDocument(version: version, source: source)
      host.lastChange[file] = changes.revision
      changes.set(file, source, .low)
      if !host.isKnownInWorkspace(file) { changes.setWorkspaceFiles(of: host) }
    } notice: { publisher, now, delay in
      publisher.opened(file, version: version, at: now, delay: delay)
    }
  }

  package func changeDocument(
    _ file: FileID, version: Int, changes: [DocumentChange], encoding: PositionEncoding
  ) throws(MutationFailure) -> Acknowledgement {
    let edits = changes
    for case .full(let text) in edits { try checkSize(text, of: file) }
    let editing = DocumentEditing(
      file: file, encoding: encoding, limit: options.documentLimit, nextSerial: { self.nextSerial() })
    return try mutate { host, changes throws(MutationFailure) in
      guard let document = host.documents[file] else { throw .notOpen(file) }
      guard version > document.version else { throw .staleVersion(file, have: document.version, got: version) }
      let source = try editing.applying(edits, to: document.source)
      host.documents[file] = OpenDocument(version: version, source: source)
      host.lastChange[file] = changes.revision
      changes.set(file, source, .low)
    } notice: { publisher, now, delay in
      publisher.edited(file, version: version, at: now, delay: delay)
    }
  }

  /// The file is again what it is on disk: what was known of it, until it has been looked at.
  package func closeDocument(_ file: FileID) throws(MutationFailure) -> Acknowledgement {
    try mutate { host, changes throws(MutationFailure) in
      guard host.documents.removeValue(forKey: file) != nil else { throw .notOpen(file) }
      host.lastChange[file] = changes.revision
      var record = host.disk[file] ?? DiskRecord(stat: nil, source: nil)
      let isReadable = host.project.mayRead(file.path)
      if !isReadable { record = DiskRecord(stat: nil, source: nil) }
      record.isStale = isReadable
      host.disk[file] = record
      changes.set(file, record.source, host.project.durability(of: file.path))
      if !host.isKnownInWorkspace(file) { changes.setWorkspaceFiles(of: host) }
      if isReadable { host.touched.append(file.path) }
    } notice: { publisher, now, delay in
      publisher.closed(file, at: now, delay: delay)
    } atOnce: { gate, revision in
      gate.publisher?.deliver(DiagnosticsPublication(file: file, version: nil, revision: revision, diagnostics: []))
    }
  }

  package func updateSettings(_ settings: EngineSettings) throws(MutationFailure) -> Acknowledgement {
    var mustSearch = false
    let acknowledgement = try mutate { host, changes throws(MutationFailure) in
      mustSearch = host.settings.libraryPath != settings.libraryPath
      let old = host.project
      host.settings = settings
      if mustSearch { host.library = nil }
      self.projectChanged(from: old, &host, &changes)
    }
    if mustSearch { searchLibrary() }
    return acknowledgement
  }

  package func updateWorkspace(_ update: WorkspaceUpdate) throws(MutationFailure) -> Acknowledgement {
    let added = update.addedRoots.compactMap { FilePath.absolute($0, in: nil) }
    let removed = update.removedRoots.compactMap { FilePath.absolute($0, in: nil) }
    var mustCrawl = false
    let acknowledgement = try mutate { host, changes throws(MutationFailure) in
      let old = host.project
      host.workspaceRoots.removeAll { removed.contains($0) }
      for root in added where !host.workspaceRoots.contains(root) { host.workspaceRoots.append(root) }
      mustCrawl = host.workspaceRoots != old.workspaceRoots
      self.projectChanged(from: old, &host, &changes)
      host.touched += update.touchedFiles.compactMap { FilePath.absolute($0, in: nil) }
    }
    if mustCrawl { crawlWorkspace() }
    return acknowledgement
  }

  private func checkSize(_ text: SourceText, of file: FileID) throws(MutationFailure) {
    guard text.count <= options.documentLimit else {
      throw .tooLarge(file, bytes: text.count, limit: options.documentLimit)
    }
  }
}
