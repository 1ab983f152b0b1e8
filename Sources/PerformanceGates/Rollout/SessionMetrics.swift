import Checkers
import JSONRPC
package import Recording
import Transcript

/// Metrics out of a recorded session: what its queries say of themselves (``TelemetryCollector``), what the checkers find, and how the
/// server ended. What a recording cannot tell is left uncounted, and holds.
package struct SessionMetrics: Sendable {
  private let header: Header
  private let start: Int
  private let kind: ProtocolKind
  private var judge: Judge
  private var conversation = Conversation()
  private var telemetry = TelemetryCollector()
  private var findings: [Finding] = []
  private var build: String?
  private var lastTime: Int64 = 0
  private var end: End?
  /// Whether a signal was passed on to the server, so that it may end by one.
  private var wasTold = false
  private var clientIsDone = false
  private var hasGap = false

  /// The longest that an answer may take: what takes longer is none.
  private static let patience: Int64 = 60_000_000

  /// Which checkers see which counter's incidents. A crash while the client is there is an edit without an answer, too.
  private static let watches: [(counter: RolloutCounter, checkers: [any Checker.Type])] = [
    (.stalePublishes, [PublishOrder.self, NoPublishAfterClose.self, ReadYourEdits.self]),
    (.postCancelPublishes, [CancellationTerminal.self]),
    (.cancellationFailures, [CancelledAnswers.self, CancelledUnasked.self]),
    (.lifecycleLeaks, [NothingAfterShutdown.self]),
    (.parseHardFails, [NoInternalError.self, AnsweredOnce.self, Hang.self, StaysAlive.self]),
  ]

  /// Nil when the header does not say when the session began.
  package init?(_ header: Header) {
    guard let start = Timestamp.seconds(header.started) else { return nil }
    self.header = header
    self.start = start
    kind = ProtocolKind(header.framing)
    var limits = CheckerLimits()
    limits.longestAnswer = Self.patience
    // The engine that is rolled out promises it in LSP, too.
    limits.promises = .terminalCancels
    judge = Judge(Self.watches.flatMap(\.checkers), kind: kind, limits: limits)
  }

  package mutating func consume(_ record: Record) {
    lastTime = max(lastTime, record.time)
    findings += judge.consume(record)
    for observation in conversation.consume(record) { consume(observation, record) }
  }

  private mutating func consume(_ observation: Observation, _ record: Record) {
    switch observation.fact {
    case .answered(let exchange) where exchange.request.from == .client: answered(exchange, record)
    case .message(let message) where message.from == .client:
      if [Method.shutdown, Method.exit].contains(message.envelope.method) { clientIsDone = true }
    case .event(.peers(let peers)): build = build ?? peers.server.version
    case .event(.close(from: .client)): clientIsDone = true
    case .event(.signal): wasTold = true
    case .event(.gap(let gap)) where gap.messages != PerParty(): hasGap = true
    case .event(.end(let end)): self.end = end
    default: break
    }
  }

  /// In LSP each request is a query; none of them has telemetry, which is what must be said.
  private mutating func answered(_ exchange: Exchange, _ record: Record) {
    let method = exchange.request.method
    if method == EngineMethod.getProtocolInfo { build = build ?? exchange.answer?.result?["build_id"]?.string }
    let isQuery =
      switch kind {
      case .queryEngine: exchange.query != nil
      case .languageServer: ![Method.initialize, Method.shutdown].contains(method)
      }
    guard isQuery, case .message(_, let message) = record.event else { return }
    telemetry.add(answer: (try? JSONValue(parsing: message.body)) ?? .null)
  }

  /// The metrics of the whole. `isComplete`: the recording was read to its end.
  package mutating func finish(stage: RolloutStage, isComplete: Bool) -> RolloutMetrics {
    findings += judge.finish(isComplete: isComplete)
    // Whoever has not seen all of a session cannot say that there was nothing.
    let isWhole = isComplete && end != nil && !hasGap
    let platform = header.platform
    return telemetry.metrics(
      stage: stage, instance: "\(header.command.joined(separator: " ")) in \(header.directory)",
      build: build ?? Self.unknownBuild, start: start, end: start + Int((lastTime + 999_999) / 1_000_000),
      tags: [RolloutMetrics.Tag("os", platform.os), RolloutMetrics.Tag("arch", platform.arch)],
      counters: isWhole ? Self.watches.map { counted($0.counter, $0.checkers) } : [], crashes: isWhole ? crashes : nil)
  }

  /// Of a session in which the server did not say what it is.
  package static let unknownBuild = "unknown"

  private func counted(_ counter: RolloutCounter, _ checkers: [any Checker.Type]) -> RolloutMetrics.Counter {
    let found = findings.count { finding in
      finding.weight == .must && checkers.contains { $0.property.id == finding.checker }
    }
    // A server that somebody had to end after the client had left would have stayed.
    let leaked = counter == .lifecycleLeaks && clientIsDone && endSignal != nil && !hasCrashed
    return RolloutMetrics.Counter(counter: counter, count: found + (leaked ? 1 : 0))
  }

  /// The signal that ended the server, unless somebody sent it through the recorder.
  private var endSignal: Int? {
    guard !wasTold, case .signal(let number)? = end?.status else { return nil }
    return number
  }

  private var hasCrashed: Bool {
    endSignal.map { StaysAlive.crashes.contains($0) } == true
      || findings.contains { $0.checker == StaysAlive.property.id && $0.weight == .must }
  }

  private var crashes: [Int] { hasCrashed ? [start + Int(lastTime / 1_000_000)] : [] }
}
