import JSONRPC
import Recording
import Transcript

// The end: waiting for the server to be done, `shutdown`, `exit`, and what happens instead.
extension ReplaySession {
  static let shutdownID = RequestID.string("reprise-shutdown")

  // MARK: Settling

  mutating func settle(since: Int64, at now: Int64) -> Bool {
    answerHeldRequests(at: now)
    guard inFlight.awaited.isEmpty else { return false }
    let publishes = outcome.serverNotifications[Method.publishDiagnostics] ?? 0
    if diagnosticsState?.publishes != publishes {
      diagnosticsState = (publishes, diagnostics.state(of: outcome))
    }
    guard now >= settledTime(since: since) else { return false }
    isSettled = true
    if cursor < script.steps.count {
      phase = .running
    } else if outcome.initializeAnswered {
      sendOwnShutdown(at: now)
    } else {
      // What was never initialized is not shut down; other protocols end with their input.
      finishScript(at: now)
    }
    return true
  }

  /// When the server counts as done, if it says nothing more.
  private func settledTime(since: Int64) -> Int64 {
    let view = QuiescenceView(
      diagnostics: diagnosticsState?.state ?? .different, isProgressRunning: progressTitles.isRunning)
    return options.quiescence.settledTime(
      view, since: since, lastMessage: max(lastMessageTime, since))
  }

  func settleWake(since: Int64) -> Int64? { inFlight.awaited.isEmpty ? settledTime(since: since) : nil }

  private mutating func sendOwnShutdown(at now: Int64) {
    send(method: Method.shutdown, id: Self.shutdownID)
    phase = .closing(deadline: now + options.timeouts.limit(for: Method.shutdown))
  }

  private mutating func send(method: String, id: RequestID?) {
    var text = JSONText()
    text.append(raw: #"{"jsonrpc":"2.0","#)
    if let id { text.append(raw: "\"id\":\(id),".utf8) }
    text.append(raw: "\"method\":\"\(method)\"}".utf8)
    emit(.send(FramedMessage(body: text.bytes)))
  }

  mutating func ownShutdownAnswered(at now: Int64) {
    send(method: Method.exit, id: nil)
    finishScript(at: now)
  }

  mutating func close(deadline: Int64, at now: Int64) -> Bool {
    guard now >= deadline else { return false }
    outcome.log.add(Problem(.timedOut, .warning, "the shutdown that ends this replay was not answered"))
    finishScript(at: now)
    return true
  }

  // MARK: Ending the server

  mutating func finishScript(at now: Int64) {
    emit(.closeInput)
    phase = .ending(.asked(deadline: now + options.timeouts.exit))
  }

  /// Ends a server that is not worth talking to any more.
  private mutating func abandon(at now: Int64) {
    emit(.kill)
    phase = .ending(.killed(deadline: now + options.timeouts.exit))
  }

  mutating func end(_ ending: Ending, at now: Int64) -> Bool {
    switch ending {
    case .asked(let deadline):
      guard now >= deadline else { return false }
      emit(.terminate)
      phase = .ending(.terminated(deadline: now + options.timeouts.exit / 5))
    case .terminated(let deadline):
      guard now >= deadline else { return false }
      let waited = Self.seconds(options.timeouts.exit)
      outcome.log.add(
        Problem(.killed, .warning, "the server did not end within \(waited) of exit, nor on SIGTERM: killed"))
      abandon(at: now)
    case .silent(let deadline, let silence):
      guard now >= deadline else { return false }
      switch silence {
      case .output:
        outcome.log.add(Problem(.outputClosed, .failure, "the server closed its output and went on running\(place)"))
      case .input: outcome.log.add(Problem(.inputClosed, .failure, "the server stopped reading its input\(place)"))
      }
      abandon(at: now)
    case .killed(let deadline):
      guard now >= deadline else { return false }
      finish(at: now)
    }
    return true
  }

  private mutating func finish(at now: Int64) {
    if junk.count > 0 {
      let sample = PrintableText.escaped(junk.sample[...])
      outcome.log.add(
        Problem(
          .junk, .warning,
          "the server wrote \(junk.bytes) bytes outside any message, in \(junk.count) place(s); the first ones: \(sample)"
        ))
    }
    if background.missed > 0 {
      outcome.log.add(
        Problem(
          .missingCause, .note,
          "\(background.missed) time(s) the server had published diagnostics or ended a task before the client went on, "
            + "and did not now; the session went on without it"))
    }
    outcome.duration = now
    phase = .finished
  }

  // MARK: What the server does of its own accord

  mutating func exited(_ status: End.Status, at now: Int64) {
    outcome.status = status
    switch phase {
    case .ending(.asked), .ending(.terminated), .ending(.killed): break
    default:
      let severity: Problem.Severity = outcome.crashWasInjected ? .note : .failure
      outcome.log.add(
        Problem(.crashed, severity, "the server ended in the middle of the session (\(status.words))\(place)"))
    }
    finish(at: now)
  }

  /// To be said before the server's end is told.
  mutating func crashWasInjected() { outcome.crashWasInjected = true }

  /// Either its last gasp, or a server that talks no more; which one shows in a moment.
  mutating func outputClosed(at now: Int64) {
    if case .ending = phase { return }
    phase = .ending(.silent(deadline: now + options.timeouts.exit / 5, .output))
  }

  mutating func inputBroken(at now: Int64) {
    if case .ending = phase { return }
    // What it has still to say, and whether it is about to end, shows in a moment.
    phase = .ending(.silent(deadline: now + options.timeouts.exit / 5, .input))
  }

  mutating func babbling(_ bytes: Int, at now: Int64) {
    outcome.log.add(
      Problem(.babbling, .failure, "the server babbles: \(bytes) bytes beyond all measure; stopped listening\(place)"))
    abandon(at: now)
  }

  mutating func hung(_ entry: InFlight.Entry, at now: Int64) {
    let waited = Self.seconds(now - entry.sentAt)
    outcome.log.add(
      Problem(.hung, .failure, "the server hangs: no answer to \(entry.method) for \(waited)", record: entry.record))
    abandon(at: now)
  }

  mutating func interrupted(at now: Int64) {
    outcome.log.add(Problem(.interrupted, .failure, "interrupted\(place)"))
    abandon(at: now)
  }

  /// How far the session had come.
  private var place: String {
    let sent = cursor > 0 ? ", after #\(script.steps[min(cursor, script.steps.count) - 1].record)" : ", at the start"
    let open = inFlight.entries.prefix(3).map { "\($0.method) (#\($0.record))" }
    return sent + (open.isEmpty ? "" : ", with no answer to \(open.joined(separator: ", "))")
  }
}

extension End.Status {
  var words: String {
    switch self {
    case .exit(let code): "exit status \(code)"
    case .signal(let number): "killed by signal \(number)"
    }
  }
}
