import JSONRPC
import Recording
import Transcript

/// Where the workspace of a recorded session was.
package struct RecordedRoots: Sendable, Equatable {
  /// Absolute paths, the first one being that which captured files are relative to. Empty when the session had no place
  /// that could be told apart from the rest of the machine.
  package var paths: [String]

  package init(_ session: RecordedSession) {
    var found: [String] = []
    func add(_ path: String?) {
      guard var path, path.hasPrefix("/") else { return }
      while path.count > 1, path.hasSuffix("/") { path.removeLast() }
      // Every path starts with "/": it says nothing about the workspace.
      if path != "/", !found.contains(path) { found.append(path) }
    }
    for uri in session.peers?.roots ?? [] { add(PathEncoding.path(ofURI: uri)) }
    if let params = Self.initializeParams(session) {
      for folder in params["workspaceFolders"]?.elements ?? [] {
        add(folder["uri"]?.string.flatMap { PathEncoding.path(ofURI: $0) })
      }
      add(params["rootUri"]?.string.flatMap { PathEncoding.path(ofURI: $0) })
      add(params["rootPath"]?.string)
    }
    // The server's own folder counts only when nothing else does: paths below it may be those of its installation.
    if found.isEmpty { add(session.header.directory) }
    paths = found
  }

  private static func initializeParams(_ session: RecordedSession) -> JSONView? {
    for record in session.records {
      guard case .message(from: .client, let framed) = record.event,
        let envelope = try? Envelope(scanning: framed.body), envelope.method == Method.initialize
      else { continue }
      return envelope.params.map { JSONView(framed.body, $0) }
    }
    return nil
  }
}
