import JSONRPC
import Transcript

// The client's messages.
extension ReplaySession {
  /// Sends every step whose time has come. Returns whether the phase has changed.
  mutating func sendSteps(at now: Int64) -> Bool {
    stepWake = nil
    while cursor < script.steps.count {
      let step = script.steps[cursor]
      // Who generates a session says himself what it waits for.
      if step.isShutdown, !isSettled, !script.isGenerated {
        phase = .settling(since: now)
        return true
      }
      switch readiness(of: step, at: now) {
      case .ready:
        if let until = holdBack(step, at: now) {
          stepWake = until
          answerHeldRequests(at: now)
          return false
        }
        if !step.directions.isEmpty { postponeRest(after: step, at: now) }
        if !isMoved(step) { send(step, at: now) }
        sendEarlyCancel(after: step, at: now)
      case .passedOver: break
      case .waiting(let until):
        stepWake = until
        if blockedSince == nil { blockedSince = now }
        answerHeldRequests(at: now)
        return false
      }
      blockedSince = nil
      cursor += 1
    }
    if isSettled || saidExit {
      finishScript(at: now)
    } else {
      phase = .settling(since: now)
    }
    return true
  }

  /// Nothing may follow that.
  private var saidExit: Bool {
    script.isGenerated && (script.closesInput || script.steps.last?.message.method == Method.exit)
  }

  mutating func send(_ step: Script.Step, at now: Int64) {
    if case .reply(let request) = step.role {
      if let held = serverRequests.take(record: request.record) { answer(held) }
      return
    }
    guard let body = body(of: step) else { return }
    prepareFiles(for: step)
    note(step, at: now)
    emit(.send(step.frame.message(body)))
    lastSentTime = now
    outcome.stepsSent += 1
    outcome.bytesToServer += body.count
  }

  // MARK: Before it goes out

  /// Servers read from disk what was saved, and what they are told has changed.
  private mutating func prepareFiles(for step: Script.Step) {
    for change in script.fileChanges[step.record] ?? [] {
      emit(.changed(change, uri: options.paths.mapped(uri: change.uri), time: step.message.time))
    }
    guard let uri = step.document?.uri else { return }
    switch step.message.method {
    case Method.didOpen:
      guard let text = step.message.params?["textDocument"]?["text"]?.utf8 else { return }
      emit(.opened(uri: options.paths.mapped(uri: uri), text: text))
    case Method.didSave:
      guard let text = script.transcript.documents.text(of: uri, atRecord: step.record) else { return }
      emit(.saved(uri: options.paths.mapped(uri: uri), text: text, time: step.message.time))
    default: break
    }
  }

  private mutating func note(_ step: Script.Step, at now: Int64) {
    switch step.role {
    case .request(let request): noteRequest(request, step, at: now)
    case .notification(Method.cancelRequest):
      guard let id = step.message.params?["id"]?.requestID, let record = inFlight.record(of: id) else { return }
      outcome.exchanges[record]?.isCancelled = true
    case .notification(let method) where Self.touchesDocument.contains(method):
      if let document = step.document {
        publishedSinceEdit.remove(document.key)
        edits.sent(method, document.key, version: document.version, at: now)
      }
      guard method == Method.didChange else { return }
      for entry in inFlight.entries { outcome.exchanges[entry.record]?.isOvertaken = true }
    case .notification, .reply, .other: break
    }
  }

  private static let touchesDocument: Set = [Method.didOpen, Method.didChange, Method.didSave, Method.didClose]

  private mutating func noteRequest(_ request: Request, _ step: Script.Step, at now: Int64) {
    if origin == nil { origin = (request.time, now) }
    if request.method == Method.documentDiagnostic, let document = step.document {
      edits.asked(request.record, document.key)
    }
    outcome.exchanges[request.record] = LiveExchange(record: request.record, method: request.method, sentAt: now)
    // What was never answered in the recording need not be answered now.
    // An id that is no id cannot be answered.
    let isAwaited = !request.id.isOther &&
      (script.isGenerated || script.exchanges[request.record]?.answer != nil)
      && !options.timeouts.longPolls.contains(request.method)
    inFlight.insert(
      InFlight.Entry(
        record: request.record, id: request.id, method: request.method, sentAt: now,
        limit: isAwaited ? options.timeouts.limit(for: request.method) : nil, isAwaited: isAwaited),
      partialToken: step.message.params?["partialResultToken"]?.requestID)
  }

  /// The recorded body, with our own process id, live tokens and live paths in it. Nil when it lacks what was to come from an answer.
  private mutating func body(of step: Script.Step) -> [UInt8]? {
    var patch = MessagePatch()
    guard take(step.directions, of: step, into: &patch) else { return nil }
    if !options.paths.isIdentity { patch.keepDocumentText(of: step.message) }
    if step.message.method == Method.initialize, let params = step.message.params, let own = params["processId"],
      !own.isNull
    {
      patch.replace(own, with: Array(String(options.processIdentifier).utf8))
    }
    // What says how a document has changed hands nothing back.
    if case .notification(let method) = step.role, Self.touchesDocument.contains(method) {
      return patch.apply(to: step.message.body, paths: options.paths)
    }
    let count = tokens.bind(step, outcome, into: &patch)
    outcome.tokensBound += count.bound
    outcome.tokensUnbound += count.unbound
    if count.unbound > 0 {
      outcome.log.add(
        Problem(
          .unboundToken, .warning,
          "\(step.message.method ?? "a message") hands back \(count.unbound) value(s) for which the server gave no "
            + "counterpart; sent as recorded", record: step.record))
    }
    return patch.apply(to: step.message.body, paths: options.paths)
  }

  // MARK: Answers to the server

  /// Those that are due; all of them when no message of the client's is left that they could be in the way of.
  mutating func answerHeldRequests(at now: Int64) {
    for held in serverRequests.takeDue(at: phase == .running ? now : .max) { answer(held) }
  }

  private mutating func answer(_ held: HeldRequests.Held) {
    let entry = held.entry.map { serverRequests.entry($0) }
    if let entry, let reply = entry.reply, held.isExact || held.method != Method.configuration {
      let whole = JSONView(reply.body, 0..<reply.body.count)
      var patch = MessagePatch()
      patch.replace(whole["id"], with: Array(held.id.description.utf8))
      let body = patch.apply(to: reply.body, paths: options.paths)
      emit(.send(entry.frame.message(body)))
    } else {
      answerByDefault(held)
    }
  }

  private mutating func answerByDefault(_ held: HeldRequests.Held) {
    let record = cursor < script.steps.count ? script.steps[cursor].record : Int.max
    let reply = defaults.reply(method: held.method, params: held.params, record: record, live: livePaths)
    var text = JSONText()
    text.append(raw: #"{"jsonrpc":"2.0","id":"#)
    text.append(raw: held.id.description.utf8)
    switch reply {
    case .result(let bytes):
      text.append(raw: #","result":"#)
      text.append(raw: bytes)
      outcome.log.add(
        Problem(.defaultReply, .note, "\(held.method): the recording has no answer to it; a default was given"))
    case .error(let code, let message):
      text.append(raw: #","error":"#)
      text.append(["code": .number(String(code)), "message": .string(message)])
      outcome.log.add(
        Problem(.unknownRequest, .warning, "\(held.method): the recording has no such request; answered with \(code)"))
    }
    text.append(raw: "}")
    emit(.send(FramedMessage(body: text.bytes)))
  }
}
