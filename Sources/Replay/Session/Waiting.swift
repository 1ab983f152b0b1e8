import Recording
import Transcript

// What a step waits for.
extension ReplaySession {
  enum Readiness: Equatable {
    case ready
    /// It is not to be sent at all.
    case passedOver
    /// Until the server does something, or until this time.
    case waiting(until: Int64?)
  }

  mutating func readiness(of step: Script.Step, at now: Int64) -> Readiness {
    if case .reply(let request) = step.role { return readiness(ofReplyTo: request, step, at: now) }
    if !step.directions.isEmpty, let readiness = readiness(by: step.directions, at: now) { return readiness }
    if let due = dueTime(of: step), due > now { return .waiting(until: due) }
    for edge in step.edges where options.pacing.awaitsDependencies || Self.holdsAlways(edge.kind) {
      if let until = wait(for: edge.record, step, at: now) { return .waiting(until: until.time) }
    }
    if let until = waitForBackground(of: step, at: now) { return .waiting(until: until) }
    return .ready
  }

  // MARK: What the server does by itself

  private mutating func waitForBackground(of step: Script.Step, at now: Int64) -> Int64? {
    guard options.pacing.awaitsDependencies, !step.background.isEmpty else { return nil }
    // Who is impatient does not wait for diagnostics. Without its index a server may rightly answer otherwise.
    let isImpatient = options.perturbation?.isImpatient(step) == true
    let awaited = isImpatient ? step.background.filter { if case .ended = $0 { true } else { false } } : step.background
    if areFinished(awaited) {
      background.end(found: true)
      return nil
    }
    background.begin(at: now)
    let deadline = background.deadline(patience: options.timeouts.patience, recordedWait: step.pause)
    if now < deadline { return deadline }
    background.end(found: false)
    return nil
  }

  private func areFinished(_ works: [BackgroundWork]) -> Bool {
    // A closure would copy the session.
    for work in works where !isFinished(work) { return false }
    return true
  }

  private func isFinished(_ work: BackgroundWork) -> Bool {
    switch work {
    case .published(let document, let version):
      if let version, let live = outcome.publishes[document]?.version { return live >= version }
      return publishedSinceEdit.contains(document)
    case .ended(let title, let count): return progressTitles.ended[title] ?? 0 >= count
    }
  }

  // MARK: What the step depended on

  private static func holdsAlways(_ kind: CausalEdge.Kind) -> Bool { kind == .initialize || kind == .shutdown }

  /// When a timed pace has the step go out.
  func dueTime(of step: Script.Step) -> Int64? {
    guard let origin, let delay = options.pacing.delay(step.message.time - origin.recorded) else { return nil }
    return origin.live + delay
  }

  /// Answers to the server go out when it asks. In lockstep the client's next messages wait for that, for a while: they
  /// were sent by a client that had answered.
  private mutating func readiness(ofReplyTo request: Request, _ step: Script.Step, at now: Int64) -> Readiness {
    guard options.pacing.awaitsDependencies else { return .passedOver }
    if serverRequests.hasArrived(request.record) { return .ready }
    if Self.variesInNumber(request.method) || unreliable.contains(request.method) { return .passedOver }
    guard let until = wait(for: request.record, step, at: now) else { return .passedOver }
    return .waiting(until: until.time)
  }

  /// Requests that say "something has changed": how many there are is a matter of time.
  private static func variesInNumber(_ method: String) -> Bool {
    method == Method.workDoneProgressCreate || method.hasSuffix("/refresh")
  }

  private struct Until { var time: Int64? }

  /// Nil when the cause has come, or was given up.
  private mutating func wait(for record: Int, _ step: Script.Step, at now: Int64) -> Until? {
    guard !givenUp.contains(record), let cause = script.causes[record], !hasHappened(cause, record)
    else { return nil }
    // A request's own time-out decides about its answer.
    if case .answer(let request) = cause, inFlight.hasLimit(request) { return Until(time: nil) }
    let deadline = (blockedSince ?? now) + patience(for: cause, record, step)
    if now < deadline { return Until(time: deadline) }
    giveUp(cause, record, step)
    return nil
  }

  private func hasHappened(_ cause: Script.Cause, _ record: Int) -> Bool {
    switch cause {
    case .answer(let request): !inFlight.contains(request) || outcome.exchanges[request]?.timedOut == true
    case .serverRequest: serverRequests.hasArrived(record)
    case .publish(let document, let ordinal, let version): hasPublish(document, ordinal: ordinal, version: version)
    case .other: true
    }
  }

  private func hasPublish(_ document: String, ordinal: Int, version: Int?) -> Bool {
    guard let publish = outcome.publishes[document] else { return false }
    if let version, let live = publish.version { return live >= version }
    return publish.count >= ordinal
  }

  /// At least three times as long as it took in the recording; short for what did not come before.
  private func patience(for cause: Script.Cause, _ record: Int, _ step: Script.Step) -> Int64 {
    if unreliable.contains(Self.method(of: cause)) { return options.timeouts.patience / 20 }
    let previous = cursor > 0 ? script.steps[cursor - 1].message.time : 0
    let recorded = (script.transcript.message(record)?.time ?? previous) - previous
    let longest = max(options.timeouts.request, options.timeouts.patience)
    return min(max(options.timeouts.patience, min(recorded, longest) * 3), longest)
  }

  private static func method(of cause: Script.Cause) -> String {
    switch cause {
    case .answer: "an answer"
    case .serverRequest(let method): method
    case .publish: Method.publishDiagnostics
    case .other: ""
    }
  }

  private mutating func giveUp(_ cause: Script.Cause, _ record: Int, _ step: Script.Step) {
    givenUp.insert(record)
    unreliable.insert(Self.method(of: cause))
    let what =
      switch cause {
      case .answer(let request): "the answer to #\(request)"
      case .serverRequest(let method): "the server's \(method) (#\(record))"
      case .publish(let document, _, _): "the diagnostics for \(document) (#\(record))"
      case .other: "#\(record)"
      }
    outcome.log.add(
      Problem(
        .missingCause, .warning,
        "\(step.message.method ?? "a message") came after \(what) in the recording; that did not come, and the session "
          + "went on without it", record: step.record))
  }

  // MARK: Requests that take too long

  var nextExpiry: Int64? { isTalking ? inFlight.nextExpiry(lastAnswer: inFlight.lastAnswer) : nil }

  /// Whether the client's messages are going out, or their answers are awaited.
  var isTalking: Bool {
    switch phase {
    case .running, .settling: true
    default: false
    }
  }

  mutating func expireRequests(at now: Int64) {
    guard isTalking, !inFlight.entries.isEmpty else { return }
    let expired = inFlight.expire(at: now, lastAnswer: inFlight.lastAnswer)
    guard let first = expired.first else { return }
    for entry in expired {
      outcome.exchanges[entry.record]?.timedOut = true
      sendLateCancel(afterAnswerTo: entry.record, at: now)
    }
    timeoutsInARow += 1
    let isOver = first.method == Method.initialize || timeoutsInARow >= 2
    for entry in expired {
      let waited = Self.seconds(now - entry.sentAt)
      outcome.log.add(
        Problem(.timedOut, .failure, "\(entry.method) was not answered within \(waited)", record: entry.record))
    }
    if isOver { hung(first, at: now) }
  }

  static func seconds(_ microseconds: Int64) -> String {
    let tenths = (microseconds + 50_000) / 100_000
    return tenths % 10 == 0 ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
  }
}
