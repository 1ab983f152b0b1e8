import Transcript

/// What happens to documents.
struct DocumentBrief {
  let names: Names

  func describe(_ event: DocumentEvent, in line: inout ShowLine) {
    let name = names.short(event.uri)
    switch event.kind {
    case .opened: line.details.append("\(name)\(version(event.version)), \(Quantities.bytes(event.byteCount ?? 0))")
    case .changed:
      let before = event.previousVersion.map { " v\($0)→" } ?? " v"
      line.details.append("\(name)\(before)\(event.version.map(String.init) ?? "?")")
      line.details += event.edits.prefix(3).map(brief)
      if event.edits.count > 3 { line.details.append("\(event.edits.count - 3) more") }
    case .saved, .closed: line.details.append("\(name)\(version(event.version ?? event.previousVersion))")
    }
    if event.savedTextMatches == false { line.faults.append("the saved text is not the document's") }
    if event.wasOpen == (event.kind == .opened) {
      line.faults.append(event.wasOpen ? "it was open already" : "it was not open")
    }
    for issue in event.edits.flatMap(\.issues) where issue != .end(.columnBeyondLine) {
      line.faults.append(Self.text(issue))
    }
  }

  private func version(_ version: Int?) -> String { version.map { " v\($0)" } ?? "" }

  private func brief(_ edit: AppliedEdit) -> String {
    let text = String(decoding: edit.inserted.prefix(120), as: UTF8.self)
    guard let range = edit.range else { return "whole text, \(Quantities.bytes(edit.inserted.count))" }
    let place = range.start == range.end ? "\(range.start)" : "\(range)"
    return edit.inserted.isEmpty ? "\(place) deleted" : "\(place) \"\(Printable.brief(text, limit: 40))\""
  }

  private static func text(_ issue: EditIssue) -> String {
    switch issue {
    case .start(let issue): "the edit's start: \(text(issue))"
    case .end(let issue): "the edit's end: \(text(issue))"
    case .reversed: "the edit's range is reversed"
    case .lengthMismatch(let given, let actual): "rangeLength \(given) where the range has \(actual)"
    case .loneSurrogate: "half of a surrogate pair"
    case .noText: "a change without text"
    }
  }

  private static func text(_ issue: PositionIssue) -> String {
    switch issue {
    case .negative: "negative"
    case .lineBeyondEnd: "a line behind the last"
    case .columnBeyondLine: "a column behind its line's end"
    case .insideCharacter: "within a character"
    }
  }
}
