import JSONRPC
import Transcript

/// Answers to requests of the server that the recording has no answer for.
///
/// They promise as little as the protocol allows: a client that has no configuration, applies no edits, shows nothing.
struct DefaultReplies {
  /// The `result` or `error` of an answer.
  enum Reply: Equatable {
    case result([UInt8])
    case error(code: Int, message: String)
  }

  private struct Setting {
    var record: Int
    var value: [UInt8]
  }

  /// Recorded values by configuration item.
  private var settings: [[UInt8]: [Setting]] = [:]
  private var workspaceFolders = Array("null".utf8)
  private let paths: PathMap

  init(_ script: Script, _ book: ServerRequestBook, paths: PathMap) {
    self.paths = paths
    for entry in book.entries where entry.request.method == Method.configuration {
      guard let asked = script.transcript.message(entry.request.record)?.params?["items"], let reply = entry.reply
      else { continue }
      for (item, value) in zip(asked.elements, reply.result?.elements ?? []) {
        settings[Self.key(item, paths.canonical), default: []].append(
          Setting(record: reply.record, value: Array(value.raw)))
      }
    }
    let initialize = script.steps.first { $0.message.method == Method.initialize }
    if let folders = initialize?.message.params?["workspaceFolders"] { workspaceFolders = Array(folders.raw) }
  }

  /// The answer to a request. `record` says how far the recording has been replayed: of a setting's values the latest one
  /// counts. `live` maps live paths to recorded ones.
  func reply(method: String, params: JSONView?, record: Int, live: PathMap) -> Reply {
    switch method {
    case Method.configuration: .result(configuration(params, record: record, live: live))
    case Method.workspaceFolders: .result(paths.rewritten(workspaceFolders))
    case Method.applyEdit:
      .result(Array(#"{"applied":false,"failureReason":"the recording has no such edit"}"#.utf8))
    case Method.showDocument: .result(Array(#"{"success":false}"#.utf8))
    case Method.registerCapability, Method.unregisterCapability, Method.workDoneProgressCreate,
      Method.showMessageRequest:
      .result(Array("null".utf8))
    case _ where method.hasPrefix("workspace/") && method.hasSuffix("/refresh"): .result(Array("null".utf8))
    default: .error(code: -32601, message: "the recorded client was never asked for \(method)")
    }
  }

  /// One value for each item, in the same order (LSP 3.17, "Configuration Request").
  func configuration(_ params: JSONView?, record: Int, live: PathMap) -> [UInt8] {
    let values = (params?["items"]?.elements ?? []).map { item -> [UInt8] in
      let known = settings[Self.key(item, live)] ?? []
      let setting = known.last { $0.record <= record } ?? known.first
      return setting.map { paths.rewritten($0.value) } ?? Array("null".utf8)
    }
    return Array("[".utf8) + Array(values.joined(separator: Array(",".utf8))) + Array("]".utf8)
  }

  private static func key(_ item: JSONView, _ paths: PathMap) -> [UInt8] {
    guard let value = try? JSONValue(parsing: paths.rewritten(item.raw)) else { return [] }
    return CanonicalJSON.canonical(value).serialized()
  }
}
