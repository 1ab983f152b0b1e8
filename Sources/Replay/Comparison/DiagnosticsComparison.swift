import JSONRPC
import Transcript

/// The last diagnostics of each document, recorded and replayed.
package struct DiagnosticsComparison: Sendable {
  package struct Document: Sendable, Equatable {
    package var uri: String
    package var recordedCount: Int
    package var replayedCount: Int
    package var finding: AnswerComparison.Finding
    /// The recording ended before the server had looked at the last edit: what it would have said is not known.
    package var isStale: Bool

    package var isSame: Bool { finding == .same }
    package var fails: Bool { !isSame && !isStale }
  }

  private let script: Script
  private let recordedPaths: PathMap
  private let livePaths: PathMap
  /// How many publishes each document had.
  private let publishCounts: [String: Int]
  /// Documents whose last publish is older than their last edit.
  private let stale: Set<String>

  package init(_ script: Script, paths: PathMap) {
    self.script = script
    recordedPaths = paths.canonical
    livePaths = paths.inverted
    var counts: [String: Int] = [:]
    for case .publish(let document, _, _) in script.causes.values { counts[document, default: 0] += 1 }
    publishCounts = counts
    stale = Self.stale(in: script)
  }

  private static func stale(in script: Script) -> Set<String> {
    var lastEdits: [String: (record: Int, version: Int?)] = [:]
    for step in script.steps where [Method.didOpen, Method.didChange].contains(step.message.method) {
      let found = step.message.params?["textDocument"]?.members("uri", "version")
      guard let uri = found?[0]?.string else { continue }
      lastEdits[DocumentURI.key(uri)] = (step.record, found?[1]?.integer)
    }
    let published = script.transcript.finalDiagnostics.filter { published in
      guard let edit = lastEdits[DocumentURI.key(published.uri)] else { return false }
      if published.record < edit.record { return true }
      guard let version = published.version, let edited = edit.version else { return false }
      return version < edited
    }
    let seen = Set(script.transcript.finalDiagnostics.map { DocumentURI.key($0.uri) })
    return Set(published.map { DocumentURI.key($0.uri) }).union(lastEdits.keys.filter { !seen.contains($0) })
  }

  /// Every document that either side has diagnostics for, in the order of the recording.
  package func documents(of outcome: ReplayOutcome) -> [Document] {
    var documents: [Document] = []
    var seen: Set<String> = []
    for published in script.transcript.finalDiagnostics {
      let key = DocumentURI.key(published.uri)
      seen.insert(key)
      documents.append(document(published.uri, recorded: published, live: outcome.publishes[key]))
    }
    for (key, live) in outcome.publishes.sorted(by: { $0.key < $1.key }) where !seen.contains(key) {
      documents.append(document(live.uri, recorded: nil, live: live))
    }
    return documents
  }

  func state(of outcome: ReplayOutcome) -> DiagnosticsState {
    let documents = documents(of: outcome)
    if documents.contains(where: \.fails) { return .different }
    if documents.contains(where: { !$0.isSame }) { return .equalSoFar }
    let isBehind = script.transcript.finalDiagnostics.contains { published in
      guard let live = outcome.publishes[DocumentURI.key(published.uri)] else { return true }
      if let recorded = published.version, let version = live.version { return version < recorded }
      return live.count < publishCounts[DocumentURI.key(published.uri)] ?? 0
    }
    return isBehind ? .equalSoFar : .equal
  }

  /// A document without any publish has no diagnostics.
  private func document(_ uri: String, recorded: PublishedDiagnostics?, live: LivePublish?) -> Document {
    let oldText = recorded.map { recordedPaths.rewritten($0.diagnostics) }
    let newText = live.map { livePaths.rewritten($0.diagnostics) }
    let isStale = stale.contains(DocumentURI.key(uri))
    // The common case, decided without building values.
    if let oldText, oldText == newText {
      let count = JSONView(oldText, 0..<oldText.count).elementCount
      return Document(uri: uri, recordedCount: count, replayedCount: count, finding: .same, isStale: isStale)
    }
    let old = oldText.map(Self.value) ?? []
    let new = newText.map(Self.value) ?? []
    let finding = AnswerComparison().compareValues(
      method: Method.publishDiagnostics, recorded: ["diagnostics": old], replayed: ["diagnostics": new],
      path: uri.split(separator: "/").last.map(String.init) ?? uri)
    return Document(
      uri: uri, recordedCount: old.array?.count ?? 0, replayedCount: new.array?.count ?? 0, finding: finding,
      isStale: isStale)
  }

  private static func value(_ bytes: [UInt8]) -> JSONValue {
    (try? JSONValue(parsing: bytes)) ?? .string(PrintableText.escaped(bytes[...]))
  }
}
