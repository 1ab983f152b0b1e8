package import Simulation

/// Typing, while questions that take long are open.
package struct Fairness: Workload {
  package static let name = "fairness"
  package static let purpose =
    "Somebody types while floods of questions about the whole workspace are open, which must be answered, too."
  package static let parameters: [WorkloadParameter] = [
    .messages(36),
    WorkloadParameter("load", 6, in: 1...1_000, "how many questions about the workspace come at once"),
    WorkloadParameter("keys", 8, in: 1...1_000, "how many keys are typed between two floods at most"),
    WorkloadParameter(
      "bursts", 25, in: 0...100,
      "how many of a hundred times keys come without a pause, each with a completion, as when a macro types"),
  ]

  private let messages: Int
  private let load: Int
  private let keys: Int
  private let bursts: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    load = settings.number("load")
    keys = settings.number("keys")
    bursts = settings.number("bursts")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      for _ in 0..<load where script.messageCount < end { askMuch(&script, &choices) }
      type(upTo: end, &script, &choices)
      script.pause(choices.draw("fairness.rest", in: 0...200_000))
    }
  }

  private func askMuch(_ script: inout ClientScript, _ choices: inout Choices) {
    let path = choices.pick("fairness.asked", script.openPaths)
    let kinds: [Feature] = [
      .workspaceSymbol, .workspaceSymbol, .references, .references, .workspaceDiagnostic, .rename,
    ]
    let possible = kinds.filter(script.features.contains)
    guard !possible.isEmpty else { return script.pause(100_000) }
    _ = script.ask(choices.pick("fairness.feature", possible), about: path, &choices)
  }

  /// Key by key, with a completion or a signature behind many of them.
  private func type(upTo end: Int, _ script: inout ClientScript, _ choices: inout Choices) {
    let path = choices.pick("fairness.document", script.openPaths)
    guard let place = script.statementPlace(path, &choices) else { return }
    let statement =
      script.workspace.language.statement(using: script.names(path), &choices)
      + script.lineBreak(path, before: place.offset)
    var offset = place.offset
    let isBurst = choices.chance("fairness.burst", percent: bursts)
    for key in statement.prefix(keys) where script.messageCount < end {
      script.edit(path, replacing: offset..<offset, with: String(key))
      offset += key.utf8.count
      if isBurst || choices.chance("fairness.asks", percent: 40) { script.completion(path, at: offset) }
      if !isBurst { script.pause(choices.draw("fairness.key", in: 40_000...140_000)) }
    }
    let rest = String(statement.dropFirst(keys))
    if offset > place.offset, !rest.isEmpty { script.edit(path, replacing: offset..<offset, with: rest) }
  }
}
