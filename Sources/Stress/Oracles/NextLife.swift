import Checkers
import JSONRPC
import Recording
import Replay
import Transcript

/// A client whose server has ended goes on with another one, which is given the final texts. It still holds items and ids of the first, and
/// hands them back: each is answered as what the second made itself, or refused clearly.
///
/// query-engine-v2 numbers its snapshots anew in each life, so that this is about LSP alone.
struct NextLife {
  /// The session with the other server.
  let session: RecordedSession
  private let questions: [Question]

  /// Two requests that must be answered alike.
  private struct Question {
    var method: String
    /// The id of that which hands back what the first server made, and of that which does not.
    var held: String
    var own: String
    /// What the client was told under the id that it names.
    var known: JSONValue?
  }

  /// Nil when the client holds nothing.
  ///
  /// - Parameters:
  ///   - fresh: a fresh server's session with the final texts of what was played.
  ///   - events: how it went.
  init?(_ fresh: FreshSession, after events: [FreshOracle.Event]) {
    guard fresh.session.header.framing == .contentLength else { return nil }
    let held = HeldAnswers(events)
    var script = Draft(writer: fresh.beginning)
    var questions: [Question] = []
    for completion in held.completions where held.canResolve {
      questions += Self.resolving(completion, &script)
    }
    for report in held.outdatedReports { questions.append(Self.pulling(report, &script)) }
    guard !questions.isEmpty else { return nil }
    self.questions = questions
    session = script.finish(name: "what was held, with \(fresh.session.name)")
  }

  /// How many items of a list are handed back.
  private static let mostItems = 2

  /// The items are handed back before the other server has made a list of its own.
  private static func resolving(_ completion: HeldAnswers.Completion, _ script: inout Draft) -> [Question] {
    let chosen = completion.items.indices.filter { completion.items[$0]["data"] != nil }.prefix(mostItems)
    let held = chosen.map { script.ask(Method.completionResolve, completion.items[$0]) }
    guard !held.isEmpty else { return [] }
    let list = script.ask(Method.completion, completion.params)
    return zip(chosen, held).map { index, held in
      let own: JSONValue = ["$from": .string(list), "at": .array(completion.path + [.number(String(index))])]
      return Question(method: Method.completionResolve, held: held, own: script.ask(Method.completionResolve, own))
    }
  }

  private static func pulling(_ report: HeldAnswers.Report, _ script: inout Draft) -> Question {
    let document: JSONValue = ["uri": .string(report.uri)]
    let held = script.ask(
      Method.documentDiagnostic, ["textDocument": document, Probes.previousResult: .string(report.resultID)])
    let own = script.ask(Method.documentDiagnostic, ["textDocument": document])
    return Question(method: Method.documentDiagnostic, held: held, own: own, known: report.items)
  }

  // MARK: The verdict

  /// The first thing that the other server says otherwise where it is handed what the first one made.
  func finding(in events: [FreshOracle.Event], dependsOnTime: Bool) -> Finding? {
    let answers = HeldAnswers.answers(in: events)
    for question in questions {
      guard let own = answers[.string(question.own)], own["error"] == nil else { continue }
      guard let complaint = Self.complaint(question, answers[.string(question.held)], own) else { continue }
      // LSP does not say that anything outlives a server.
      return Finding(
        checker: Oracle.restart.rawValue, weight: dependsOnTime ? .observation : .must, record: events.count,
        expected: "\(question.method) with what the server before the restart had made: \(complaint.expected)",
        came: complaint.came)
    }
    return nil
  }

  private static func complaint(
    _ question: Question, _ held: JSONValue?, _ own: JSONValue
  ) -> (expected: String, came: String)? {
    guard let held else { return ("an answer", "none") }
    if let error = held["error"] {
      if let code = error["code"]?.integer, clearErrors.contains(code) { return nil }
      return ("an answer, or a clear error", error.brief)
    }
    let (expected, came) = (content(own, known: nil), content(held, known: question.known))
    let comparison = AnswerComparison().compareValues(
      method: question.method, recorded: expected, replayed: came, path: "result")
    guard case .different(let differences) = comparison else { return nil }
    let first = differences.first
    return (
      "what it says of its own (\(first?.path ?? "result"): \((first?.recorded ?? expected).brief))",
      (first?.replayed ?? came).brief
    )
  }

  /// Given up, out of date, and refused with a reason (LSP 3.17, "Error Codes").
  private static let clearErrors: Set = [
    Outcome.requestCancelled, Outcome.contentModified, Outcome.serverCancelled, Outcome.requestFailed,
  ]

  /// What the client makes of an answer: of diagnostics the list, be it new or `known` to it; of an item all but what is the server's own
  /// business.
  private static func content(_ answer: JSONValue, known: JSONValue?) -> JSONValue {
    let result = answer["result"] ?? .null
    if result["kind"]?.string == "unchanged" { return known ?? .null }
    if let items = result["items"] { return items }
    guard case .object(var members) = result else { return result }
    members.removeAll { $0.key == "data" }
    return .object(members)
  }
}

/// Requests one after the other, and an orderly end.
private struct Draft {
  var writer: FreshSession.Writer
  private var last: String?
  private var count = 0

  init(writer: FreshSession.Writer) { self.writer = writer }

  /// Returns the request's id.
  mutating func ask(_ method: String, _ params: JSONValue?) -> String {
    let id = "next-life/\(count)/\(method)"
    count += 1
    send(method, params, id: id)
    last = id
    return id
  }

  mutating func finish(name: String) -> RecordedSession {
    _ = ask(Method.shutdown, nil)
    send(Method.exit, nil, id: nil)
    writer.append(.close(from: .client))
    return writer.session(named: name)
  }

  private mutating func send(_ method: String, _ params: JSONValue?, id: String?) {
    var members = [JSONMember("jsonrpc", "2.0"), JSONMember("method", .string(method))]
    if let id { members.insert(JSONMember("id", .string(id)), at: 1) }
    if let params { members.append(JSONMember("params", params)) }
    if let last { members.append(JSONMember("$after", [.string(last)])) }
    writer.append(.message(from: .client, FramedMessage(body: JSONValue.object(members).serialized())))
  }
}
