package import PikeSyntax

/// One state of a file's text, with how it came from earlier ones, so that what was parsed of those can be used again.
package final class SourceFile: Sendable {
  package let text: SourceText
  package let lines: LineIndex
  /// Whether it is a buffer of the editor; those win over the disk.
  package let isOpen: Bool
  /// Different for each state of each file.
  let serial: UInt64
  /// The last edits, oldest first, with the state that each was applied to.
  let history: [Step]

  struct Step: Sendable {
    let before: UInt64
    let edit: TextEdit
  }

  /// More edits than this between two parses are cheaper parsed anew.
  private static let historyLimit = 16
  private static let historyBytes = 1 << 16

  private init(text: SourceText, lines: LineIndex, isOpen: Bool, serial: UInt64, history: [Step]) {
    self.text = text
    self.lines = lines
    self.isOpen = isOpen
    self.serial = serial
    self.history = history
  }

  /// `serial` is a number that no other state of any file in the same database has.
  package convenience init(_ text: SourceText, isOpen: Bool, serial: UInt64) {
    self.init(text: text, lines: LineIndex(text), isOpen: isOpen, serial: serial, history: [])
  }

  /// The state after one edit.
  package func applying(_ edit: TextEdit, serial: UInt64) -> SourceFile {
    let text = self.text.applying(edit)
    var history = self.history.suffix(Self.historyLimit - 1) + [Step(before: self.serial, edit: edit)]
    while history.reduce(0, { $0 + $1.edit.replacement.count }) > Self.historyBytes { history.removeFirst() }
    return SourceFile(
      text: text, lines: lines.applying(edit, to: text), isOpen: isOpen, serial: serial, history: Array(history))
  }

  /// The edits that lead from the state with that serial to this one; nil when they are not known any more.
  func edits(since serial: UInt64) -> [TextEdit]? {
    if serial == self.serial { return [] }
    guard let start = history.firstIndex(where: { $0.before == serial }) else { return nil }
    return history[start...].map(\.edit)
  }
}
