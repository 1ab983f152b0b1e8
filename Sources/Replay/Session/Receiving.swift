import JSONRPC
import Transcript

// The server's messages.
extension ReplaySession {
  mutating func receive(_ body: [UInt8], at now: Int64) {
    outcome.bytesFromServer += body.count
    lastMessageTime = now
    if outcome.bytesFromServer > byteLimit { return babbling(outcome.bytesFromServer, at: now) }
    let envelope: Envelope
    do {
      envelope = try Envelope(scanning: body)
    } catch {
      outcome.log.add(Problem(.junk, .warning, "the server sent a message that is not a JSON object: \(error)"))
      return
    }
    let params = envelope.params.map { JSONView(body, $0) }
    switch envelope.kind {
    case .response(let id): receiveAnswer(id, body, envelope, at: now)
    case .request(let id, let method): receiveRequest(id, method, params, at: now)
    case .notification(let method): receiveNotification(method, params, body, at: now)
    case .other:
      outcome.log.add(Problem(.junk, .warning, "the server sent a message that is no request, answer or notification"))
    }
  }

  mutating func receiveJunk(_ bytes: [UInt8]) {
    outcome.bytesFromServer += bytes.count
    if junk.count == 0 { junk.sample = Array(bytes.prefix(80)) }
    junk.count += 1
    junk.bytes += bytes.count
  }

  // MARK: Answers

  private mutating func receiveAnswer(_ id: RequestID?, _ body: [UInt8], _ envelope: Envelope, at now: Int64) {
    if case .closing = phase, id == Self.shutdownID { return ownShutdownAnswered(at: now) }
    guard let id, let entry = inFlight.answer(id) else { return receiveUnexpectedAnswer(id) }
    inFlight.lastAnswer = now
    timeoutsInARow = 0
    outcome.exchanges[entry.record]?.answer = body
    outcome.exchanges[entry.record]?.answeredAt = now
    tokens.answered(entry.record, result: envelope.result.map { JSONView(body, $0) })
    sendLateCancel(afterAnswerTo: entry.record, at: now)
    if entry.method == Method.documentDiagnostic, envelope.result != nil {
      outcome.firstDiagnostics += edits.answered(entry.record, at: now)
    }
    guard entry.method == Method.initialize else { return }
    outcome.initializeAnswered = true
    // A server that starts more slowly now must not get all at once what the client sent in the meantime.
    if let recorded = script.exchanges[entry.record]?.answer?.time { origin = (recorded, now) }
  }

  private mutating func receiveUnexpectedAnswer(_ id: RequestID?) {
    let name = id?.description ?? "null"
    if let id, let record = inFlight.record(ofAnswered: id) {
      outcome.exchanges[record]?.duplicates += 1
      let method = outcome.exchanges[record]?.method ?? ""
      outcome.log.add(
        Problem(.duplicateAnswer, .failure, "\(method) (id \(name)) was answered more than once", record: record))
    } else {
      outcome.log.add(Problem(.unknownAnswer, .warning, "an answer with id \(name), which no request had"))
    }
  }

  // MARK: Requests

  private mutating func receiveRequest(_ id: RequestID, _ method: String, _ params: JSONView?, at now: Int64) {
    outcome.serverRequests[method, default: 0] += 1
    let pacing = options.pacing
    let held = serverRequests.insert(id, method: method, params: params, paths: livePaths) { entry in
      pacing.delay(entry.thinkTime).map { now + $0 }
    }
    if method == Method.workDoneProgressCreate, let entry = held.entry {
      tokens.created(progressToken: params?["token"], recordedAs: serverRequests.entry(entry).request.record)
    }
    if phase != .running || !pacing.awaitsDependencies { answerHeldRequests(at: now) }
  }

  // MARK: Notifications

  private mutating func receiveNotification(
    _ method: String, _ params: JSONView?, _ body: [UInt8], at now: Int64
  ) {
    outcome.serverNotifications[method, default: 0] += 1
    switch method {
    case Method.publishDiagnostics: receivePublish(params, at: now)
    case Method.progress: receiveProgress(params, body)
    default: break
    }
  }

  private mutating func receivePublish(_ params: JSONView?, at now: Int64) {
    let found = params?.members("uri", "version", "diagnostics")
    guard let uri = found?[0]?.string, let list = found?[2], list.isArray else { return }
    let recorded = livePaths.mapped(uri: uri)
    let key = DocumentURI.key(recorded)
    publishedSinceEdit.insert(key)
    outcome.firstDiagnostics += edits.published(key, version: found?[1]?.integer, at: now)
    let count = (outcome.publishes[key]?.count ?? 0) + 1
    outcome.publishes[key] = LivePublish(
      uri: recorded, version: found?[1]?.integer, diagnostics: Array(list.raw), count: count)
  }

  private mutating func receiveProgress(_ params: JSONView?, _ body: [UInt8]) {
    guard let token = params?["token"]?.requestID, let value = params?["value"] else { return }
    if let record = inFlight.record(ofPartial: token) {
      outcome.exchanges[record]?.parts.append(body)
      tokens.answered(record, result: value)
      return
    }
    _ = progressTitles.received(params)
  }
}
