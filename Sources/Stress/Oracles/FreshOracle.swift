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
    /// The last diagnostics that were published for a document.
    var diagnostics: [String: (record: Int, version: Int?, list: JSONValue)] = [:]
    /// The version of each document that the client sent last.
    var versions: [String: Int] = [:]
  }

  private let fresh: Answers

  /// - Parameter events: of the fresh session.
  init(fresh events: [Event]) { fresh = Self.answers(in: events) }

  /// The first thing that the server of the other session says otherwise.
  package func finding(in events: [Event]) -> Finding? {
    let live = Self.answers(in: events)
    for (id, record, content) in live.probes {
      guard let expected = fresh.probes.first(where: { $0.id == id })?.content else { continue }
      let method = String(id.drop { $0 != "/" }.dropFirst().drop { $0 != "/" }.dropFirst())
      if let difference = difference(method, expected, content) { return finding(record, method, difference) }
    }
    for uri in fresh.diagnostics.keys.sorted() {
      guard let expected = fresh.diagnostics[uri], let came = live.diagnostics[uri],
        came.version == nil || came.version == live.versions[uri]
      else { continue }
      if let difference = difference(
        Method.publishDiagnostics, ["diagnostics": expected.list], ["diagnostics": came.list])
      {
        return finding(came.record, Method.publishDiagnostics, difference)
      }
    }
    return nil
  }

  private func difference(_ method: String, _ expected: JSONValue, _ came: JSONValue) -> JSONDifference? {
    let found = AnswerComparison().compareValues(method: method, recorded: expected, replayed: came, path: "result")
    guard case .different(let differences) = found else { return nil }
    return differences.first ?? JSONDifference(path: "result", recorded: expected, replayed: came)
  }

  private func finding(_ record: Int, _ method: String, _ difference: JSONDifference) -> Finding {
    func shown(_ value: JSONValue?) -> String {
      guard let value else { return "nothing" }
      let text = String(decoding: value.serialized(), as: UTF8.self)
      return text.count > 120 ? text.prefix(117) + "..." : text
    }
    return Finding(
      checker: Oracle.fresh.rawValue, weight: .must, record: record,
      expected:
        "\(method): what a fresh server says of the same texts (\(difference.path): \(shown(difference.recorded)))",
      came: shown(difference.replayed))
  }

  // MARK: Reading

  private static func answers(in events: [Event]) -> Answers {
    var answers = Answers()
    for (record, event) in events.enumerated() {
      guard case .message(let party, let message) = event.event else { continue }
      guard let envelope = try? Envelope(scanning: message.body) else { continue }
      switch (party, envelope.kind) {
      case (.server, .response(.string(let id)?)) where id.hasPrefix(Probes.prefix):
        answers.probes.append((id, record, content(message.body, envelope)))
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
