import Recording
import Transcript

/// From each change of a document to the first diagnostics that are about it or about a later state. Diagnostics that do not say of which
/// version they are count for nothing: they may be old.
struct EditLatencies: Sendable {
  private struct Edit {
    var version: Int
    var time: Int64
  }

  /// The changes that have no diagnostics yet, oldest first.
  private var pending: [String: [Edit]] = [:]
  /// What requests for diagnostics are about, by record.
  private var pulls: [Int: (document: String, version: Int)] = [:]
  private var versions: [String: Int] = [:]

  /// A notification about a document was sent.
  mutating func sent(_ method: String, _ document: String, version: Int?, at now: Int64) {
    switch method {
    case Method.didOpen, Method.didChange:
      guard let version else { return }
      versions[document] = version
      if method == Method.didChange { pending[document, default: []].append(Edit(version: version, time: now)) }
    case Method.didClose: pending[document] = nil
    default: break
    }
  }

  /// A request for diagnostics was sent.
  mutating func asked(_ record: Int, _ document: String) {
    if let version = versions[document] { pulls[record] = (document, version) }
  }

  mutating func answered(_ record: Int, at now: Int64) -> [Int64] {
    guard let pull = pulls.removeValue(forKey: record) else { return [] }
    return published(pull.document, version: pull.version, at: now)
  }

  /// - Returns: the latencies of the changes that these diagnostics are the first for.
  mutating func published(_ document: String, version: Int?, at now: Int64) -> [Int64] {
    guard let version, let index = pending.index(forKey: document), !pending.values[index].isEmpty else { return [] }
    let latencies = pending.values[index].lazy.filter { $0.version <= version }.map { now - $0.time }
    defer { pending.values[index].removeAll { $0.version <= version } }
    return Array(latencies)
  }

  /// Those of a conversation as it was recorded.
  static func recorded(in script: Script) -> [Int64] {
    var edits = EditLatencies()
    var latencies: [Int64] = []
    let steps = Dictionary(script.steps.map { ($0.record, $0) }, uniquingKeysWith: { first, _ in first })
    for message in script.transcript.messages {
      switch (message.from, message.role) {
      case (.client, .request(let request)) where request.method == Method.documentDiagnostic:
        if let document = steps[message.record]?.document { edits.asked(request.record, document.key) }
      case (.client, .notification(let method)):
        guard let document = steps[message.record]?.document else { continue }
        edits.sent(method, document.key, version: document.version, at: message.time)
      case (.server, .answer(_, let request?)) where message.result != nil:
        latencies += edits.answered(request.record, at: message.time)
      case (.server, .notification(Method.publishDiagnostics)):
        let found = message.params?.members("uri", "version")
        guard let uri = found?[0]?.string else { continue }
        latencies += edits.published(DocumentURI.key(uri), version: found?[1]?.integer, at: message.time)
      default: break
      }
    }
    return latencies
  }
}
