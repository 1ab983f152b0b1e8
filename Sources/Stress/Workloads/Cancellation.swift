import JSONRPC
package import Simulation

/// Requests that are given up: at every moment, more than once, and where there was nothing to give up.
package struct Cancellation: Workload {
  package static let name = "cancellation"
  package static let purpose =
    "Requests are cancelled before, during and after their work, twice, in floods, and for ids that nobody knows."
  package static let parameters: [WorkloadParameter] = [
    .messages(28),
    WorkloadParameter(
      "kind", "any", of: ["any"] + Kind.allCases.map(\.rawValue), "at which moment requests are cancelled"),
    WorkloadParameter("flood", 8, in: 2...5_000, "how many requests are cancelled at once in a flood"),
  ]

  enum Kind: String, CaseIterable {
    /// Right behind the request, which has hardly begun.
    case before
    case during
    case afterAnswer = "after-answer"
    case twice
    /// An id that no request has.
    case unknown
    case flood
    /// The id of a cancelled request is used again once that was answered.
    case reusedID = "reused-id"
    /// Cancelled behind an edit that comes behind the request.
    case behindEdit = "behind-edit"
  }

  private let messages: Int
  private let kind: Kind?
  private let flood: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    kind = Kind(rawValue: settings.word("kind"))
    flood = settings.number("flood")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      let path = choices.pick("cancellation.document", script.openPaths)
      if choices.chance("cancellation.edits", percent: 40) { script.writeStatement(path, &choices) }
      cancelSome(kind ?? choices.pick("cancellation.kind", Kind.allCases), path, &script, &choices)
      script.pause(choices.draw("cancellation.pause", in: 0...60_000))
      // What must be answered properly, whatever was cancelled before.
      if choices.chance("cancellation.control", percent: 40) { _ = ask(path, &script, &choices) }
    }
  }

  private func cancelSome(
    _ kind: Kind, _ path: String, _ script: inout ClientScript, _ choices: inout Choices
  ) {
    switch kind {
    case .before: script.cancel(ask(path, &script, &choices))
    case .during:
      let request = ask(path, &script, &choices)
      script.cancel(request, when: .after(choices.draw("cancellation.during", in: 20...4_000)))
    case .afterAnswer: script.cancel(ask(path, &script, &choices), when: .afterAnswer)
    case .twice:
      let request = ask(path, &script, &choices)
      script.cancel(request)
      script.cancel(request, when: choices.chance("cancellation.late", percent: 50) ? .afterAnswer : .after(300))
    case .unknown: cancelUnknown(&script, &choices)
    case .flood: flood(path, &script, &choices)
    case .reusedID: reuse(path, &script, &choices)
    case .behindEdit:
      let request = ask(path, &script, &choices)
      script.writeStatement(path, &choices)
      script.cancel(request)
    }
  }

  // MARK: The kinds

  private func cancelUnknown(_ script: inout ClientScript, _ choices: inout Choices) {
    script.cancelUnknown(
      choices.pick("cancellation.unknown", [900_001, "900001", -7, "nobody", 2_147_483_647, ""]))
  }

  private func flood(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let requests = (0..<choices.draw("cancellation.flood", in: 2...flood)).map { _ in ask(path, &script, &choices) }
    if choices.chance("cancellation.flood-waits", percent: 50) {
      script.pause(choices.draw("cancellation.during", in: 20...4_000))
    }
    for request in choices.shuffled("cancellation.order", requests) {
      if choices.chance("cancellation.spares", percent: 15) { continue }
      script.cancel(request)
    }
  }

  /// In query-engine-v2 the name of a cancelled query stays cancelled, and the second query is answered so, too.
  private func reuse(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let name = "again-\(script.messageCount)"
    let place = script.namePlace(path, &choices)?.offset ?? 0
    func query(_ script: inout ClientScript) -> RequestHandle {
      let position = JSONMember("position", script.position(path, place))
      switch script.framing {
      case .contentLength:
        let document = JSONMember("textDocument", ["uri": .string(script.uri(path))])
        return script.request(Feature.hover.method, id: .string(name), .object([document, position]))
      case .lines:
        let document = JSONMember("uri", .string(script.uri(path)))
        return script.query(Feature.hover.queryName, .object([document, position]), requestID: .string(name))
      }
    }
    let first = query(&script)
    script.cancel(first, when: choices.chance("cancellation.late", percent: 50) ? .afterAnswer : .atOnce)
    script.awaitAnswers([first])
    _ = query(&script)
  }

  private func ask(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) -> RequestHandle? {
    let kinds: [Feature] = [
      .completion, .hover, .references, .workspaceSymbol, .semanticTokens, .documentSymbol, .definition, .rename,
      .diagnostic, .workspaceDiagnostic,
    ]
    let possible = kinds.filter(script.features.contains)
    return possible.isEmpty ? nil : script.ask(choices.pick("cancellation.feature", possible), about: path, &choices)
  }
}
