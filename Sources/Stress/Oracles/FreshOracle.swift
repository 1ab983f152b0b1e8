package import Checkers
import JSONRPC
package import Recording
import Replay
import Transcript

/// Holds what a server says at the end of a session against what a fresh one says that is given the final texts: all that it remembers of
/// earlier states must not show.
package struct FreshOracle: Sendable {
  package typealias Event = (event: Record.Event, time: Int64)

  /// What a server says of the final texts.
  private struct Answers {
    /// By the id of the probe, in the order of the answers; with the record.
    var probes: [(id: String, record: Int, content: JSONValue)] = []
    /// What the client that asks for diagnostics believes about a document: what it was told last that was not "as before".
    var believed: [String: JSONValue] = [:]
    /// The documents that questions about diagnostics are about, by their ids.
    var pulled: [String: String] = [:]
    /// The last diagnostics that were published for a document.
    var diagnostics: [String: (record: Int, version: Int?, list: JSONValue)] = [:]
    /// The version of each document that the client sent last.
    var versions: [String: Int] = [:]
  }

  private let fresh: Answers
  /// The same session once more, with other fresh servers: what they do not agree on depends on time and not on the texts.
  private var controls: [Answers] = []
  private let dependsOnTime: Bool

  /// - Parameters:
  ///   - events: of the fresh session.
  ///   - dependsOnTime: as with a server's process. What depends on an index is then only observed: LSP does not say how much of a workspace
  ///     a server knows by when.
  init(fresh events: [Event], dependsOnTime: Bool = false) {
    fresh = Self.answers(in: events)
    self.dependsOnTime = dependsOnTime
  }

  var hasControls: Bool { !controls.isEmpty }

  mutating func add(control events: [Event]) { controls.append(Self.answers(in: events)) }

  /// The first thing that the server of the other session says otherwise; the first that is a fault, if there is one.
  package func finding(in events: [Event]) -> Finding? {
    let all = differences(in: events)
    return all.first { $0.weight == .must } ?? all.first
  }

  private func differences(in events: [Event]) -> [Finding] {
    let live = Self.answers(in: events)
    var findings: [Finding] = []
    for (id, record, content) in live.probes {
      // Whether a probe may be given up, other properties say.
      guard let expected = fresh.probes.first(where: { $0.id == id })?.content, !isGivenUp(content),
        !isGivenUp(expected)
      else { continue }
      let method = String(id.drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst())
      guard let difference = difference(method, expected, content), agree(on: id, method, expected) else { continue }
      findings.append(finding(record, method, difference))
    }
    for uri in fresh.diagnostics.keys.sorted() {
      guard let expected = fresh.diagnostics[uri], let came = live.diagnostics[uri],
        came.version == nil || came.version == live.versions[uri]
      else { continue }
      if let difference = difference(
        Method.publishDiagnostics, ["diagnostics": expected.list], ["diagnostics": came.list]),
        controls.allSatisfy({ $0.diagnostics[uri]?.list == expected.list })
      {
        findings.append(finding(came.record, Method.publishDiagnostics, difference))
      }
    }
    return findings
  }

  private func agree(on id: String, _ method: String, _ expected: JSONValue) -> Bool {
    controls.allSatisfy { control in
      guard let content = control.probes.first(where: { $0.id == id })?.content else { return false }
      return difference(method, expected, content) == nil
    }
  }

  /// They are about files that the client has not opened, too.
  private static let needIndex: Set<String> = [
    Method.completion, Method.references, Method.workspaceSymbol, Method.definition,
  ]

  private func isGivenUp(_ content: JSONValue) -> Bool {
    let codes = [Outcome.requestCancelled, Outcome.contentModified, Outcome.serverCancelled]
    return content["error"]?.integer.map(codes.contains) ?? false
  }

  private func difference(_ method: String, _ expected: JSONValue, _ came: JSONValue) -> JSONDifference? {
    let found = AnswerComparison().compareValues(method: method, recorded: expected, replayed: came, path: "result")
    guard case .different(let differences) = found else { return nil }
    return differences.first ?? JSONDifference(path: "result", recorded: expected, replayed: came)
  }

  private func finding(_ record: Int, _ method: String, _ difference: JSONDifference) -> Finding {
    let weight: Weight = dependsOnTime && Self.needIndex.contains(method) ? .observation : .must
    return Finding(
      checker: Oracle.fresh.rawValue, weight: weight, record: record,
      expected:
        "\(method): what a fresh server says of the same texts (\(difference.path): \(difference.recorded?.brief ?? "nothing"))",
      came: difference.replayed?.brief ?? "nothing")
  }

  // MARK: Reading

  private static func answers(in events: [Event]) -> Answers {
    var answers = Answers()
    for (record, event) in events.enumerated() {
      guard case .message(let party, let message) = event.event else { continue }
      guard let envelope = try? Envelope(scanning: message.body) else { continue }
      switch (party, envelope.kind) {
      case (.server, .response(let id?)):
        answered(id.description, message.body, envelope, &answers)
        guard case .string(let name) = id, name.hasPrefix(Probes.prefix) else { continue }
        let pulled = answers.pulled[id.description].flatMap { answers.believed[$0] }
        answers.probes.append((name, record, pulled ?? content(message.body, envelope)))
      case (.client, .request(let id, Method.documentDiagnostic)):
        let document = envelope.params.map { JSONView(message.body, $0) }?["textDocument"]
        answers.pulled[id.description] = document?["uri"]?.string
      case (.server, .notification(Method.publishDiagnostics)): published(message.body, envelope, record, &answers)
      case (.client, .notification(Method.didOpen)), (.client, .notification(Method.didChange)):
        let document = envelope.params.map { JSONView(message.body, $0) }?["textDocument"]
        if let uri = document?["uri"]?.string, let version = document?["version"]?.integer {
          answers.versions[uri] = version
        }
      case (.client, .notification(Method.didClose)):
        let document = envelope.params.map { JSONView(message.body, $0) }?["textDocument"]
        if let uri = document?["uri"]?.string { answers.versions[uri] = nil }
      default: break
      }
    }
    return answers
  }

  /// LSP 3.17, "Document Diagnostics": a report is whole, or says that nothing has changed.
  private static func answered(_ id: String, _ body: [UInt8], _ envelope: Envelope, _ answers: inout Answers) {
    guard let uri = answers.pulled[id], let result = envelope.result.map({ JSONView(body, $0) }),
      result["kind"]?.string == "full", let items = result["items"]?.value
    else { return }
    answers.believed[uri] = items
  }

  private static func published(_ body: [UInt8], _ envelope: Envelope, _ record: Int, _ answers: inout Answers) {
    let params = envelope.params.map { JSONView(body, $0) }
    guard let uri = params?["uri"]?.string, let list = params?["diagnostics"]?.value else { return }
    answers.diagnostics[uri] = (record, params?["version"]?.integer, list)
  }

  /// The result or error; of query-engine-v2 the feature's own part of it: snapshots and costs may differ.
  private static func content(_ body: [UInt8], _ envelope: Envelope) -> JSONValue {
    if let error = envelope.error { return ["error": JSONView(body, error)["code"]?.value ?? .null] }
    guard let result = envelope.result.map({ JSONView(body, $0) }) else { return .null }
    guard result["snapshotIdUsed"] != nil else { return result.value ?? .null }
    if let error = result["error"] { return ["error": error["code"]?.value ?? .null] }
    return result["result"]?["payload"]?.value ?? .null
  }
}
