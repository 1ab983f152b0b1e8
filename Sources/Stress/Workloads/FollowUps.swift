import JSONRPC
package import Simulation

/// Questions about answers, after the state that the answers were about has changed.
package struct FollowUps: Workload {
  package static let name = "follow-ups"
  package static let purpose =
    "Items are resolved, definitions followed and snapshots read after edits and after documents were closed and opened again."
  package static let parameters: [WorkloadParameter] = [
    .messages(26),
    WorkloadParameter("items", 3, in: 1...100, "how many items of a completion are resolved at most"),
  ]

  private let messages: Int
  private let items: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    items = settings.number("items")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    script.openSome(&choices, atMost: 3)
    while script.messageCount < end {
      let path = choices.pick("follow.document", script.openPaths)
      switch choices.draw("follow.kind", below: script.framing == .lines ? 6 : 5) {
      case 0, 1: resolveLate(path, &script, &choices)
      case 2: followDefinition(path, &script, &choices)
      case 3: rename(path, &script, &choices)
      case 4: askAgain(path, &script, &choices)
      default: readOldSnapshot(path, &script, &choices)
      }
      script.pause(choices.draw("follow.pause", in: 5_000...400_000))
    }
  }

  private func resolveLate(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    guard let completion = script.ask(.completion, about: path, &choices) else { return }
    comeBetween(path, &script, &choices)
    for item in 0..<choices.draw("follow.items", in: 1...items) { script.resolve(completion, item: item) }
  }

  private func followDefinition(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    guard let definition = script.ask(.definition, about: path, &choices) else { return }
    script.awaitAnswers([definition])
    comeBetween(path, &script, &choices)
    if choices.chance("follow.hover", percent: 40) { script.hover(atAnswer: definition) }
    script.references(ofAnswer: definition)
  }

  private func rename(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    guard let place = script.namePlace(path, &choices) else { return }
    let prepared = script.prepareRename(path, at: place.offset)
    script.awaitAnswers([prepared])
    script.rename(path, at: place.offset, to: "\(place.name)_\(script.messageCount)")
  }

  /// The same question twice, with something in between or nothing.
  private func askAgain(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let feature = choices.pick("follow.again", [Feature.documentSymbol, .semanticTokens, .references, .diagnostic])
    guard let first = script.ask(feature, about: path, &choices) else { return }
    script.awaitAnswers([first])
    comeBetween(path, &script, &choices)
    if feature == .diagnostic {
      script.diagnostic(path, previous: first)
    } else {
      _ = script.ask(feature, about: path, &choices)
    }
  }

  private func readOldSnapshot(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    guard let old = script.mutations.last else { return }
    comeBetween(path, &script, &choices)
    for feature in [Feature.documentSymbol, .semanticTokens] where choices.chance("follow.snapshot", percent: 70) {
      script.ask(feature, path, snapshot: .made(by: old))
    }
  }

  /// What changes the state that an answer was about.
  private func comeBetween(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    switch choices.draw("follow.between", below: 5) {
    case 0: break
    case 1, 2: script.writeStatement(path, &choices)
    case 3:
      let end = script.text(path).count
      let name = "between_\(script.messageCount)"
      script.edit(path, replacing: end..<end, with: script.workspace.language.function(named: name, &choices))
    default:
      script.close(path)
      script.pause(choices.draw("follow.closed", in: 0...100_000))
      script.open(path)
    }
  }
}
