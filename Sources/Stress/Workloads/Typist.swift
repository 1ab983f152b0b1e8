package import Simulation

/// Somebody who writes code: bursts of keys, slips and corrections, pauses in which the editor asks for this and that.
package struct Typist: Workload {
  package static let name = "typist"
  package static let purpose =
    "Somebody types with human timing: bursts, pauses, corrections, paste and undo, with the requests that an editor makes."
  package static let parameters: [WorkloadParameter] = [
    .messages(24),
    WorkloadParameter("slips", 8, in: 0...100, "in how many of a hundred keys the wrong one is hit, and corrected"),
    WorkloadParameter("keys-per-edit", 3, in: 1...50, "how many keys at most the editor sends in one edit"),
  ]

  private let messages: Int
  private let slips: Int
  private let keysPerEdit: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    slips = settings.number("slips")
    keysPerEdit = settings.number("keys-per-edit")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    var hand = TypingHand(slips: slips, keysPerEdit: keysPerEdit)
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      let path = choices.pick("typist.document", script.openPaths)
      switch choices.draw("typist.activity", below: 100) {
      case 0..<55: writeStatement(path, upTo: end, &hand, &script, &choices)
      case 55..<67: hand.paste(path, &script, &choices)
      case 67..<77: hand.undo(&script, &choices)
      case 77..<84: script.save(path)
      case 84..<88: script.openAnother(&choices)
      default: break
      }
      rest(path, &hand, &script, &choices)
    }
  }

  private func writeStatement(
    _ path: String, upTo end: Int, _ hand: inout TypingHand, _ script: inout ClientScript, _ choices: inout Choices
  ) {
    guard let place = script.statementPlace(path, &choices) else { return }
    let names = script.names(path)
    let statement =
      script.workspace.language.statement(using: names, &choices) + script.lineBreak(path, before: place.offset)
    hand.type(statement, path, at: place.offset, upTo: end, &script, &choices)
  }

  /// The hands rest; the mouse moves.
  private func rest(
    _ path: String, _ hand: inout TypingHand, _ script: inout ClientScript, _ choices: inout Choices
  ) {
    hand.forget(&script, &choices)
    script.pause(choices.draw("typist.rest", in: 300_000...1_800_000))
    guard choices.chance("typist.looks", percent: 60) else { return }
    _ = script.look(path, &choices)
    script.pause(choices.draw("typist.reading", in: 80_000...700_000))
  }
}
