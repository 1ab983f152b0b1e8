import JSONRPC
import Replay
package import Simulation
import Transcript

/// A recorded session, told a little differently each time.
package struct RecordedMutation: Workload {
  package static let name = "recorded-mutation"
  package static let purpose =
    "A stretch of a recorded session is played with edits and requests dropped, repeated, split, joined and at other times."
  package static let parameters: [WorkloadParameter] = [
    .messages(26),
    WorkloadParameter("changes", 20, in: 0...100, "to how many of a hundred of its messages something is done"),
  ]

  private let messages: Int
  private let changes: Int
  private let recorded: RecordedActs?

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    changes = settings.number("changes")
    recorded = settings.recording.map { RecordedActs($0) }
  }

  /// Without a recording, somebody who types over the same project is listened to.
  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let acts = recorded ?? RecordedActs(Self.typed(like: script, messages, &choices))
    guard !acts.acts.isEmpty else { return }
    let end = script.messageCount + messages
    let first = choices.draw("mutation.start", below: max(1, acts.acts.count - messages / 2))
    for (path, text) in acts.documents(before: first) where !script.isOpen(path) {
      script.open(path, text: text.string)
    }
    var retelling = Retelling(changes: changes)
    for act in acts.acts[first...] {
      guard script.messageCount < end else { break }
      retelling.tell(act, &script, &choices)
    }
    retelling.flush(&script)
  }

  private static func typed(like script: ClientScript, _ messages: Int, _ choices: inout Choices) -> RecordedSession {
    var other = ClientScript(
      framing: script.framing, workspace: script.workspace, dialect: script.dialect, features: script.features)
    let settings = WorkloadSettings(Typist.parameters, messages: messages * 2)
    Typist(settings).write(&other, &choices)
    return other.finish()
  }
}

/// Tells acts again, with changes. Places that are not there any more are the nearest that are.
private struct Retelling {
  private let changes: Int
  private var requests: [(id: JSONValue, handle: RequestHandle)] = []
  private var lastCompletion: RequestHandle?
  /// Edits that are held back to be joined with the next one.
  private var held: (path: String, changes: [RecordedAct.Change])?

  init(changes: Int) { self.changes = changes }

  mutating func tell(_ act: RecordedAct, _ script: inout ClientScript, _ choices: inout Choices) {
    var pause = min(act.pause, Self.longestPause)
    if choices.chance("mutation.retimes", percent: changes) {
      pause = pause * choices.draw("mutation.tempo", in: 0...300) / 100
    }
    script.pause(pause)
    if case .change(let path, let changes) = act.kind { return change(path, changes, &script, &choices) }
    flush(&script)
    var times = 1
    if choices.chance("mutation.drops", percent: changes / 2) {
      times = 0
    } else if choices.chance("mutation.repeats", percent: changes / 2) {
      times = 2
    }
    switch act.kind {
    case .open(let path, let text):
      if !script.isOpen(path) { script.open(path, text: String(decoding: text, as: UTF8.self)) }
    case .close(let path): if times > 0 { script.close(path) }
    case .filesChanged(let events): tell(events, &script)
    case .change: break
    default: for _ in 0..<times { ask(act, &script) }
    }
  }

  /// In microseconds: what somebody did meanwhile is nobody's business.
  private static let longestPause = 2_000_000

  private mutating func ask(_ act: RecordedAct, _ script: inout ClientScript) {
    switch act.kind {
    case .save(let path): script.save(path)
    case .configure(let settings): script.changeConfiguration(settings)
    case .resolve: script.resolve(lastCompletion)
    case .cancel(let id): script.cancel(requests.last { $0.id == id }?.handle)
    case .ask(let feature, let path, let position, let more):
      let text = DocumentText(script.text(path))
      let offset = text.offset(of: position, in: .utf16).offset
      let handle = script.ask(feature, path, at: offset, more: more)
      if feature == .completion { lastCompletion = handle }
      if let handle, let id = act.id { requests.append((id, handle)) }
    case .open, .change, .close, .filesChanged: break
    }
  }

  private func tell(_ events: [RecordedAct.DiskEvent], _ script: inout ClientScript) {
    var changes: [DiskChange] = []
    for event in events {
      guard let text = event.text else {
        changes.append(.deleted(event.path))
        continue
      }
      changes.append(script.diskPaths.contains(event.path) ? .changed(event.path) : .created(event.path))
      script.write(event.path, text: text)
    }
    if !changes.isEmpty { script.changeWatchedFiles(changes) }
  }

  // MARK: Edits

  private mutating func change(
    _ path: String, _ changes: [RecordedAct.Change], _ script: inout ClientScript, _ choices: inout Choices
  ) {
    if let held, held.path != path { flush(&script) }
    var changes = (held?.changes ?? []) + changes
    held = nil
    guard choices.chance("mutation.edits", percent: self.changes) else { return apply(changes, path, &script) }
    switch choices.draw("mutation.edit", below: 4) {
    case 0: break
    case 1: held = (path, changes)
    case 2:
      changes += changes.filter { $0.range != nil }
      apply(changes, path, &script)
    default: for change in changes.flatMap({ Self.split($0, &choices) }) { apply([change], path, &script) }
    }
  }

  /// Two edits in place of one: the first part, and the rest behind it.
  private static func split(_ change: RecordedAct.Change, _ choices: inout Choices) -> [RecordedAct.Change] {
    guard let range = change.range, change.text.count > 1 else { return [change] }
    let head = change.text.prefix(choices.draw("mutation.split", in: 1...(change.text.count - 1)))
    let position = DocumentText(String(head)).position(at: head.utf8.count, in: .utf16)
    let start = Position(
      line: range.start.line + position.line,
      character: position.line == 0 ? range.start.character + position.character : position.character)
    let rest = change.text.dropFirst(head.count)
    return [
      RecordedAct.Change(range: range, text: String(head)),
      RecordedAct.Change(range: PositionRange(start: start, end: start), text: String(rest)),
    ]
  }

  mutating func flush(_ script: inout ClientScript) {
    guard let edits = held else { return }
    held = nil
    apply(edits.changes, edits.path, &script)
  }

  private func apply(_ changes: [RecordedAct.Change], _ path: String, _ script: inout ClientScript) {
    guard var text = script.documents[path]?.text, !changes.isEmpty else { return }
    if changes.count == 1, changes[0].range == nil { return script.replaceAll(path, with: changes[0].text) }
    var replacements: [Replacement] = []
    for change in changes {
      let replacement = text.expressible(Replacement(text.bytes(of: change.range), change.text))
      text.replace(replacement.range, with: Array(replacement.text.utf8))
      replacements.append(replacement)
    }
    script.edit(path, replacements)
  }
}
