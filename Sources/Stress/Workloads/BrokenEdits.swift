package import Simulation

/// Texts as they are in the middle of being written, and worse.
package struct BrokenEdits: Workload {
  package static let name = "broken-edits"
  package static let purpose =
    "Documents are damaged: brackets, strings, tokens, lines, nesting, preprocessor lines, control characters; and repaired."
  package static let parameters: [WorkloadParameter] = [
    .messages(26),
    WorkloadParameter("depth", 40, in: 1...20_000, "how deep brackets are nested at most"),
    WorkloadParameter("line-length", 600, in: 10...1_000_000, "how long a very long line is at most"),
    WorkloadParameter("repairs", 30, in: 0...100, "after how many of a hundred edits the last damage is undone"),
  ]

  private let messages: Int
  private let depth: Int
  private let lineLength: Int
  private let repairs: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    depth = settings.number("depth")
    lineLength = settings.number("line-length")
    repairs = settings.number("repairs")
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    let damages = Damage.all(depth: depth, lineLength: lineLength)
    var done: [[ScriptEdit]] = []
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      let path = choices.pick("broken.document", script.openPaths)
      if let last = done.last, choices.chance("broken.repair", percent: repairs) {
        done.removeLast()
        for edit in last.reversed() where script.isOpen(edit.path) { script.undo(edit) }
      } else {
        let damage = choices.pick("broken.damage", damages)
        let replacements = damage.replacements(script.text(path), script.workspace.language, &choices)
        if !replacements.isEmpty { done.append(script.edit(path, replacements)) }
      }
      script.pause(choices.draw("broken.pause", in: 1_000...250_000))
      if choices.chance("broken.looks", percent: 35) { _ = script.look(path, &choices) }
    }
    guard choices.chance("broken.heals", percent: 25) else { return }
    for edit in done.joined().reversed() where script.isOpen(edit.path) { script.undo(edit) }
  }
}
