import Simulation

/// Types: key by key, as an editor sends it, with what the editor asks for on the way.
struct TypingHand {
  let slips: Int
  let keysPerEdit: Int
  /// The last completion that was asked for, which nobody needs any more once another key is hit.
  private var completion: RequestHandle?
  /// What can be undone.
  private var history: [ScriptEdit] = []

  init(slips: Int, keysPerEdit: Int) {
    self.slips = slips
    self.keysPerEdit = keysPerEdit
  }

  /// Types a text at an offset, until there are `end` messages; what is missing then comes in one piece.
  mutating func type(
    _ text: String, _ path: String, at offset: Int, upTo end: Int, _ script: inout ClientScript,
    _ choices: inout Choices
  ) {
    var offset = offset
    var rest = Substring(text)
    while !rest.isEmpty {
      let count = script.messageCount < end ? choices.draw("typist.keys", in: 1...keysPerEdit) : rest.count
      var keys = String(rest.prefix(count))
      // The editor asks at once behind a character that means something.
      if count < rest.count, let stop = keys.firstIndex(where: { ".>:(,".contains($0) }) {
        keys = String(keys[...stop])
      }
      rest = rest.dropFirst(keys.count)
      slip(path, at: offset, upTo: end, &script, &choices)
      replace(path, offset..<offset, with: keys, &script)
      offset += keys.utf8.count
      script.pause(keys.count * choices.draw("typist.key", in: 60_000...180_000))
      if script.messageCount < end { ask(behind: keys, path, at: offset, &script, &choices) }
    }
  }

  /// The wrong key, and a correction.
  private mutating func slip(
    _ path: String, at offset: Int, upTo end: Int, _ script: inout ClientScript, _ choices: inout Choices
  ) {
    guard choices.chance("typist.slip", percent: slips), script.messageCount + 2 <= end else { return }
    let wrong = choices.pick("typist.wrong-key", ["q", ";", "é", "]", "#", "\"", "🛶"])
    replace(path, offset..<offset, with: wrong, &script)
    script.pause(choices.draw("typist.notice", in: 120_000...500_000))
    replace(path, offset..<(offset + wrong.utf8.count), with: "", &script)
    script.pause(choices.draw("typist.key", in: 60_000...180_000))
  }

  private mutating func replace(
    _ path: String, _ range: Range<Int>, with text: String, _ script: inout ClientScript
  ) {
    history.append(script.edit(path, replacing: range, with: text))
    // The editor gives up what it had asked for about the text before.
    script.cancel(completion)
    completion = nil
  }

  private mutating func ask(
    behind keys: String, _ path: String, at offset: Int, _ script: inout ClientScript, _ choices: inout Choices
  ) {
    switch keys.last {
    case "(", ",": script.signatureHelp(path, at: offset)
    case ".", ">", ":": completion = script.completion(path, at: offset, trigger: keys.last.map(String.init))
    case let last? where last.isLetter:
      if choices.chance("typist.word", percent: 50) { completion = script.completion(path, at: offset) }
    default: break
    }
  }

  /// The completion was used, or is not needed any more.
  mutating func forget(_ script: inout ClientScript, _ choices: inout Choices) {
    guard let open = completion else { return }
    completion = nil
    switch choices.draw("typist.menu", below: 3) {
    case 0: script.cancel(open)
    case 1: script.resolve(open)
    default: break
    }
  }

  /// Puts in a whole function, or doubles a line.
  mutating func paste(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    let language = script.workspace.language
    if choices.chance("typist.paste-function", percent: 50) {
      let end = script.text(path).count
      replace(path, end..<end, with: language.function(named: "pasted_\(script.messageCount)", &choices), &script)
    } else if let place = script.statementPlace(path, &choices) {
      let line = script.text(path)[place.offset...].prefix { $0 != 0x0A && $0 != 0x0D }
      let text = String(decoding: line, as: UTF8.self) + script.lineBreak(path, before: place.offset)
      replace(path, place.offset..<place.offset, with: text, &script)
    }
  }

  /// Takes back the last edit or the last few.
  mutating func undo(_ script: inout ClientScript, _ choices: inout Choices) {
    for _ in 0..<choices.draw("typist.undo", in: 1...3) {
      guard let last = history.popLast() else { return }
      guard script.isOpen(last.path) else { continue }
      script.undo(last)
      script.pause(choices.draw("typist.key", in: 60_000...180_000))
    }
  }
}
