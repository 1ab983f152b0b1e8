package import Simulation
import Transcript

/// The history of files, gone through forwards and backwards.
package struct GitHistory: Workload {
  package static let name = "git-history"
  package static let purpose =
    "Documents go through a generated history of commits, as hunks or as whole files, forwards and back."
  package static let parameters: [WorkloadParameter] = [
    .messages(26),
    WorkloadParameter("hunks", 3, in: 1...100, "of how many hunks a commit consists at most"),
  ]

  private let messages: Int
  private let hunks: Int

  package init(_ settings: WorkloadSettings) {
    messages = settings.number("messages")
    hunks = settings.number("hunks")
  }

  private struct Version {
    var text: [UInt8]
    var places: [SamplePlace]
  }

  package func write(_ script: inout ClientScript, _ choices: inout Choices) {
    let end = script.messageCount + messages
    var history: [String: [Version]] = [:]
    script.openSome(&choices, atMost: 2)
    while script.messageCount < end {
      let path = choices.pick("history.document", script.openPaths)
      let now = Version(text: script.text(path), places: script.places(path))
      if let old = history[path]?.last, choices.chance("history.back", percent: 30) {
        history[path]?.removeLast()
        checkOut(old, path, &script, &choices)
      } else {
        history[path, default: []].append(now)
        commit(path, &script, &choices)
      }
      script.pause(choices.draw("history.pause", in: 10_000...600_000))
      if choices.chance("history.saves", percent: 25) { script.save(path) }
      if choices.chance("history.looks", percent: 50) { _ = script.look(path, &choices) }
    }
  }

  private func commit(_ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    var copy = OpenDocument(
      uri: "", languageID: "", version: 0, text: DocumentText(script.text(path)), places: script.places(path))
    var replacements: [Replacement] = []
    for number in 0..<choices.draw("history.hunks", in: 1...hunks) {
      guard let hunk = hunk(number, copy, script, &choices) else { continue }
      copy.replace(hunk.range, with: Array(hunk.text.utf8))
      replacements.append(hunk)
    }
    guard !replacements.isEmpty else { return }
    if choices.chance("history.whole", percent: 35) {
      script.replaceAll(path, with: copy.text.string, places: copy.places)
    } else {
      script.edit(path, replacements)
    }
  }

  /// What a person changes in a file, all in one place.
  private func hunk(
    _ number: Int, _ document: OpenDocument, _ script: ClientScript, _ choices: inout Choices
  ) -> Replacement? {
    let (text, language) = (document.text, script.workspace.language)
    let statements = document.places.filter { $0.kind == .statement }
    switch choices.draw("history.hunk", below: 5) {
    case 0:
      let name = "commit_\(script.messageCount)_\(number)"
      return Replacement(text.bytes.count..<text.bytes.count, language.function(named: name, &choices))
    case 1, 2:
      guard !statements.isEmpty else { return nil }
      let place = choices.pick("history.statement", statements)
      let names = document.places.filter { $0.kind == .use }.map(\.name)
      let line = text.content(ofLine: text.line(at: place.offset))
      let indentation = String(
        decoding: text.bytes[line.lowerBound..<place.offset].prefix { $0 == 0x20 }, as: UTF8.self)
      return Replacement(
        place.offset..<place.offset, "\(language.statement(using: names, &choices))\n\(indentation)")
    case 3:
      // A number is another one.
      let digits = text.bytes.indices.filter { (0x30...0x39).contains(text.bytes[$0]) }
      guard !digits.isEmpty else { return nil }
      let offset = choices.pick("history.digit", digits)
      return Replacement(offset..<(offset + 1), String(choices.draw("history.number", in: 1...99)))
    default:
      // A line is gone, and perhaps what was in it was needed.
      let line = choices.draw("history.line", below: text.lineCount)
      let content = text.content(ofLine: line)
      guard content.count > 0, choices.chance("history.removes", percent: 40) else { return nil }
      return Replacement(content, "")
    }
  }

  private func checkOut(_ old: Version, _ path: String, _ script: inout ClientScript, _ choices: inout Choices) {
    if choices.chance("history.whole", percent: 50) {
      return script.replaceAll(path, with: String(decoding: old.text, as: UTF8.self), places: old.places)
    }
    let now = script.text(path)
    guard let range = Self.difference(now, old.text) else { return }
    script.edit(path, replacing: range.old, with: String(decoding: old.text[range.new], as: UTF8.self))
    // The places of the text that is back are known again.
    script.documents[path]?.places = old.places
  }

  /// Where two texts differ, between the beginning and the end that they share. Nil when they do not.
  private static func difference(_ old: [UInt8], _ new: [UInt8]) -> (old: Range<Int>, new: Range<Int>)? {
    guard old != new else { return nil }
    var start = 0
    while start < min(old.count, new.count), old[start] == new[start] { start += 1 }
    start = min(DocumentText.boundary(in: old, atOrBefore: start), DocumentText.boundary(in: new, atOrBefore: start))
    var (oldEnd, newEnd) = (old.count, new.count)
    while oldEnd > start, newEnd > start, old[oldEnd - 1] == new[newEnd - 1] {
      (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1)
    }
    while oldEnd < old.count, !isBoundary(old, oldEnd) || !isBoundary(new, newEnd) {
      (oldEnd, newEnd) = (oldEnd + 1, newEnd + 1)
    }
    return (start..<oldEnd, start..<newEnd)
  }

  private static func isBoundary(_ bytes: [UInt8], _ offset: Int) -> Bool {
    DocumentText.boundary(in: bytes, atOrBefore: offset) == offset
  }
}
