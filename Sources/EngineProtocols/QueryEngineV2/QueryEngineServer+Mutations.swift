import IncrementalQueries
import JSONRPC
import PikeAnalysis
import PikeSyntax
import QueryEngine

extension QueryEngineServer {
  typealias Answer = (inout JSONWriter) -> Void

  /// What takes effect at once, and the answer to it.
  func mutate(_ method: QueryEngineMethod, _ params: Params) throws(InvalidParams) -> Answer {
    let acknowledgement: Acknowledgement
    switch method {
    case .openDocument: acknowledgement = try open(params)
    case .changeDocument: acknowledgement = try change(params)
    case .closeDocument: acknowledgement = try mutations.close(try Self.file(params))
    case .updateConfig: acknowledgement = try configure(params)
    case .updateWorkspace: acknowledgement = try updateWorkspace(params)
    case .cancelRequest:
      try cancel(params)
      return { json in json.object { $0.member("accepted", true) } }
    case .getProtocolInfo, .query:
      // Answered by others.
      throw InvalidParams("not a mutation")
    }
    hasRevision = true
    return { json in
      json.object { json in
        json.member("revision") { $0.integer(acknowledgement.revision.number) }
        json.member("snapshotId", SnapshotID.text(acknowledgement.revision))
      }
    }
  }

  // MARK: Documents

  private func open(_ params: Params) throws(InvalidParams) -> Acknowledgement {
    _ = try params.optionalString("languageId")
    return try mutations.open(
      try Self.file(params), uri: try params.string("uri"), version: try params.version(),
      text: try params.string("text"))
  }

  private func change(_ params: Params) throws(InvalidParams) -> Acknowledgement {
    var text = params["changes"]?.string
    if text == nil { text = try params.optionalString("text") }
    let changes = if let text { [DocumentChange.full(SourceText(text))] } else { try params.changes("changes") }
    return try mutations.change(
      try Self.file(params), version: try params.version(), changes, try Self.encoding(params))
  }

  /// A URI; a path is taken for one, too.
  static func file(_ params: Params) throws(InvalidParams) -> FileID {
    let uri = try params.string("uri")
    if let path = DocumentURI.path(uri) { return FileID(path) }
    return try params.file()
  }

  static func encoding(_ params: Params) throws(InvalidParams) -> PositionEncoding {
    guard let name = try params.optionalString("encoding") else { return .utf16 }
    guard let encoding = PositionEncoding(name: name) else {
      throw params.wrong("encoding", "utf-8, utf-16 or utf-32")
    }
    return encoding
  }

  // MARK: Where things are

  private func configure(_ params: Params) throws(InvalidParams) -> Acknowledgement {
    var settings = params
    for key in ["config", "settings"] { settings = try params.optionalObject(key) ?? settings }
    return try mutations.update(try EngineSettings(settings, base: options.settings))
  }

  private func updateWorkspace(_ params: Params) throws(InvalidParams) -> Acknowledgement {
    var update = WorkspaceUpdate(
      addedRoots: try Self.paths(params, "addedRoots") ?? [], removedRoots: try Self.paths(params, "removedRoots") ?? []
    )
    if let all = try Self.paths(params, "roots") {
      update.addedRoots += all.filter { !roots.contains($0) }
      update.removedRoots += roots.filter { !all.contains($0) }
    }
    for key in ["added", "removed", "changed"] { update.touchedFiles += try Self.paths(params, key) ?? [] }
    let acknowledgement = try mutations.update(update)
    roots.removeAll { update.removedRoots.contains($0) }
    roots += update.addedRoots.filter { !roots.contains($0) }
    return acknowledgement
  }

  private static func paths(_ params: Params, _ key: String) throws(InvalidParams) -> [String]? {
    guard let texts = try params.optionalStrings(key) else { return nil }
    var paths: [String] = []
    for text in texts {
      guard let path = DocumentURI.path(text) else {
        throw InvalidParams("\(params.name(key)): neither a path nor a file: URI: \(text.shortened)")
      }
      paths.append(path)
    }
    return paths
  }

  // MARK: Cancelling

  private func cancel(_ params: Params) throws(InvalidParams) {
    guard let id = QueryName(params["requestId"]) else { throw QueryName.wrong(in: params) }
    cancelled.insert(id.name)
    _ = outbox.markCancelled(id.name)
    engine.cancel(id.name)
  }
}

/// The `requestId` of a query, and the engine's name for it.
struct QueryName {
  static let lengthLimit = 1024

  let value: JSONValue
  /// Its JSON text, so that `1` and `"1"` are two.
  let name: String

  init?(_ value: JSONValue?) {
    guard let value else { return nil }
    switch value {
    case .string, .number:
      name = String(decoding: value.serialized(), as: UTF8.self)
      guard name.utf8.count <= Self.lengthLimit else { return nil }
      self.value = value
    default: return nil
    }
  }

  static func wrong(in params: Params) -> InvalidParams {
    params.wrong("requestId", "a string or a number of at most \(lengthLimit) bytes")
  }
}
