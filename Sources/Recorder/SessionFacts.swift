import JSONRPC
import Recording

/// Reads from the conversation the little that a recording says about its session as a whole.
struct SessionFacts {
  enum Finding: Equatable, Sendable {
    /// Both sides have introduced themselves.
    case peers(Peers)
    /// The client's workspace folders, as URIs.
    case roots([String])
    /// The client opened a document.
    case opened(uri: String)
    /// The client told that a file was made or changed on disk.
    case changed(WatchedChange)
  }

  private enum Progress {
    case waitingForClient
    case waitingForServer(RequestID, client: Peers.Peer, roots: [String])
    case known
  }

  private var progress = Progress.waitingForClient
  private let capture: CapturePolicy.Mode
  /// How many changes of watched files the client has told of.
  private var changes = 0

  init(capture: CapturePolicy.Mode) { self.capture = capture }

  mutating func observe(_ event: Record.Event) -> [Finding] {
    guard case .message(let party, let message) = event else { return [] }
    switch (progress, party) {
    case (.waitingForClient, .client):
      return observeInitialize(message.body)
    case (.waitingForServer(let id, let client, let roots), .server):
      return observeAnswer(message.body, to: id, client: client, roots: roots)
    case (_, .client):
      return capture == .none ? [] : observeNotification(message.body)
    default:
      return []
    }
  }

  private mutating func observeInitialize(_ body: [UInt8]) -> [Finding] {
    guard case .request(let id, "initialize")? = (try? Envelope(scanning: body))?.kind,
      let params = Self.value(\.params, of: body)
    else { return [] }
    let roots = Self.roots(in: params)
    progress = .waitingForServer(id, client: Self.peer(params["clientInfo"]), roots: roots)
    return roots.isEmpty ? [] : [.roots(roots)]
  }

  private mutating func observeAnswer(
    _ body: [UInt8], to request: RequestID, client: Peers.Peer, roots: [String]
  ) -> [Finding] {
    guard case .response(request)? = (try? Envelope(scanning: body))?.kind else { return [] }
    progress = .known
    let result = Self.value(\.result, of: body)
    let encoding = result?["capabilities"]?["positionEncoding"]?.string ?? "utf-16"
    let server = Self.peer(result?["serverInfo"])
    return [.peers(Peers(client: client, server: server, positionEncoding: encoding, roots: roots))]
  }

  private mutating func observeNotification(_ body: [UInt8]) -> [Finding] {
    guard case .notification(let method)? = (try? Envelope(scanning: body))?.kind else { return [] }
    switch method {
    case "textDocument/didOpen" where capture == .opened:
      let uri = Self.value(\.params, of: body)?["textDocument"]?["uri"]?.string
      return uri.map { [.opened(uri: $0)] } ?? []
    case "workspace/didChangeWatchedFiles":
      return observeChanges(Self.value(\.params, of: body)?["changes"]?.array ?? [])
    default: return []
    }
  }

  /// Files that are gone count as changes, too, but there is nothing to capture of them.
  private mutating func observeChanges(_ events: [JSONValue]) -> [Finding] {
    events.compactMap { event -> Finding? in
      defer { changes += 1 }
      guard let uri = event["uri"]?.string, event["type"]?.integer != Self.deleted else { return nil }
      return .changed(WatchedChange(number: changes, uri: uri))
    }
  }

  /// `FileChangeType.Deleted`: LSP 3.17, "DidChangeWatchedFiles Notification".
  private static let deleted = 3

  // MARK: Parts of messages

  private static func value(_ part: KeyPath<Envelope, Range<Int>?>, of body: [UInt8]) -> JSONValue? {
    guard let range = (try? Envelope(scanning: body))?[keyPath: part] else { return nil }
    return try? JSONValue(parsing: body[range])
  }

  private static func peer(_ value: JSONValue?) -> Peers.Peer {
    Peers.Peer(name: value?["name"]?.string, version: value?["version"]?.string)
  }

  /// `workspaceFolders`, else `rootUri`, else `rootPath`: LSP 3.17, "Initialize Request".
  private static func roots(in params: JSONValue) -> [String] {
    let folders = params["workspaceFolders"]?.array?.compactMap { $0["uri"]?.string } ?? []
    if !folders.isEmpty { return folders }
    if let uri = params["rootUri"]?.string { return [uri] }
    return params["rootPath"]?.string.map { [FileURI.uri(ofPath: $0)] } ?? []
  }
}
