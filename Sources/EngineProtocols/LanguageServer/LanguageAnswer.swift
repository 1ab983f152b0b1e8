import IncrementalQueries
import JSONRPC
import PikeAnalysis
import QueryEngine

/// Makes the answer to a request.
struct LanguageAnswer: Sendable {
  let messages: OutgoingMessages
  let shapes: Shapes
  let query: LanguageQuery

  func text(_ id: RequestID, _ response: EngineResponse, isCancelled: Bool) -> [UInt8] {
    guard !isCancelled else { return messages.error(id, .requestCancelled, "the request was cancelled") }
    switch response.outcome {
    case .result(.failure(.unknownDocument(let file))):
      return messages.error(id, .invalidParams, "there is no such document: \(file)")
    case .result(.failure(.cannotRename(let reason))): return messages.error(id, .requestFailed, reason)
    case .result(let result): return messages.result(id) { write(result, at: response.snapshotUsed, to: &$0) }
    case .cancelled(let reason): return cancelled(id, reason)
    case .snapshotNotFound: return messages.error(id, .internalError, "the snapshot is not kept")
    case .rejected(let reason): return messages.error(id, .invalidRequest, reason)
    case .failed(let what): return messages.error(id, .internalError, what)
    }
  }

  private func cancelled(_ id: RequestID, _ reason: CancellationReason) -> [UInt8] {
    switch (reason, query.method) {
    case (.requested, _): return messages.error(id, .requestCancelled, "the request was cancelled")
    case (.disposed, _): return messages.error(id, .requestCancelled, "the server ends")
    case (.superseded, .diagnostic):
      // The client has asked again already.
      return messages.error(id, .serverCancelled, "a newer request took its place") {
        $0.member("retriggerRequest", false)
      }
    case (.superseded, _): return messages.error(id, .contentModified, "a newer request took its place")
    }
  }

  private func write(_ result: FeatureResult, at revision: Revision?, to json: inout JSONWriter) {
    switch (query.method, result) {
    case (.resolveCompletion, .resolvedCompletion(let details)): resolve(details, to: &json)
    case (.diagnostic, .diagnostics(let list)):
      let report = DiagnosticReport(list, shapes)
      json.object { report.write(previous: query.previousResults.first?.resultID, to: &$0) }
    case (.workspaceDiagnostic, .workspaceDiagnostics(let files)): write(files, at: revision, to: &json)
    default: shapes.write(result, about: query.file, at: revision, to: &json)
    }
  }

  /// The item as it came, with more members.
  private func resolve(_ details: CompletionDetails, to json: inout JSONWriter) {
    json.object { json in
      for member in query.item.object ?? [] where !replaces(details, member.key) {
        json.key(named: member.key)
        json.value(member.value)
      }
      shapes.write(details, intoItem: &json)
    }
  }

  private func replaces(_ details: CompletionDetails, _ key: String) -> Bool {
    (key == "detail" && details.detail != nil) || (key == "documentation" && details.documentation != nil)
  }

  // MARK: Diagnostics of the workspace

  private func write(_ files: [FileDiagnostics], at revision: Revision?, to json: inout JSONWriter) {
    var previous: [FileID: String] = [:]
    var known: [FileID] = []
    for (uri, resultID) in query.previousResults {
      guard let file = DocumentURI.file(uri) else { continue }
      if previous.updateValue(resultID, forKey: file) == nil { known.append(file) }
    }
    let reported = Set(files.map(\.file))
    // What the client knows of a file that is gone is not so any more.
    let gone = known.filter { !reported.contains($0) }.map { (file: $0, diagnostics: [Diagnostic]()) }
    json.object { json in
      json.member("items") { json in
        json.array(files.map { (file: $0.file, diagnostics: $0.diagnostics) } + gone) { json, entry in
          json.object { json in
            json.member("uri", shapes.uri(entry.file))
            let version = shapes.documents.version(of: entry.file, at: revision)
            json.member("version", version.map { JSONValue.number(String($0)) } ?? .null)
            DiagnosticReport(entry.diagnostics, shapes).write(previous: previous[entry.file], to: &json)
          }
        }
      }
    }
  }
}

/// The diagnostics of a document, with an id that says what they are: equal ones have the same, whoever made them.
struct DiagnosticReport {
  private let items: [UInt8]

  init(_ diagnostics: [Diagnostic], _ shapes: Shapes) {
    items = JSONWriter.text { json in json.array(diagnostics) { shapes.write($1, to: &$0) } }
  }

  /// FNV-1a (Fowler, Noll, Vo) over the text.
  var resultID: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in items { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return String(hash, radix: 16)
  }

  func write(previous: String?, to json: inout JSONWriter) {
    let id = resultID
    let isUnchanged = previous == id
    json.member("kind", isUnchanged ? "unchanged" : "full")
    json.member("resultId", id)
    if !isUnchanged { json.member("items") { $0.raw(items) } }
  }
}
