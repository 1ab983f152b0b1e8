import JSONRPC
import Recording
import Transcript

/// What a client still holds of a server when that has ended: lists that it may resolve items of, and the ids of diagnostics.
struct HeldAnswers {
  /// A list that was asked for when all edits were made.
  struct Completion {
    var params: JSONValue
    var items: [JSONValue]
    /// Where the items stand in an answer.
    var path: [JSONValue]
  }

  struct Report {
    var uri: String
    var resultID: String
    var items: JSONValue
  }

  private(set) var completions: [Completion] = []
  private(set) var canResolve = false
  /// The whole reports of each document, in the order of the questions.
  private var reports: [String: [Report]] = [:]

  init(_ events: [FreshOracle.Event]) {
    let answers = Self.answers(in: events)
    for (event, _) in events {
      guard case .message(.client, let message) = event, let envelope = try? Envelope(scanning: message.body),
        case .request(let id, let method) = envelope.kind, let result = answers[id]?["result"]
      else { continue }
      let params = envelope.params.flatMap { JSONView(message.body, $0).value } ?? .null
      switch method {
      case Method.initialize:
        canResolve = result["capabilities"]?["completionProvider"]?["resolveProvider"] == true
      case Method.completion where Probes.isProbe(id): note(list: result, params)
      case Method.documentDiagnostic: note(report: result, params)
      default: break
      }
    }
  }

  /// For each document the last report that says something else than the latest one: its id is out of date.
  var outdatedReports: [Report] {
    reports.keys.sorted().compactMap { uri in
      guard let reports = reports[uri], let latest = reports.last else { return nil }
      return reports.last { $0.items != latest.items }
    }
  }

  private mutating func note(list: JSONValue, _ params: JSONValue) {
    let path: [JSONValue] = list.array == nil ? ["items"] : []
    guard let items = list.array ?? list["items"]?.array, !items.isEmpty else { return }
    completions.append(Completion(params: params, items: items, path: path))
  }

  private mutating func note(report: JSONValue, _ params: JSONValue) {
    guard let uri = params["textDocument"]?["uri"]?.string, let id = report["resultId"]?.string,
      let items = report["items"]
    else { return }
    reports[uri, default: []].append(Report(uri: uri, resultID: id, items: items))
  }

  /// The first answer to each request of the client, by the request's id.
  static func answers(in events: [FreshOracle.Event]) -> [RequestID: JSONValue] {
    var answers: [RequestID: JSONValue] = [:]
    for (event, _) in events {
      guard case .message(.server, let message) = event, let envelope = try? Envelope(scanning: message.body),
        case .response(let id?) = envelope.kind, answers[id] == nil
      else { continue }
      answers[id] = (try? JSONValue(parsing: message.body)) ?? .null
    }
    return answers
  }
}
