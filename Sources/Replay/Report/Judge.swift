import JSONRPC
import Measurement
import Recording
import Transcript

/// Holds a replay against its recording.
package struct Judge {
  let script: Script
  let outcome: ReplayOutcome
  private let recordedPaths: PathMap
  private let livePaths: PathMap
  private let comparison = AnswerComparison()
  /// Records of the client's edits, in order.
  private let edits: [Int]
  private let longPolls: Set<String>

  private var rows: [String: Verdict.MethodRow] = [:]
  private var order: [String] = []
  /// Microseconds, by method.
  private var recordedLatencies: [String: [Int64]] = [:]
  private var replayedLatencies: [String: [Int64]] = [:]
  private var examples: [String: Verdict.Example] = [:]

  package init(_ script: Script, _ outcome: ReplayOutcome, paths: PathMap, timeouts: TimeoutPolicy) {
    self.script = script
    self.outcome = outcome
    recordedPaths = paths.canonical
    livePaths = paths.inverted
    longPolls = timeouts.longPolls
    edits = script.steps.filter { $0.message.method == Method.didChange }.map(\.record)
  }

  /// Judges all requests. Methods stand in the order of their first request.
  package mutating func judge() -> (methods: [Verdict.MethodRow], examples: [Verdict.Example]) {
    for step in script.steps {
      guard case .request(let request) = step.role, let exchange = script.exchanges[request.record] else { continue }
      judge(exchange, outcome.exchanges[request.record])
    }
    let methods = order.compactMap { method -> Verdict.MethodRow? in
      rows[method]?.recordedLatency = recordedLatencies[method].flatMap { LatencyQuantiles($0) }
      rows[method]?.replayedLatency = replayedLatencies[method].flatMap { LatencyQuantiles($0) }
      return rows[method]
    }
    return (methods, order.compactMap { examples[$0] })
  }

  private mutating func judge(_ recorded: Exchange, _ live: LiveExchange?) {
    let method = recorded.request.method
    var row = rows[method] ?? Verdict.MethodRow(method: method)
    if rows[method] == nil { order.append(method) }
    row.requests += 1
    row.extra += live?.duplicates ?? 0
    if let latency = recorded.latency { recordedLatencies[method, default: []].append(latency) }
    if let latency = live?.latency { replayedLatencies[method, default: []].append(latency) }
    switch (recorded.answer, live?.answer) {
    case (let answer?, let body?): count(compare(recorded, answer, live, body), of: recorded, in: &row)
    case (_?, nil) where outcome.crashWasInjected: row.open += 1
    case (_?, nil): if longPolls.contains(method), live != nil { row.open += 1 } else { row.missing += 1 }
    // Of a generated session nobody knows what is right; properties tell.
    case (nil, _?): if !script.isGenerated { row.extra += 1 }
    case (nil, nil): if script.isGenerated, live?.timedOut == true { row.missing += 1 } else { row.open += 1 }
    }
    rows[method] = row
  }

  private mutating func count(
    _ finding: AnswerComparison.Finding, of recorded: Exchange, in row: inout Verdict.MethodRow
  ) {
    switch finding {
    case .same: row.same += 1
    case .excused(let excuse):
      row.same += 1
      row.excused[excuse, default: 0] += 1
    case .different(let differences):
      row.different += 1
      guard examples[row.method] == nil else { return }
      examples[row.method] = Verdict.Example(
        method: row.method, ordinal: row.requests, request: recorded.request.record, answer: recorded.answer?.record,
        differences: differences)
    }
  }

  // MARK: One answer

  private func compare(
    _ recorded: Exchange, _ answer: Exchange.Answer, _ live: LiveExchange?, _ body: [UInt8]
  ) -> AnswerComparison.Finding {
    guard let message = script.transcript.message(answer.record) else { return .same }
    let parts = live?.parts ?? []
    if parts.isEmpty, recorded.partialResults.isEmpty, hasEqualBytes(message, body) { return .same }
    let circumstances = AnswerComparison.Circumstances(
      isCancelled: recorded.cancel != nil || live?.isCancelled == true,
      isOvertaken: live?.isOvertaken == true || isOvertaken(recorded, answer))
    return comparison.compare(
      method: recorded.request.method,
      recorded: AnswerContent(
        body: recordedPaths.rewritten(message.body),
        parts: recorded.partialResults.compactMap { script.transcript.message($0) }
          .compactMap { Self.progressValue($0.body, recordedPaths) }),
      replayed: AnswerContent(
        body: livePaths.rewritten(body), parts: parts.compactMap { Self.progressValue($0, livePaths) }),
      circumstances)
  }

  /// The common case, decided without building values.
  private func hasEqualBytes(_ recorded: Message, _ body: [UInt8]) -> Bool {
    guard let old = recorded.result, recorded.error == nil, let envelope = try? Envelope(scanning: body),
      let new = envelope.result, envelope.error == nil
    else { return false }
    if livePaths.isIdentity { return old.raw == body[new] }
    return old.raw.elementsEqual(livePaths.rewritten(body[new]))
  }

  private func isOvertaken(_ exchange: Exchange, _ answer: Exchange.Answer) -> Bool {
    edits.contains { exchange.request.record < $0 && $0 < answer.record }
  }

  private static func progressValue(_ body: [UInt8], _ paths: PathMap) -> JSONValue? {
    (try? JSONValue(parsing: paths.rewritten(body)))?["params"]?["value"]
  }

  // MARK: The server's side

  /// What the server asked and told, by method, in the order of the recording.
  package func traffic() -> [Verdict.TrafficRow] {
    var rows: [Verdict.TrafficRow] = []
    for message in script.transcript.messages where message.from == .server {
      let isRequest: Bool
      switch message.role {
      case .request: isRequest = true
      case .notification: isRequest = false
      default: continue
      }
      guard let method = message.method else { continue }
      if let index = rows.firstIndex(where: { $0.method == method && $0.isRequest == isRequest }) {
        rows[index].recorded += 1
      } else {
        let replayed = (isRequest ? outcome.serverRequests : outcome.serverNotifications)[method] ?? 0
        rows.append(Verdict.TrafficRow(method: method, isRequest: isRequest, recorded: 1, replayed: replayed))
      }
    }
    for (counts, isRequest) in [(outcome.serverRequests, true), (outcome.serverNotifications, false)] {
      for (method, count) in counts.sorted(by: { $0.key < $1.key })
      where !rows.contains(where: { $0.method == method && $0.isRequest == isRequest }) {
        rows.append(Verdict.TrafficRow(method: method, isRequest: isRequest, recorded: 0, replayed: count))
      }
    }
    return rows
  }

  /// Name and version that the live server gave.
  package func liveServer(command: [String]) -> Verdict.Server {
    let initialize = outcome.exchanges.values.first { $0.method == Method.initialize }
    let info = initialize?.answer.flatMap { body in
      (try? Envelope(scanning: body))?.result.flatMap { JSONView(body, $0)["serverInfo"] }
    }
    return Verdict.Server(name: info?["name"]?.string, version: info?["version"]?.string, command: command)
  }
}
